package org.muonframework.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.muonframework.files.AtomicFile;
import org.muonframework.report.draw.FigureRenderer;
import org.muonframework.report.draw.FigureStyle;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Scene;

/** Writes figures and scenes as files: a drawing, an image, and of figures their numbers. */
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
        Path svg = file(figure.name(), ".svg", directory);
        Path png = file(figure.name(), ".png", directory);
        Path csv = file(figure.name(), ".csv", directory);
        AtomicFile.write(svg, renderer.svg(figure));
        AtomicFile.write(png, file -> Files.write(file, renderer.png(figure)));
        AtomicFile.write(csv, FigureTable.csv(figure));
        return List.of(svg, png, csv);
    }

    /**
     * Writes {@code NAME.svg} and {@code NAME.png} of a scene; the same scene gives the same bytes.
     *
     * @param directory where to; made if it is missing
     * @return both files, in this order
     * @throws org.muonframework.spi.problem.DataException if they cannot be written
     */
    public List<Path> write(Scene scene, Path directory) {
        Path svg = file(scene.name(), ".svg", directory);
        Path png = file(scene.name(), ".png", directory);
        AtomicFile.write(svg, renderer.svg(scene));
        AtomicFile.write(png, file -> Files.write(file, renderer.png(scene)));
        return List.of(svg, png);
    }

    private static Path file(String name, String ending, Path directory) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("'" + name + "' cannot be a figure's name: it names its files");
        }
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw AtomicFile.unwritable(directory, e);
        }
        return directory.resolve(name + ending);
    }

    /** The numbers of a figure as CSV, one row for each bin, point or cell. */
    public static String numbers(Figure figure) {
        return FigureTable.csv(figure);
    }
}
