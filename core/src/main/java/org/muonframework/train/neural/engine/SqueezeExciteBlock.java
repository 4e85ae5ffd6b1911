package org.muonframework.train.neural.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import org.muonframework.spi.model.Layer;

/** Squeeze-and-excitation (arXiv:1709.01507): each channel times a gate made of all channels' means. */
final class SqueezeExciteBlock extends CompositeBlock {

    private final Block squeeze;
    private final Block excite;
    private final int bottleneck;

    SqueezeExciteBlock(Layer.SqueezeExcite layer, int channels) {
        bottleneck = layer.bottleneck(channels);
        squeeze = addChildBlock("squeeze", Linear.builder().setUnits(bottleneck).build());
        excite = addChildBlock("excite", Linear.builder().setUnits(channels).build());
    }

    @Override
    NDArray compute(ParameterStore store, NDArray input, boolean training) {
        NDArray means = Pooling.global(Layer.PoolKind.MEAN, input);
        NDArray inner = Activation.swish(
                squeeze.forward(store, new NDList(means), training).head(), 1);
        NDArray gate = Activation.sigmoid(
                excite.forward(store, new NDList(inner), training).head());
        long[] sizes = new long[input.getShape().dimension()];
        Arrays.fill(sizes, 1);
        sizes[0] = input.getShape().get(0);
        sizes[1] = input.getShape().get(1);
        return input.mul(gate.reshape(sizes));
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        squeeze.initialize(manager, type, new Shape(1, inputs[0].get(1)));
        excite.initialize(manager, type, new Shape(1, bottleneck));
    }
}
