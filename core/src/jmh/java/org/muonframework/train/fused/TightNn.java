package org.muonframework.train.fused;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.LossBatch;
import org.muonframework.spi.model.LossCourse;
import org.muonframework.spi.model.Scaling;
import org.muonframework.train.fused.step.Losses;

/** The network of the comparisons: 25 features, 64-128-64-32-8 rectified units, one score, 20 977 weights and biases. */
final class TightNn {

    /** Features. */
    static final int FEATURES = 25;

    /** Floating-point operations of a row in training: forward, and back to inputs and to weights. */
    static final double OPERATIONS = 6 * 20_977.0;

    private static final List<Integer> HIDDEN = List.of(64, 128, 64, 32, 8);
    private static final double DROPOUT = 0.3;

    private TightNn() {}

    /** The network; with batch normalisation and dropout behind the first two layers, or without both. */
    static Architecture architecture(boolean normalised) {
        ArchitectureBuilder network = Architecture.builder();
        List<String> features =
                IntStream.range(0, FEATURES).mapToObj(i -> "x" + i).toList();
        String input = network.input("features", features, Scaling.STANDARDISE);
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < HIDDEN.size(); i++) {
            layers.add(new Layer.Dense(HIDDEN.get(i)));
            layers.add(new Layer.Activation(ActivationFunction.RELU));
            if (normalised && i < 2) {
                layers.add(new Layer.BatchNorm());
                layers.add(new Layer.Dropout(DROPOUT));
            }
        }
        layers.add(new Layer.Dense(1));
        network.output("class", network.apply("hidden", layers, input), new Loss.BinaryCrossEntropy());
        return network.build();
    }

    /** Its loss. */
    static Losses losses() {
        LossCourse course = new Loss.BinaryCrossEntropy().begin();
        return new Losses() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public int truthWidth(int output) {
                return 1;
            }

            @Override
            public double factor(int output) {
                return 1;
            }

            @Override
            public boolean additive(int output) {
                return true;
            }

            @Override
            public double fit(
                    int output,
                    float[] values,
                    float[] truth,
                    float[] weights,
                    int[] order,
                    int from,
                    float[] gradient) {
                return course.evaluate(new LossBatch(values, 1, truth, weights, true), gradient);
            }

            @Override
            public double correct(int output, float[] values, float[] truth, float[] weights) {
                double correct = 0;
                for (int row = 0; row < values.length; row++) {
                    correct += (values[row] > 0) == (truth[row] > 0) ? weights[row] : 0;
                }
                return correct;
            }
        };
    }
}
