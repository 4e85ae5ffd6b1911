package org.muonframework.train.neural;

import java.util.List;
import org.muonframework.train.neural.store.Tensor;

/** A network in training, on one of the paths that can train it; it holds the rows, and its own memory until closed. */
interface Learner extends AutoCloseable {

    /** What became of a step. */
    enum Outcome {
        /** The parameters followed their gradients. */
        MADE,
        /** The weights of the rows sum to 0: nothing changed. */
        WEIGHTLESS,
        /** A loss is not finite: the parameters stayed as they were. */
        DIVERGED
    }

    /** Name of what computes: {@code MXNet}. */
    String engine();

    /** Its version. */
    String engineVersion();

    /** Name and version, which logs show; where either differs, a checkpoint is another training's. */
    default String name() {
        return engine() + " " + engineVersion();
    }

    /**
     * Makes one step on some of the training rows.
     *
     * @param order numbers of rows, of which those at {@code from} to before {@code to} are the batch
     * @param sum what the score of the batch, as it was before the step, is added to
     */
    Outcome step(Step step, int[] order, int from, int to, ScoreSum sum);

    /** The score of the network as it is now on the validation rows. */
    Score validate();

    /** A copy of all parameters, running averages included. */
    List<Tensor> snapshot();

    /**
     * Sets all parameters.
     *
     * @throws IllegalArgumentException if one is missing or has another shape
     */
    void restore(List<Tensor> parameters);

    /** A copy of the optimiser's memory. */
    List<Tensor> optimizerState();

    /**
     * Sets the optimiser's memory.
     *
     * @throws IllegalArgumentException if it is another network's
     */
    void restoreOptimizer(List<Tensor> state);

    @Override
    void close();
}
