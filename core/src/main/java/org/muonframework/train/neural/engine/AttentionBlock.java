package org.muonframework.train.neural.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;

/**
 * Multi-head self-attention, softmax(Q K<sup>T</sup> / √d) V with d features a head (arXiv:1706.03762, equation 1), with
 * a linear map before and after.
 */
final class AttentionBlock extends CompositeBlock {

    private final int heads;
    private final int features;
    private final Block query;
    private final Block key;
    private final Block value;
    private final Block result;

    AttentionBlock(int heads, int features) {
        this.heads = heads;
        this.features = features;
        query = addChildBlock("query", Linear.builder().setUnits(features).build());
        key = addChildBlock("key", Linear.builder().setUnits(features).build());
        value = addChildBlock("value", Linear.builder().setUnits(features).build());
        result = addChildBlock("result", Linear.builder().setUnits(features).build());
    }

    @Override
    NDArray compute(ParameterStore store, NDArray input, boolean training) {
        NDArray q = split(query.forward(store, new NDList(input), training).head());
        NDArray k = split(key.forward(store, new NDList(input), training).head());
        NDArray v = split(value.forward(store, new NDList(input), training).head());
        double width = (double) features / heads;
        NDArray weights = q.batchDot(k.transpose(0, 2, 1))
                .mul((float) (1 / Math.sqrt(width)))
                .softmax(-1);
        return result.forward(store, new NDList(join(weights.batchDot(v), input.getShape())), training)
                .head();
    }

    /** (batch, positions, features) to (batch · heads, positions, features / heads). */
    private NDArray split(NDArray x) {
        Shape shape = x.getShape();
        return x.reshape(shape.get(0), shape.get(1), heads, features / heads)
                .transpose(0, 2, 1, 3)
                .reshape(shape.get(0) * heads, shape.get(1), features / heads);
    }

    private NDArray join(NDArray x, Shape shape) {
        return x.reshape(shape.get(0), heads, shape.get(1), features / heads)
                .transpose(0, 2, 1, 3)
                .reshape(shape);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        for (Block child : getChildren().values()) {
            child.initialize(manager, type, inputs);
        }
    }
}
