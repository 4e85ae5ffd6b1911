package org.muonframework.spi.model;

/**
 * What a network's output is trained to make small.
 *
 * <p>The losses of core are the weighted mean over the rows of a batch, Σ w·l / Σ w, so that the scale of the weights
 * does not change the step; a plugin's is whatever it computes.
 */
public sealed interface Loss {

    /** What an output is compared with. */
    enum Truth {
        /** The class of each row: 0, 1, … */
        CLASS,
        /** The columns of the output, row by row. */
        TARGETS,
        /** Nothing: the loss judges the outputs alone. */
        NONE
    }

    /** The function that turns an output that tells classes apart into scores; any but the identity for such a loss. */
    default ActivationFunction link() {
        return ActivationFunction.IDENTITY;
    }

    /** What the output is compared with. */
    default Truth truth() {
        return Truth.TARGETS;
    }

    /**
     * Checks that it can judge an output of this many values a row; here, as many as there are targets.
     *
     * @param width values of the output in a row
     * @param targets number of the output's columns
     * @throws ArchitectureException that says what was expected
     */
    default void check(long width, int targets) {
        if (truth() == Truth.TARGETS && width != targets) {
            throw new ArchitectureException("its loss takes one value a target, not " + width + " for " + targets);
        }
    }

    /** Starts to be used in one training. */
    LossCourse begin();

    /** −y ln p − (1 − y) ln(1 − p) with p = sigmoid(output); one output, classes 0 and 1. */
    record BinaryCrossEntropy() implements Loss {
        @Override
        public ActivationFunction link() {
            return ActivationFunction.SIGMOID;
        }

        @Override
        public Truth truth() {
            return Truth.CLASS;
        }

        @Override
        public void check(long width, int targets) {
            if (width != 1) {
                throw new ArchitectureException("a binary cross-entropy takes one value, not " + width);
            }
        }

        @Override
        public LossCourse begin() {
            return CrossEntropies::binary;
        }
    }

    /** −ln p of the true class with p = softmax(outputs); one output a class. */
    record CategoricalCrossEntropy() implements Loss {
        @Override
        public ActivationFunction link() {
            return ActivationFunction.SOFTMAX;
        }

        @Override
        public Truth truth() {
            return Truth.CLASS;
        }

        @Override
        public void check(long width, int targets) {
            if (width < 2) {
                throw new ArchitectureException("a categorical cross-entropy takes one value a class, not " + width);
            }
        }

        @Override
        public LossCourse begin() {
            return CrossEntropies::categorical;
        }
    }

    /** Mean over the outputs of (prediction − truth)². */
    record MeanSquaredError() implements Loss {
        @Override
        public LossCourse begin() {
            return new DifferenceLoss(d -> d * d, d -> 2 * d);
        }
    }

    /** Mean over the outputs of |prediction − truth|. */
    record MeanAbsoluteError() implements Loss {
        @Override
        public LossCourse begin() {
            return new DifferenceLoss(Math::abs, Math::signum);
        }
    }

    /** Mean over the outputs of d²/2 for |d| ≤ delta, else delta·(|d| − delta/2), with d = prediction − truth. */
    record Huber(double delta) implements Loss {
        public Huber {
            if (!(delta > 0)) {
                throw new IllegalArgumentException("delta is positive, not " + delta);
            }
        }

        @Override
        public LossCourse begin() {
            return new DifferenceLoss(
                    d -> Math.abs(d) <= delta ? d * d / 2 : delta * (Math.abs(d) - delta / 2),
                    d -> Math.max(-delta, Math.min(delta, d)));
        }
    }

    /**
     * A loss that a plugin supplies: any function of the outputs of a whole batch, with its gradient.
     *
     * <p>One object may serve several trainings, so what a training remembers belongs into the {@link LossCourse} that
     * {@link #begin} makes. It is not saved with a model: who loads one gets the loss from the plugin again.
     */
    non-sealed interface Custom extends Loss {

        /**
         * Name with all parameters, such as {@code punzi(a=3, b=1.28)}; the string of a record has this form. Two losses
         * of one name are taken to be the same when a training is resumed or a model loaded.
         */
        String name();

        @Override
        LossCourse begin();
    }
}
