package org.muonframework.train.neural.engine;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.muonframework.train.neural.store.NamedTensors;
import org.muonframework.train.neural.store.Tensor;

/** One array of an optimiser's memory for each parameter, of the parameter's shape and zero at first. */
final class Slots {

    private final String name;
    private final List<TrainableParameter> parameters;
    private final List<NDArray> arrays = new ArrayList<>();

    Slots(String name, Network network, List<TrainableParameter> parameters) {
        this.name = name;
        this.parameters = parameters;
        for (TrainableParameter parameter : parameters) {
            arrays.add(network.memory().zeros(parameter.array().getShape()));
        }
    }

    NDArray get(int parameter) {
        return arrays.get(parameter);
    }

    List<Tensor> state() {
        List<Tensor> tensors = new ArrayList<>();
        for (int i = 0; i < arrays.size(); i++) {
            tensors.add(Tensors.copy(key(i), arrays.get(i)));
        }
        return tensors;
    }

    void restore(List<Tensor> state) {
        NamedTensors named = new NamedTensors(state);
        for (int i = 0; i < arrays.size(); i++) {
            Tensors.restore(named, key(i), arrays.get(i));
        }
    }

    private String key(int parameter) {
        return name + "/" + parameters.get(parameter).name();
    }
}
