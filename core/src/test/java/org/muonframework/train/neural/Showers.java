package org.muonframework.train.neural;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Image;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.model.Shape;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.SparseImages;
import org.muonframework.spi.train.TrainingData;

/** Blobs of 1 to 20 hits around the middle of a small volume: how many is to be found, together with a number beside. */
final class Showers {

    static final Shape VOLUME = Shape.of(6, 4, 4);
    static final int CELLS = 96;
    static final Task TASK =
            new Task(List.of("beside"), List.of(), List.of("size"), List.of(new Image("shower", VOLUME)));

    private static final int MOST = 20;

    private Showers() {}

    static TrainingData data(int rows) {
        return new TrainingData(TASK, rows(rows, 1), rows(rows / 2, 2));
    }

    static Rows rows(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] starts = new int[rows];
        int[] ends = new int[rows];
        int[] cells = new int[rows * MOST];
        float[] values = new float[rows * MOST];
        float[] beside = new float[rows];
        float[] size = new float[rows];
        float[] weights = new float[rows];
        int hits = 0;
        for (int row = 0; row < rows; row++) {
            starts[row] = hits;
            int count = random.nextInt(MOST);
            for (int i = 0; i < count; i++) {
                int z = Math.max(0, Math.min(5, (int) Math.round(2.5 + random.nextGaussian())));
                cells[hits] = 16 * z + random.nextInt(16);
                values[hits++] = 0.5f + random.nextFloat();
            }
            ends[row] = hits;
            beside[row] = (float) random.nextGaussian();
            size[row] = count + beside[row];
            weights[row] = 0.5f + random.nextFloat();
        }
        SparseImages images = new SparseImages(VOLUME, starts, ends, cells, values);
        return new Rows(
                new float[][] {beside},
                new int[0],
                new float[][] {size},
                weights,
                Map.of(),
                new long[0],
                List.of(images));
    }

    /** The same rows with every cell as a feature behind the first one. */
    static Rows dense(Rows sparse) {
        float[][] features = new float[1 + CELLS][sparse.size()];
        features[0] = sparse.features()[0];
        float[] image = new float[CELLS];
        for (int row = 0; row < sparse.size(); row++) {
            Arrays.fill(image, 0);
            sparse.images().get(0).addTo(image, row, 0);
            for (int cell = 0; cell < CELLS; cell++) {
                features[1 + cell][row] = image[cell];
            }
        }
        return new Rows(features, sparse.labels(), sparse.targets(), sparse.weights());
    }

    static List<String> denseFeatures() {
        return Stream.concat(Stream.of("beside"), IntStream.range(0, CELLS).mapToObj(cell -> "cell" + cell))
                .toList();
    }

    /** A small network of convolutions over the image, with these layers among them. */
    static Architecture network(Layer... among) {
        return network(new Loss.MeanSquaredError(), among);
    }

    static Architecture network(Loss loss, Layer... among) {
        ArchitectureBuilder network = Architecture.builder();
        String image = network.image("shower", Shape.of(1, 6, 4, 4));
        String beside = network.input("beside", List.of("beside"), Scaling.STANDARDISE);
        return finished(network, image, beside, loss, among);
    }

    /** The same network whose image is put together of features. */
    static Architecture denseNetwork(Layer... among) {
        List<String> features = denseFeatures();
        ArchitectureBuilder network = Architecture.builder();
        String image =
                network.input("shower", Shape.of(1, 6, 4, 4), features.subList(1, features.size()), Scaling.NONE);
        String beside = network.input("beside", List.of("beside"), Scaling.STANDARDISE);
        return finished(network, image, beside, new Loss.MeanSquaredError(), among);
    }

    private static Architecture finished(
            ArchitectureBuilder network, String image, String beside, Loss loss, Layer... among) {
        String folded = network.apply(
                "fold", new Layer.Convolution(4, List.of(3, 3, 3), List.of(1, 1, 1), List.of(1, 1, 1), true), image);
        String body = network.apply("among", List.of(among), folded);
        String active = network.apply("active", new Layer.Activation(ActivationFunction.RELU), body);
        String pooled = network.apply(
                "pool",
                new Layer.Pool(Layer.PoolKind.MAX, List.of(2, 2, 2), List.of(2, 2, 2), List.of(0, 0, 0)),
                active);
        String sum = network.apply("sum", new Layer.GlobalPool(Layer.PoolKind.SUM), pooled);
        String all = network.apply("all", new Layer.Concat(), sum, beside);
        String head = network.apply("head", List.of(new Layer.Dense(8), new Layer.Dense(1)), all);
        network.output("size", head, loss, 1, List.of("size"), Scaling.STANDARDISE);
        return network.build();
    }
}
