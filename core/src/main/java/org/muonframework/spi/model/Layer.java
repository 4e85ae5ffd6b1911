package org.muonframework.spi.model;

import ai.djl.nn.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * One operation of a network, as data.
 *
 * <p>A layer knows the shape it makes of the shapes it gets and how many trainable parameters that takes. The interface
 * is sealed, so that every training path and exporter can say for each layer whether it supports it; {@link Opaque} is
 * the escape hatch.
 */
public sealed interface Layer {

    /**
     * The shape of the output: that of the only input, where a layer does not say otherwise.
     *
     * @param inputs shapes of the inputs, in order
     * @throws ArchitectureException if the layer cannot take them
     */
    default Shape output(List<Shape> inputs) {
        return LayerShapes.only(this, inputs);
    }

    /**
     * Number of trainable parameters.
     *
     * @param inputs shapes of the inputs, in order; such that {@link #output} accepts them
     */
    default long parameters(List<Shape> inputs) {
        return 0;
    }

    /** y = W x + b over the last dimension; (…, n) becomes (…, units). */
    record Dense(int units, boolean bias) implements Layer {
        public Dense {
            LayerShapes.requirePositive("units", units);
        }

        /** With a bias. */
        public Dense(int units) {
            this(units, true);
        }

        @Override
        public Shape output(List<Shape> inputs) {
            List<Integer> sizes = new ArrayList<>(LayerShapes.only(this, inputs).dimensions());
            if (sizes.isEmpty()) {
                throw new ArchitectureException("a dense layer needs at least one dimension");
            }
            sizes.set(sizes.size() - 1, units);
            return new Shape(sizes);
        }

        @Override
        public long parameters(List<Shape> inputs) {
            Shape shape = inputs.get(0);
            return (long) shape.size(shape.rank() - 1) * units + (bias ? units : 0);
        }
    }

    /** An elementwise function (softmax: over the last dimension). */
    record Activation(ActivationFunction function) implements Layer {
        public Activation {
            Objects.requireNonNull(function, "function");
        }
    }

    /**
     * Batch normalisation (Ioffe and Szegedy, arXiv:1502.03167) over the first dimension after the batch, with scale and
     * shift. In evaluation it uses running averages, updated as {@code r ← momentum · r + (1 − momentum) · batch}.
     *
     * @param epsilon added to the variance
     * @param momentum part of the running average that is kept
     */
    record BatchNorm(double epsilon, double momentum) implements Layer {
        public BatchNorm {
            LayerShapes.requireFraction("momentum", momentum);
            if (!(epsilon > 0)) {
                throw new IllegalArgumentException("epsilon is positive, not " + epsilon);
            }
        }

        /** With the constants that Keras uses: epsilon 1e-3, momentum 0.99. */
        public BatchNorm() {
            this(1e-3, 0.99);
        }

        @Override
        public long parameters(List<Shape> inputs) {
            return 2L * inputs.get(0).size(0);
        }
    }

    /** Layer normalisation over the last dimension, with scale and shift (arXiv:1607.06450). */
    record LayerNorm(double epsilon) implements Layer {
        @Override
        public long parameters(List<Shape> inputs) {
            Shape shape = inputs.get(0);
            return 2L * shape.size(shape.rank() - 1);
        }
    }

    /** In training each value is set to 0 with probability {@code rate} and otherwise divided by 1 − rate. */
    record Dropout(double rate) implements Layer {
        public Dropout {
            LayerShapes.requireFraction("rate", rate);
        }
    }

    /** All values of a row in one dimension. */
    record Flatten() implements Layer {
        @Override
        public Shape output(List<Shape> inputs) {
            return Shape.of(Math.toIntExact(LayerShapes.only(this, inputs).elements()));
        }
    }

    /** The same values in another shape. */
    record Reshape(Shape shape) implements Layer {
        public Reshape {
            Objects.requireNonNull(shape, "shape");
        }

