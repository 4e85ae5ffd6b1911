package org.muonframework.train.model;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Layer;

/**
 * Dense layers one after the other, each with all that goes with it.
 *
 * @param units of each dense layer; none for no layer
 * @param activation the function after each
 * @param batchNorm whether each is normalised over the batch before its activation
 * @param dropout probability that a value is dropped in training
 */
record HiddenLayers(List<Integer> units, ActivationFunction activation, boolean batchNorm, double dropout) {

    /** The layers, from the input on. */
    List<Layer> layers() {
        List<Layer> layers = new ArrayList<>();
        for (int width : units) {
            layers.add(new Layer.Dense(width));
            if (batchNorm) {
                layers.add(new Layer.BatchNorm());
            }
            layers.add(new Layer.Activation(activation));
            if (dropout > 0) {
                layers.add(new Layer.Dropout(dropout));
            }
        }
        return layers;
    }
}
