package org.muonframework.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.report.draw.FigureStyle;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.figure.Mark.HistogramStyle;
import org.muonframework.spi.problem.DataException;

class FigureFilesTest {

    private final FigureFiles files = new FigureFiles(FigureStyle.ofSample("Simulation"));

    @TempDir
    private Path directory;

    @Test
    void aFigureBecomesADrawingAnImageAndATableAndNothingElse() throws IOException {
        List<Path> written = files.write(FigureGallery.mass(), directory.resolve("figures"));

        assertThat(written)
                .extracting(path -> path.getFileName().toString())
                .containsExactly("dimuon-mass.svg", "dimuon-mass.png", "dimuon-mass.csv");
        assertThat(directory.resolve("figures")).isDirectoryContaining("glob:**dimuon-mass.*");
        try (var all = Files.list(directory.resolve("figures"))) {
            assertThat(all).hasSize(3);
        }
        assertThat(ImageIO.read(written.get(1).toFile()).getWidth()).isEqualTo(1120);
    }

    @Test
    void theTableHoldsTheNumbersOfEveryMark() throws IOException {
        Figure figure = Figure.of(
                "numbers",
                "t",
                "c",
                Axis.of("x"),
                Axis.of("y"),
                List.of(
                        new Mark.Histogram(
                                "a, \"b\"",
                                HistogramStyle.STEP,
                                new double[] {0, 2, 6},
                                new double[] {3, Double.NaN},
                                new double[] {0.5, 0}),
                        new Mark.Curve(
                                "c",
                                new double[] {1},
                                new double[] {0.3},
                                new double[] {0.1},
                                new double[] {0.7},
                                false),
                        new Mark.Points(
                                "p",
                                new double[] {5},
                                new double[] {4},
                                new double[] {6},
                                new double[] {9},
                                new double[] {8},
                                new double[] {9.5}),
                        new Mark.HeatMap("m", new double[] {0, 1}, new double[] {2, 3}, new double[][] {{7}}, false),
                        new Mark.Reference("r", 1, true)));

        assertThat(files.write(figure, directory).get(2)).content().isEqualTo("""
                panel,mark,label,x_low,x_high,x,y_low,y_high,y,value,error_low,error_high
                main,histogram,"a, ""b\""",0.0,2.0,1.0,,,3.0,,0.5,0.5
                main,histogram,"a, ""b\""",2.0,6.0,4.0,,,,,0.0,0.0
                main,curve,c,,,1.0,,,0.3,,0.2,0.4
                main,points,p,4.0,6.0,5.0,,,9.0,,1.0,0.5
                main,map,m,0.0,1.0,,2.0,3.0,,7.0,,
                main,reference,r,,,1.0,,,,,,
                """);
    }

    @Test
    void anUnwritableDirectoryIsNamed() throws IOException {
        Path occupied = Files.writeString(directory.resolve("figures"), "a file");
        assertThatThrownBy(() -> files.write(FigureGallery.roc(), occupied))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("a file has this name")
                .hasMessageContaining("cannot be written");
    }

    @Test
    void aNameThatWouldLeaveTheDirectoryIsRefused() {
        Figure figure = Figure.of("../evil", "t", "c", Axis.of("x"), Axis.of("y"), List.of());
        assertThatThrownBy(() -> files.write(figure, directory)).hasMessageContaining("../evil");
    }
}
