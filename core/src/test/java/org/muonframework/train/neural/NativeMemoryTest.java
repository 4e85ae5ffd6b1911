package org.muonframework.train.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.muonframework.train.neural.Fixtures.XOR;
import static org.muonframework.train.neural.Fixtures.classifier;
import static org.muonframework.train.neural.Fixtures.settings;
import static org.muonframework.train.neural.Fixtures.train;
import static org.muonframework.train.neural.Fixtures.xor;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Image;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.model.Shape;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.SparseImages;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingData;

@DisplayName("The native memory of a training")
class NativeMemoryTest {

    private static final Path STATUS = Path.of("/proc/self/status");

    /** Layers of 1,000 units: an array of a batch that is kept would hold 400 kB, 100 epochs of them 40 MB. */
    @Test
    void doesNotGrowWithTheEpochs() throws IOException {
        assumeTrue(Files.exists(STATUS), "the resident memory is read from /proc");
        TrainingData data = new TrainingData(XOR, xor(100, 1, 0), xor(100, 2, 0));
        Layer[] wide = {new Layer.Dense(1000), new Layer.BatchNorm(), new Layer.Dropout(0.1)};
        train(classifier(XOR, wide), data, settings(20, 100, 1e-3), 1).close();
        long before = residentKilobytes();
        train(classifier(XOR, wide), data, settings(100, 100, 1e-3), 1).close();
        assertThat(residentKilobytes() - before).isLessThan(30_000);
    }

    /** 300 images of 256 kB: a buffer of them all would take 79 MB, and each model would keep one. */
    @Test
    void isGivenBackByNetworksOfImagesThatWait() throws InterruptedException {
        Shape shape = Shape.of(64, 32, 32);
        ArchitectureBuilder builder = Architecture.builder();
        String image = builder.image("shower", Shape.of(1, 64, 32, 32));
        String head =
                builder.apply("head", List.of(new Layer.GlobalPool(Layer.PoolKind.SUM), new Layer.Dense(1)), image);
        Architecture network = builder.output(
                        "size", head, new Loss.MeanSquaredError(), 1, List.of("size"), Scaling.NONE)
                .build();
        Task task = new Task(List.of(), List.of(), List.of("size"), List.of(new Image("shower", shape)));
        Rows rows = onePixel(300, shape);
        TrainingData few = new TrainingData(task, onePixel(8, shape), onePixel(8, shape));
        NeuralSettings settings = settings("epochs = 1, batch-size = 4, path = engine");
        long before = bufferBytes();
        try (TrainedModel first = train(network, few, settings, 1);
                TrainedModel second = train(network, few, settings, 2)) {
            for (TrainedModel model : List.of(first, second)) {
                assertThat(model.predict(new Features(new float[0][], rows.size(), rows.images()))[0])
                        .hasSize(300);
            }
            for (int waited = 0; waited < 50 && bufferBytes() - before > 1_000_000; waited++) {
                System.gc();
                Thread.sleep(20);
            }
            assertThat(bufferBytes() - before).isLessThan(1_000_000);
        }
    }

    private static Rows onePixel(int rows, Shape shape) {
        int[] starts = IntStream.range(0, rows).toArray();
        int[] ends = IntStream.rangeClosed(1, rows).toArray();
        float[] values = new float[rows];
        Arrays.fill(values, 1);
        return new Rows(
                new float[0][],
                new int[0],
                new float[][] {values},
                values,
                Map.of(),
                new long[0],
                List.of(new SparseImages(shape, starts, ends, starts, values)));
    }

    private static long bufferBytes() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    private static long residentKilobytes() throws IOException {
        System.gc();
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
