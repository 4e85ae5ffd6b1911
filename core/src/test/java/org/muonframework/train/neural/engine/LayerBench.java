package org.muonframework.train.neural.engine;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.model.Shape;
import org.muonframework.train.neural.store.Tensor;
import org.slf4j.helpers.NOPLogger;

/** A network of one layer, to look at what the layer computes. */
final class LayerBench implements AutoCloseable {

    static final long SEED = 7;

    private final Network network;
    private final List<Shape> inputs;

    LayerBench(Layer layer, Shape... inputs) {
        this.inputs = List.of(inputs);
        ArchitectureBuilder builder = Architecture.builder();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < inputs.length; i++) {
            names.add(builder.input("x" + i, inputs[i], columns(inputs[i], "x" + i + "_"), Scaling.NONE));
        }
        builder.apply("layer", layer, names.toArray(String[]::new));
        Shape result = layer.output(this.inputs);
        builder.output("y", "layer", new Loss.MeanSquaredError(), 1, columns(result, "y_"), Scaling.NONE);
        network = new Network(builder.build(), engine(), new RandomStreams(SEED));
    }

    static Engine engine() {
        return Engines.start(Optional.empty(), NOPLogger.NOP_LOGGER);
    }

    /** Output shape of a batch, its batch dimension included. */
    long[] shape(int rows) {
        try (NDManager batch = network.newBatch()) {
            return network.forward(random(batch, rows), false).head().getShape().getShape();
        }
    }

    /** Goes to a batch of an epoch. */
    void moveTo(int epoch, int batch) {
        network.moveTo(epoch, batch, 0);
    }

    /** Number of trainable values. */
    long trainable() {
        return network.trainable().stream()
                .mapToLong(parameter -> parameter.array().size())
                .sum();
    }

    List<Tensor> parameters() {
        return network.snapshot();
    }

    void restore(List<Tensor> tensors) {
        network.restore(tensors);
    }

    float[] evaluate(float[] values, int rows) {
        try (NDManager batch = network.newBatch()) {
            NDArray x = batch.create(values, ArchitectureCompiler.batched(rows, inputs.get(0)));
            return network.forward(new NDList(x), false).head().toFloatArray();
        }
    }

    /** Output in training mode, after a backward pass of the sum of its values times {@code slope}. */
    float[] train(float[] values, int rows, float[] slope) {
        try (NDManager batch = network.newBatch();
                GradientCollector collector = network.record()) {
            NDArray x = batch.create(values, ArchitectureCompiler.batched(rows, inputs.get(0)));
            NDArray y = network.forward(new NDList(x), true).head();
            if (!network.trainable().isEmpty()) {
                collector.backward(y.mul(batch.create(slope, y.getShape())).sum());
            }
            return y.toFloatArray();
        }
    }

    List<float[]> gradients() {
        List<float[]> gradients = new ArrayList<>();
        for (TrainableParameter parameter : network.trainable()) {
            try (NDArray gradient = parameter.array().getGradient()) {
                gradients.add(gradient.toFloatArray());
            }
        }
        return gradients;
    }

    @Override
    public void close() {
        network.close();
    }

    private NDList random(NDManager batch, int rows) {
        NDList list = new NDList();
        for (Shape input : inputs) {
            list.add(batch.randomNormal(ArchitectureCompiler.batched(rows, input)));
        }
        return list;
    }

    private static List<String> columns(Shape shape, String prefix) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < shape.elements(); i++) {
            names.add(prefix + i);
        }
        return names;
    }
}
