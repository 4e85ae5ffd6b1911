package org.muonframework.train.fused;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.Scaling;
import org.muonframework.train.neural.store.Tensor;
import org.muonframework.train.neural.weights.ParameterLayout;

/** Networks of any form that dense layers can have, with parameters and rows for them. */
final class RandomNetworks {

    private static final int WIDEST = 40;
    private static final List<ActivationFunction> FUNCTIONS = List.of(
            ActivationFunction.IDENTITY,
            ActivationFunction.RELU,
            ActivationFunction.RELU,
            ActivationFunction.LEAKY_RELU,
            ActivationFunction.SWISH,
            ActivationFunction.TANH,
            ActivationFunction.SIGMOID);

    private final SplittableRandom random;
    private final ArchitectureBuilder builder = Architecture.builder();
    private final List<String> names = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();

    private RandomNetworks(SplittableRandom random) {
        this.random = random;
    }

    /** A network: up to two inputs, up to twelve layers that read the last one or any before, up to three outputs. */
    static Architecture architecture(SplittableRandom random) {
        return new RandomNetworks(random).build();
    }

    private Architecture build() {
        for (int input = 0; input <= random.nextInt(2); input++) {
            int width = width();
            add(builder.input("in" + input, columns("x" + input, width), Scaling.NONE), width);
        }
        int layers = random.nextInt(1, 13);
        for (int i = 0; i < layers; i++) {
            addLayer("node" + i);
        }
        int outputs = random.nextInt(1, 4);
        for (int i = 0; i < outputs; i++) {
            addOutput("out" + i);
        }
        return builder.build();
    }

    private void addLayer(String name) {
        int from = random.nextInt(3) > 0 ? names.size() - 1 : random.nextInt(names.size());
        String source = names.get(from);
        int width = widths.get(from);
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> {
                int units = width();
                add(builder.apply(name, new Layer.Dense(units, random.nextInt(4) > 0), source), units);
            }
            case 3, 4 ->
                add(
                        builder.apply(
                                name, new Layer.Activation(FUNCTIONS.get(random.nextInt(FUNCTIONS.size()))), source),
                        width);
            case 5, 6 -> add(builder.apply(name, new Layer.BatchNorm(1e-3, 0.9), source), width);
            case 7 -> add(builder.apply(name, new Layer.Dropout(0.1 * random.nextInt(1, 6)), source), width);
            case 8 -> {
                int other = random.nextInt(names.size());
                add(builder.apply(name, new Layer.Concat(), source, names.get(other)), width + widths.get(other));
            }
            default -> {
                List<Integer> equal = IntStream.range(0, names.size())
                        .filter(i -> widths.get(i) == width)
                        .boxed()
                        .toList();
                String other = names.get(equal.get(random.nextInt(equal.size())));
                add(builder.apply(name, new Layer.Add(), source, other, source), width);
            }
        }
    }

    private void addOutput(String name) {
        int from = random.nextInt(3) > 0 ? names.size() - 1 : random.nextInt(names.size());
        double factor = random.nextInt(1, 4) * 0.5;
        int units = random.nextInt(2, 6);
        switch (random.nextInt(6)) {
            case 0 ->
                builder.output(
                        name, head(name, from, 1), new Loss.BinaryCrossEntropy(), factor, List.of(), Scaling.NONE);
            case 1 ->
                builder.output(
                        name,
                        head(name, from, units),
                        new Loss.CategoricalCrossEntropy(),
                        factor,
                        List.of(),
                        Scaling.NONE);
            case 2 ->
                builder.output(
                        name, head(name, from, 1), new TestLosses.SquaredMean(), factor, List.of(), Scaling.NONE);
            case 3 ->
                builder.output(
                        name, head(name, from, units), new Loss.Huber(0.7), factor, columns(name, units), Scaling.NONE);
            default ->
                builder.output(
                        name,
                        names.get(from),
                        new Loss.MeanSquaredError(),
                        factor,
                        columns(name, widths.get(from)),
                        Scaling.NONE);
        }
    }

    private String head(String name, int from, int units) {
        return builder.apply("head-" + name, new Layer.Dense(units), names.get(from));
    }

    private void add(String name, int width) {
        names.add(name);
        widths.add(width);
    }

    private int width() {
        return random.nextInt(1, WIDEST + 1);
    }

    private static List<String> columns(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + "-" + i).toList();
    }

    /** Parameters, some weights of which are 0; scales and running variances are positive. */
    static List<Tensor> parameters(Architecture architecture, SplittableRandom random) {
        List<Tensor> tensors = ParameterLayout.of(architecture).initial(new RandomStreams(random.nextLong()));
        for (Tensor tensor : tensors) {
            boolean weights = tensor.shape().size() > 1;
            boolean positive = tensor.name().endsWith("gamma") || tensor.name().endsWith("Var");
            for (int i = 0; i < tensor.values().length; i++) {
                if (!weights) {
                    tensor.values()[i] = (float) random.nextDouble(positive ? 0.5 : -0.5, positive ? 1.5 : 0.5);
                } else if (random.nextInt(10) == 0) {
                    tensor.values()[i] = 0;
                }
            }
        }
        return tensors;
    }

    /** Rows for a network: inputs, truths, weight. */
    static float[][] rows(Architecture architecture, int count, SplittableRandom random) {
        float[][] rows = new float[count][];
        for (int row = 0; row < count; row++) {
            List<Float> values = new ArrayList<>();
            architecture.inputs().forEach(input -> input.columns().forEach(c -> values.add(normal(random))));
            for (Architecture.Output output : architecture.outputs()) {
                if (output.loss().truth() == Loss.Truth.CLASS) {
                    int classes =
                            Math.max(2, architecture.shapes().get(output.from()).size(0));
                    values.add((float) random.nextInt(classes));
                } else {
                    values.addAll(Collections.nCopies(TestLosses.truthWidth(output), normal(random)));
                }
            }
            values.add(random.nextInt(5) == 0 ? 0 : (float) random.nextDouble(0.1, 2));
            rows[row] = new float[values.size()];
            for (int i = 0; i < rows[row].length; i++) {
                rows[row][i] = values.get(i);
            }
        }
        rows[0][rows[0].length - 1] = 1;
        return rows;
    }

    private static float normal(SplittableRandom random) {
        return (float) (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5) * 2;
    }
}