        @Override
        public Shape output(List<Shape> inputs) {
            Shape in = LayerShapes.only(this, inputs);
            if (in.elements() != shape.elements()) {
                throw new ArchitectureException(
                        in + " has " + in.elements() + " values, " + shape + " has " + shape.elements());
            }
            return shape;
        }
    }

    /**
     * A convolution in 1, 2 or 3 dimensions over (channel, …).
     *
     * @param channels number of output channels
     * @param kernel size of the kernel along each dimension
     * @param stride step along each dimension
     * @param padding zeros added at both ends of each dimension
     * @param bias whether a constant is added to each channel
     */
    record Convolution(int channels, List<Integer> kernel, List<Integer> stride, List<Integer> padding, boolean bias)
            implements Layer {
        public Convolution {
            LayerShapes.requirePositive("channels", channels);
            kernel = List.copyOf(kernel);
            stride = List.copyOf(stride);
            padding = List.copyOf(padding);
        }

        @Override
        public Shape output(List<Shape> inputs) {
            return LayerShapes.window(LayerShapes.only(this, inputs), channels, kernel, stride, padding);
        }

        @Override
        public long parameters(List<Shape> inputs) {
            long volume = kernel.stream().mapToLong(Integer::longValue).reduce(1L, (a, b) -> a * b);
            return channels * (inputs.get(0).size(0) * volume + (bias ? 1 : 0));
        }
    }

    /** How a pool makes one value of many. */
    enum PoolKind {
        /** The mean, zeros of the padding counted. */
        MEAN,
        /** The largest. */
        MAX,
        /** The sum. */
        SUM
    }

    /** Mean, maximum or sum over windows of each channel. */
    record Pool(PoolKind kind, List<Integer> kernel, List<Integer> stride, List<Integer> padding) implements Layer {
        public Pool {
            Objects.requireNonNull(kind, "kind");
            kernel = List.copyOf(kernel);
            stride = List.copyOf(stride);
            padding = List.copyOf(padding);
        }

        @Override
        public Shape output(List<Shape> inputs) {
            Shape in = LayerShapes.only(this, inputs);
            return LayerShapes.window(in, in.size(0), kernel, stride, padding);
        }
    }

    /** Mean, maximum or sum over all positions of each channel: (c, …) becomes (c). */
    record GlobalPool(PoolKind kind) implements Layer {
        public GlobalPool {
            Objects.requireNonNull(kind, "kind");
        }

        @Override
        public Shape output(List<Shape> inputs) {
            return Shape.of(LayerShapes.only(this, inputs).size(0));
        }
    }

    /**
     * Squeeze-and-excitation (arXiv:1709.01507): each channel is multiplied by a gate in (0, 1) made of all channels'
     * means through max(2, channels / ratio) swish units.
     */
    record SqueezeExcite(int ratio) implements Layer {
        public SqueezeExcite {
            LayerShapes.requirePositive("ratio", ratio);
        }

        /** Width of the bottleneck for a number of channels. */
        public int bottleneck(int channels) {
            return Math.max(2, channels / ratio);
        }

        @Override
        public long parameters(List<Shape> inputs) {
            long channels = inputs.get(0).size(0);
            long inner = bottleneck((int) channels);
            return channels * inner + inner + inner * channels + channels;
        }
    }

    /** Kinds of recurrent layers. */
    enum RecurrentKind {
        /** Long short-term memory. */
        LSTM,
        /** Gated recurrent unit. */
        GRU
    }

    /** A recurrent layer over (time, features); gives the last state (units), or all of them (time, units). */
    record Recurrent(RecurrentKind kind, int units, boolean sequence) implements Layer {
        public Recurrent {
            Objects.requireNonNull(kind, "kind");
            LayerShapes.requirePositive("units", units);
        }

        @Override
        public Shape output(List<Shape> inputs) {
            Shape in = LayerShapes.requireRank(LayerShapes.only(this, inputs), 2, "a recurrent layer");
            return sequence ? Shape.of(in.size(0), units) : Shape.of(units);
        }

