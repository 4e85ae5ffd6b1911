package org.muonframework.train.neural.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;
import org.muonframework.train.neural.optimize.OptimizerSettings;
import org.muonframework.train.neural.store.Tensor;

/**
 * Adam in the form of Kingma and Ba, arXiv:1412.6980, end of section 2: m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g²,
 * w ← w − η √(1 − β₂ᵗ) / (1 − β₁ᵗ) · m / (√v + ε). Where a schedule changes β₁, the correction takes its present value.
 * With weight decay λ, before that w ← w − η λ w for weights (arXiv:1711.05101, algorithm 2).
 */
final class Adam implements Optimizer {

    private static final float NO_CLIPPING = -1;

    private final OptimizerSettings settings;
    private final double l2;
    private final List<TrainableParameter> parameters;
    private final Slots means;
    private final Slots squares;

    Adam(OptimizerSettings settings, double l2, Network network) {
        this.settings = settings;
        this.l2 = l2;
        parameters = network.trainable();
        means = new Slots("mean", network, parameters);
        squares = new Slots("square", network, parameters);
    }

    @Override
    public void step(long number, double rate, double momentum, double gradientScale) {
        double corrected = settings.correctedRate(number, rate, momentum);
        double kept = settings.keptWeight(rate);
        for (int i = 0; i < parameters.size(); i++) {
            TrainableParameter parameter = parameters.get(i);
            NDArray array = parameter.array();
            if (parameter.weight() && kept != 1) {
                array.muli((float) kept);
            }
            try (NDArray gradient = array.getGradient()) {
                array.getNDArrayInternal()
                        .adamUpdate(
                                new NDList(array, gradient, means.get(i), squares.get(i)),
                                new NDList(array),
                                (float) rate,
                                (float) corrected,
                                parameter.weight() ? (float) l2 : 0,
                                (float) gradientScale,
                                NO_CLIPPING,
                                (float) momentum,
                                (float) settings.beta2(),
                                (float) settings.epsilon(),
                                false,
                                false);
            }
        }
    }

    @Override
    public List<Tensor> state() {
        List<Tensor> state = new ArrayList<>(means.state());
        state.addAll(squares.state());
        return state;
    }

    @Override
    public void restore(List<Tensor> state) {
        means.restore(state);
        squares.restore(state);
    }
}
