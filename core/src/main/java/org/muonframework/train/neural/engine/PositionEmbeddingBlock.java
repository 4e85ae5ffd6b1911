package org.muonframework.train.neural.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import org.muonframework.spi.model.Shape;

/** Adds a learned vector to each position of (batch, positions, features). */
final class PositionEmbeddingBlock extends CompositeBlock {

    private final Parameter embedding;

    PositionEmbeddingBlock(Shape shape) {
        embedding = addParameter(Parameter.builder()
                .setName("embedding")
                .setType(Parameter.Type.OTHER)
                .optShape(ArchitectureCompiler.shape(shape.dimensions()))
                .build());
    }

    @Override
    NDArray compute(ParameterStore store, NDArray input, boolean training) {
        return input.add(store.getValue(embedding, input.getDevice(), training));
    }
}
