package org.muonframework.train.fused;

import java.util.List;
import org.muonframework.train.fused.kernel.Kernels;
import org.muonframework.train.fused.step.Parameters;
import org.muonframework.train.neural.optimize.OptimizerSettings;
import org.muonframework.train.neural.store.Tensor;

/** Stochastic gradient descent with momentum: s ← μ s − η g, w ← w + s. */
final class Sgd implements Optimizer {

    private static final String STEP = "step";

    private final OptimizerSettings settings;
    private final double l2;
    private final Parameters parameters;
    private final float[] steps;

    Sgd(OptimizerSettings settings, double l2, Parameters parameters) {
        this.settings = settings;
        this.l2 = l2;
        this.parameters = parameters;
        steps = new float[parameters.trained()];
    }

    @Override
    public void change(
            Kernels kernels, Move move, int from, int to, boolean weights, float[] gradient, float[] values) {
        float penalty = weights ? (float) l2 : 0;
        kernels.sgd(from, to, (float) move.rate(), (float) move.momentum(), penalty, gradient, steps, values);
    }

    @Override
    public List<Tensor> state() {
        return parameters.packSlots(STEP, steps);
    }

    @Override
    public void restore(List<Tensor> state) {
        parameters.unpackSlots(STEP, state, steps);
    }
}
