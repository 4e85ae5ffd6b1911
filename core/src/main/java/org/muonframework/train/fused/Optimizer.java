package org.muonframework.train.fused;

import java.util.List;
import org.muonframework.train.fused.kernel.Kernels;
import org.muonframework.train.fused.step.Parameters;
import org.muonframework.train.neural.optimize.OptimizerSettings;
import org.muonframework.train.neural.store.Tensor;

/** Changes parameters by their gradient. */
interface Optimizer {

    /**
     * Changes a range of the parameters.
     *
     * @param weights whether they are weights, which alone are regularised
     */
    void change(Kernels kernels, Move move, int from, int to, boolean weights, float[] gradient, float[] values);

    /** A copy of its memory. */
    List<Tensor> state();

    /** Sets its memory. */
    void restore(List<Tensor> state);

    /** An optimiser for the parameters of a network. */
    static Optimizer of(OptimizerSettings settings, double l2, Parameters parameters) {
        return switch (settings.type()) {
            case ADAM, ADAMW -> new Adam(settings, l2, parameters);
            case SGD -> new Sgd(settings, l2, parameters);
        };
    }
}
