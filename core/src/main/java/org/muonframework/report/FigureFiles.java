package org.muonframework.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.muonframework.files.AtomicFile;
import org.muonframework.report.draw.FigureRenderer;
import org.muonframework.report.draw.FigureStyle;
import org.muonframework.spi.figure.Figure;

/** Writes figures as files: a drawing, an image, and their numbers. */
public final class FigureFiles {

    private final FigureRenderer renderer;

    /** Figures under a label, such as the framework's with the name of the sample. */
    public FigureFiles(FigureStyle style) {
        this.renderer = new FigureRenderer(style);
    }

    /**
     * Writes {@code NAME.svg}, {@code NAME.png} and {@code NAME.csv}; the same figure gives the same bytes.
     *
     * @param directory where to; made if it is missing
     * @return the three files, in this order
     * @throws org.muonframework.spi.problem.DataException if they cannot be written
     */
    public List<Path> write(Figure figure, Path directory) {
        if (!figure.name().matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("'" + figure.name() + "' cannot be a figure's name: it names its files");
        }
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw AtomicFile.unwritable(directory, e);
        }
        Path svg = directory.resolve(figure.name() + ".svg");
        Path png = directory.resolve(figure.name() + ".png");
        Path csv = directory.resolve(figure.name() + ".csv");
        AtomicFile.write(svg, renderer.svg(figure));
        AtomicFile.write(png, file -> Files.write(file, renderer.png(figure)));
        AtomicFile.write(csv, FigureTable.csv(figure));
        return List.of(svg, png, csv);
    }

    /** The numbers of a figure as CSV, one row for each bin, point or cell. */
    public static String numbers(Figure figure) {
        return FigureTable.csv(figure);
    }
}
