package org.muonframework.train.neural.engine;

import java.util.List;
import org.muonframework.train.neural.optimize.OptimizerSettings;
import org.muonframework.train.neural.store.Tensor;

/** Changes a network's parameters by their gradients; its memory lives in the network's. */
public interface Optimizer {

    /**
     * Makes one step with the gradients that the network now has.
     *
     * @param number number of this step, from 1
     * @param rate learning rate
     * @param momentum momentum, or beta1 of Adam
     * @param gradientScale factor on all gradients
     */
    void step(long number, double rate, double momentum, double gradientScale);

    /** A copy of its memory. */
    List<Tensor> state();

    /**
     * Sets its memory.
     *
     * @throws IllegalArgumentException if the state is another network's
     */
    void restore(List<Tensor> state);

    /**
     * An optimiser for a network.
     *
     * @param l2 factor of a weight that is added to its gradient
     */
    static Optimizer of(OptimizerSettings settings, double l2, Network network) {
        return switch (settings.type()) {
            case ADAM, ADAMW -> new Adam(settings, l2, network);
            case SGD -> new Sgd(settings, l2, network);
        };
    }
}
