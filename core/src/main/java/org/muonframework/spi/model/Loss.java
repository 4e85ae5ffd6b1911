package org.muonframework.spi.model;

/**
 * What a network's output is trained to make small; always the weighted mean over rows, Σ w·l / Σ w, so that the scale
 * of the weights does not change the step.
 */
public sealed interface Loss {

    /** The function that turns the output into the prediction. */
    default ActivationFunction link() {
        return ActivationFunction.IDENTITY;
    }

    /** Whether the truth is a class (else it is one number for each output). */
    default boolean classifies() {
        return false;
    }

    /** −y ln p − (1 − y) ln(1 − p) with p = sigmoid(output); one output, classes 0 and 1. */
    record BinaryCrossEntropy() implements Loss {
        @Override
        public ActivationFunction link() {
            return ActivationFunction.SIGMOID;
        }

        @Override
        public boolean classifies() {
            return true;
        }
    }

    /** −ln p of the true class with p = softmax(outputs); one output a class. */
    record CategoricalCrossEntropy() implements Loss {
        @Override
        public ActivationFunction link() {
            return ActivationFunction.SOFTMAX;
        }

        @Override
        public boolean classifies() {
            return true;
        }
    }

    /** Mean over the outputs of (prediction − truth)². */
    record MeanSquaredError() implements Loss {}

    /** Mean over the outputs of |prediction − truth|. */
    record MeanAbsoluteError() implements Loss {}

    /** Mean over the outputs of d²/2 for |d| ≤ delta, else delta·(|d| − delta/2), with d = prediction − truth. */
    record Huber(double delta) implements Loss {
        public Huber {
            if (!(delta > 0)) {
                throw new IllegalArgumentException("delta is positive, not " + delta);
            }
        }
    }

    /** A loss that a plugin supplies with its gradient; every training path runs it. */
    non-sealed interface Custom extends Loss {

        /** Name in the log and the report. */
        String name();

        /**
         * The loss of a batch and its gradient.
         *
         * @param outputs the network's outputs, row by row
         * @param truth the truth: the class of each row, or the targets row by row
         * @param weights one weight a row
         * @param gradient to be filled: derivative of the loss with respect to each of {@code outputs}
         * @return the loss
         */
        double evaluate(float[] outputs, float[] truth, float[] weights, float[] gradient);
    }
}
