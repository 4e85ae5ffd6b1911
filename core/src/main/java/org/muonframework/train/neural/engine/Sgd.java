package org.muonframework.train.neural.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.List;
import org.muonframework.train.neural.optimize.OptimizerSettings;
import org.muonframework.train.neural.store.Tensor;

/** Stochastic gradient descent with momentum: s ← μ s − η g, w ← w + s. */
final class Sgd implements Optimizer {

    private static final float NO_CLIPPING = -1;

    private final OptimizerSettings settings;
    private final double l2;
    private final List<TrainableParameter> parameters;
    private final Slots steps;

    Sgd(OptimizerSettings settings, double l2, Network network) {
        this.settings = settings;
        this.l2 = l2;
        parameters = network.trainable();
        steps = new Slots("step", network, parameters);
    }

    @Override
    public void step(long number, double rate, double momentum, double gradientScale) {
        for (int i = 0; i < parameters.size(); i++) {
            TrainableParameter parameter = parameters.get(i);
            NDArray array = parameter.array();
            try (NDArray gradient = array.getGradient()) {
                NDList inputs = new NDList(array, gradient);
                if (momentum != 0) {
                    inputs.add(steps.get(i));
                }
                array.getNDArrayInternal()
                        .sgdUpdate(
                                inputs,
                                new NDList(array),
                                (float) rate,
                                parameter.weight() ? (float) l2 : 0,
                                (float) gradientScale,
                                NO_CLIPPING,
                                (float) momentum,
                                false);
            }
        }
    }

    @Override
    public List<Tensor> state() {
        return steps.state();
    }

    @Override
    public void restore(List<Tensor> state) {
        steps.restore(state);
    }
}
