package org.muonframework.train.neural.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.recurrent.GRU;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.ParameterStore;
import org.muonframework.spi.model.Layer;

/** One recurrent layer over (batch, time, features), started from zeros; all states, or the last. */
final class RecurrentLayerBlock extends CompositeBlock {

    private final Block recurrent;
    private final boolean sequence;

    RecurrentLayerBlock(Layer.Recurrent layer) {
        sequence = layer.sequence();
        recurrent = addChildBlock(
                "recurrent",
                switch (layer.kind()) {
                    case LSTM ->
                        LSTM.builder()
                                .setStateSize(layer.units())
                                .setNumLayers(1)
                                .build();
                    case GRU ->
                        GRU.builder()
                                .setStateSize(layer.units())
                                .setNumLayers(1)
                                .build();
                });
    }

    @Override
    NDArray compute(ParameterStore store, NDArray input, boolean training) {
        NDArray states = recurrent.forward(store, new NDList(input), training).head();
        return sequence ? states : states.get(":, " + (states.getShape().get(1) - 1));
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        recurrent.initialize(manager, type, inputs);
    }
}
