package org.muonframework.report.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngTest {

    @ParameterizedTest(name = "{0} × {1} pixels")
    @CsvSource({"1, 1", "3, 2", "1120, 824"})
    void everyPixelIsReadBackByThePlatform(int width, int height) throws IOException {
        BufferedImage image = noise(width, height, BufferedImage.TYPE_INT_RGB);

        BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.bytes(image)));

        assertThat(read.getColorModel().hasAlpha()).isFalse();
        assertThat(pixels(read)).isEqualTo(pixels(image));
    }

    @ParameterizedTest(name = "{0} × {1} pixels")
    @CsvSource({"1, 1", "40, 30"})
    void transparencyIsKept(int width, int height) throws IOException {
        BufferedImage image = noise(width, height, BufferedImage.TYPE_INT_ARGB);

        BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.bytes(image)));

        assertThat(pixels(read)).isEqualTo(pixels(image));
    }

    private static BufferedImage noise(int width, int height, int type) {
        SplittableRandom random = new SplittableRandom(1);
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return image;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