        @Override
        public long parameters(List<Shape> inputs) {
            long gates = kind == RecurrentKind.LSTM ? 4 : 3;
            long features = inputs.get(0).size(1);
            return gates * ((features + units) * units + 2L * units);
        }
    }

    /** Multi-head self-attention over (positions, features) with as many features out (arXiv:1706.03762). */
    record Attention(int heads) implements Layer {
        public Attention {
            LayerShapes.requirePositive("heads", heads);
        }

        @Override
        public Shape output(List<Shape> inputs) {
            Shape in = LayerShapes.requireRank(LayerShapes.only(this, inputs), 2, "attention");
            if (in.size(1) % heads != 0) {
                throw new ArchitectureException(heads + " attention heads do not divide " + in.size(1) + " features");
            }
            return in;
        }

        @Override
        public long parameters(List<Shape> inputs) {
            long features = inputs.get(0).size(1);
            return 4 * (features * features + features);
        }
    }

    /**
     * Adds to each position of (positions, features) a learned vector of its own, by which attention tells positions
     * apart (arXiv:1705.03122, section 3.1).
     */
    record PositionEmbedding() implements Layer {
        @Override
        public Shape output(List<Shape> inputs) {
            return LayerShapes.requireRank(LayerShapes.only(this, inputs), 2, "a position embedding");
        }

        @Override
        public long parameters(List<Shape> inputs) {
            return inputs.get(0).elements();
        }
    }

    /** Rows become columns: (a, b) becomes (b, a). */
    record Transpose() implements Layer {
        @Override
        public Shape output(List<Shape> inputs) {
            Shape in = LayerShapes.requireRank(LayerShapes.only(this, inputs), 2, "a transposition");
            return Shape.of(in.size(1), in.size(0));
        }
    }

    /** The sum of inputs of one shape. */
    record Add() implements Layer {
        @Override
        public Shape output(List<Shape> inputs) {
            return LayerShapes.summed(inputs);
        }
    }

    /** The inputs one after the other along the first dimension; other sizes are equal. */
    record Concat() implements Layer {
        @Override
        public Shape output(List<Shape> inputs) {
            return LayerShapes.concatenated(inputs);
        }
    }

    /**
     * In training a random number for each value, Gaussian with the mean of the first input and the logarithm of the
     * variance of the second: z = μ + e^(½ log σ²) ε; outside of training the mean (Kingma and Welling,
     * arXiv:1312.6114, section 2.4).
     *
     * @param clamp the logarithm of the variance counts as no further from 0 than this
     */
    record Sample(double clamp) implements Layer {
        public Sample {
            LayerShapes.requireAbove("clamp", clamp);
        }

        @Override
        public Shape output(List<Shape> inputs) {
            LayerShapes.requireTwoRows("a sampling layer", inputs);
            return inputs.get(0);
        }
    }

    /** The mean over a row's values of (first input − second input)²: (n) and (n) become (1). */
    record SquaredDifference() implements Layer {
        @Override
        public Shape output(List<Shape> inputs) {
            LayerShapes.requireTwoRows("a squared difference", inputs);
            return Shape.of(1);
        }
    }

    /**
     * Any block of the engine's library. What it loses: the fast training paths, export, the picture of its inside, and
     * the check of its shapes before data is read (the author states them here).
     *
     * @param description what it is, for the report
     * @param block makes a new, uninitialised block; called on the training thread
     * @param result the shape it gives
     * @param trainable the number of its trainable parameters
     */
    record Opaque(String description, Supplier<Block> block, Shape result, long trainable) implements Layer {
        public Opaque {
            Objects.requireNonNull(description, "description");
            Objects.requireNonNull(block, "block");
            Objects.requireNonNull(result, "result");
        }

        @Override
        public Shape output(List<Shape> inputs) {
            return result;
        }

        @Override
        public long parameters(List<Shape> inputs) {
            return trainable;
        }
    }
}
