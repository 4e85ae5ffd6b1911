package org.muonframework.spi.model;

/** A loss in the course of one training; no other training shares it. */
@FunctionalInterface
public interface LossCourse {

    /**
     * The loss of a batch and its gradient.
     *
     * @param batch outputs and truth, not to be changed
     * @param gradient to be filled: derivative of the loss with respect to each of {@link LossBatch#outputs()}
     * @return the loss; one that is not finite ends the training
     */
    double evaluate(LossBatch batch, float[] gradient);

    /** What it has to remember of the batches so far, for the checkpoint; nothing, unless a plugin's loss does. */
    default double[] state() {
        return new double[0];
    }

    /** Goes on where {@link #state} was taken. */
    default void restore(double[] state) {}
}
