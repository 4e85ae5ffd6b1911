package org.muonframework.train.neural.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import org.muonframework.spi.model.Layer;

/**
 * Batch normalisation over the channel, always as an image (batch, channel, a, b): MXNet fails on volumes and is slow on
 * flat features.
 */
final class BatchNormBlock extends CompositeBlock {

    private final Block norm;

    BatchNormBlock(Layer.BatchNorm layer) {
        norm = addChildBlock(
                "norm",
                BatchNorm.builder()
                        .optAxis(1)
                        .optEpsilon((float) layer.epsilon())
                        .optMomentum((float) layer.momentum())
                        .build());
    }

    @Override
    NDArray compute(ParameterStore store, NDArray input, boolean training) {
        Shape shape = input.getShape();
        NDArray image = input.reshape(image(shape));
        return norm.forward(store, new NDList(image), training).head().reshape(shape);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        norm.initialize(manager, type, image(inputs[0]));
    }

    private static Shape image(Shape shape) {
        long last = shape.dimension() > 2 ? shape.get(shape.dimension() - 1) : 1;
        return new Shape(shape.get(0), shape.get(1), shape.size() / (shape.get(0) * shape.get(1) * last), last);
    }
}
