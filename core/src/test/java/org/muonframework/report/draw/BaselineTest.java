package org.muonframework.report.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muonframework.report.CrowdedFigures;
import org.muonframework.report.EventScenes;
import org.muonframework.report.FigureGallery;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Scene;

/**
 * Figures look as they were last approved.
 *
 * <p>Compared are small copies of the images, so that another Java platform's edges of lines pass while a shifted tick
 * fails. After an intended change copy the images that the failure names over the baselines.
 */
class BaselineTest {

    private static final Path MADE = Path.of("target", "figures");
    private static final FigureRenderer RENDERER = new FigureRenderer(FigureStyle.ofSample("Simulation"));
    private static final int WIDTH = 420;
    private static final double MEAN_DIFFERENCE = 0.8;

    static List<Figure> figures() {
        return List.of(
                FigureGallery.mass(),
                FigureGallery.scores(),
                FigureGallery.roc(),
                FigureGallery.efficiency(),
                FigureGallery.confusion(),
                FigureGallery.overtraining(),
                CrowdedFigures.manyModels(),
                CrowdedFigures.manyFeatures(),
                CrowdedFigures.manyCorrelations(),
                CrowdedFigures.origins(),
                CrowdedFigures.prediction());
    }

    @ParameterizedTest
    @MethodSource("figures")
    void aFigureLooksAsApproved(Figure figure) throws IOException {
        assertLooksAsApproved(figure.name(), RENDERER.png(figure));
    }

    static List<Scene> scenes() {
        return List.of(EventScenes.calorimeter(), EventScenes.tracker());
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void aSceneLooksAsApproved(Scene scene) throws IOException {
        assertLooksAsApproved(scene.name() + "-3d", RENDERER.png(scene));
    }

    private static void assertLooksAsApproved(String name, byte[] png) throws IOException {
        BufferedImage made = small(png);
        Files.createDirectories(MADE);
        Path file = MADE.resolve(name + ".png");
        Files.write(file, Png.bytes(made));

        var baseline = BaselineTest.class.getResource("baseline/" + name + ".png");
        assertThat(baseline).as("baseline of " + name).isNotNull();
        BufferedImage approved = ImageIO.read(baseline);

        assertThat(made.getHeight()).as("height of " + file).isEqualTo(approved.getHeight());
        assertThat(meanDifference(made, approved))
                .as("mean difference, of 255, between " + file.toAbsolutePath() + " and its baseline")
                .isLessThan(MEAN_DIFFERENCE);
    }

    private static BufferedImage small(byte[] png) throws IOException {
        BufferedImage large = ImageIO.read(new ByteArrayInputStream(png));
        int height = Math.round(large.getHeight() * (float) WIDTH / large.getWidth());
        BufferedImage small = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        var graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(large, 0, 0, WIDTH, height, null);
        graphics.dispose();
        return small;
    }

    private static double meanDifference(BufferedImage one, BufferedImage other) {
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                int a = one.getRGB(x, y);
                int b = other.getRGB(x, y);
                for (int shift = 0; shift <= 16; shift += 8) {
                    sum += Math.abs((a >> shift & 0xff) - (b >> shift & 0xff));
                }
            }
        }
        return sum / (3.0 * one.getWidth() * one.getHeight());
    }
}
