package org.muonframework.train.neural.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.convolutional.Conv3d;
import ai.djl.nn.convolutional.Convolution;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import java.util.List;
import java.util.function.UnaryOperator;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Layer;

/**
 * Makes of an architecture one block that an engine computes, with a child for each node.
 *
 * <p>The block takes the architecture's inputs, each (batch, …), and gives the raw outputs, before any link, in the
 * order of {@link Architecture#outputs()}.
 */
public final class ArchitectureCompiler {

    private ArchitectureCompiler() {}

    /**
     * The block of a whole network, not yet initialised.
     *
     * @param masks what its dropout layers drop
     */
    static Block compile(Architecture architecture, DropoutMasks masks) {
        return new GraphBlock(architecture, masks);
    }

    /**
     * The block of one layer.
     *
     * @param node its position in the architecture
     * @param inputs shapes of its inputs
     */
    static Block compile(Layer layer, int node, List<org.muonframework.spi.model.Shape> inputs, DropoutMasks masks) {
        if (layer instanceof Layer.Dense dense) {
            return Linear.builder()
                    .setUnits(dense.units())
                    .optBias(dense.bias())
                    .build();
        }
        if (layer instanceof Layer.Activation activation) {
            return function("activation", x -> activate(activation.function(), x));
        }
        if (layer instanceof Layer.BatchNorm norm) {
            return new BatchNormBlock(norm);
        }
        if (layer instanceof Layer.LayerNorm norm) {
            return LayerNorm.builder()
                    .axis(inputs.get(0).rank())
                    .optEpsilon((float) norm.epsilon())
                    .build();
        }
        if (layer instanceof Layer.Dropout dropout) {
            return new DropoutBlock(masks, node, dropout.rate());
        }
        if (layer instanceof Layer.Flatten) {
            return function("flatten", x -> x.reshape(x.getShape().get(0), -1));
        }
        if (layer instanceof Layer.Reshape reshape) {
            return function("reshape", x -> x.reshape(batched(x.getShape().get(0), reshape.shape())));
        }
        if (layer instanceof Layer.Convolution convolution) {
            return convolution(convolution);
        }
        if (layer instanceof Layer.Pool pool) {
            return function("pool", x -> Pooling.window(pool, x));
        }
        if (layer instanceof Layer.GlobalPool pool) {
            return function("global-pool", x -> Pooling.global(pool.kind(), x));
        }
        if (layer instanceof Layer.SqueezeExcite gate) {
            return new SqueezeExciteBlock(gate, inputs.get(0).size(0));
        }
        if (layer instanceof Layer.Recurrent recurrent) {
            return new RecurrentLayerBlock(recurrent);
        }
        if (layer instanceof Layer.Attention attention) {
            return new AttentionBlock(attention.heads(), inputs.get(0).size(1));
        }
        if (layer instanceof Layer.PositionEmbedding) {
            return new PositionEmbeddingBlock(inputs.get(0));
        }
        if (layer instanceof Layer.Transpose) {
            return function("transpose", x -> x.transpose(0, 2, 1));
        }
        if (layer instanceof Layer.Sample sample) {
            return new SampleBlock(masks, node, sample.clamp());
        }
        if (layer instanceof Layer.SquaredDifference) {
            return new LambdaBlock(
                    list -> new NDList(list.get(0).sub(list.get(1)).square().mean(new int[] {1}, true)), "difference");
        }
        if (layer instanceof Layer.Add) {
            return new LambdaBlock(list -> new NDList(NDArrays.add(list.toArray(new NDArray[0]))), "add");
        }
        if (layer instanceof Layer.Concat) {
            return new LambdaBlock(list -> new NDList(NDArrays.concat(list, 1)), "concat");
        }
        return ((Layer.Opaque) layer).block().get();
    }

    /** A shape with its batch dimension in front. */
    static Shape batched(long rows, org.muonframework.spi.model.Shape shape) {
        return new Shape(rows)
                .addAll(new Shape(shape.dimensions().stream()
                        .mapToLong(Integer::longValue)
                        .toArray()));
    }

    /** A plain list of sizes as the engine's shape. */
    static Shape shape(List<Integer> sizes) {
        return new Shape(sizes.stream().mapToLong(Integer::longValue).toArray());
    }

    private static NDArray activate(ActivationFunction function, NDArray x) {
        return switch (function) {
            case IDENTITY -> x;
            case RELU -> Activation.relu(x);
            case LEAKY_RELU -> Activation.leakyRelu(x, 0.01f);
            case SWISH -> Activation.swish(x, 1);
            case TANH -> Activation.tanh(x);
            case SIGMOID -> Activation.sigmoid(x);
            case SOFTMAX -> x.softmax(-1);
        };
    }

    private static Block convolution(Layer.Convolution layer) {
        return switch (layer.kernel().size()) {
            case 1 -> configured(Conv1d.builder(), layer).build();
            case 2 -> configured(Conv2d.builder(), layer).build();
            default -> configured(Conv3d.builder(), layer).build();
        };
    }

    private static <B extends Convolution.ConvolutionBuilder<B>> B configured(B builder, Layer.Convolution layer) {
        return builder.setFilters(layer.channels())
                .setKernelShape(shape(layer.kernel()))
                .optStride(shape(layer.stride()))
                .optPadding(shape(layer.padding()))
                .optBias(layer.bias());
    }

    private static Block function(String name, UnaryOperator<NDArray> function) {
        return new LambdaBlock(list -> new NDList(function.apply(list.singletonOrThrow())), name);
    }
}
