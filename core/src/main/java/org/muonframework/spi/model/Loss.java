package org.muonframework.spi.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

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

    /**
     * Expressions over the dataset's columns whose values it needs for each row, found again in
     * {@link LossBatch#columns()}. Truth is allowed: the loss knows it, the network never sees these columns, and no
     * prediction needs them.
     */
    default List<String> columns() {
        return List.of();
    }

    /**
     * Looks at its columns before a training starts.
     *
     * @param columns the values of each of {@link #columns()} by its text, for all rows to fit or all to judge by
     * @return empty if it can be computed, else what is wrong: {@code row 12: the weight -0.3 is negative}, the first
     *     row being 1
     */
    default Optional<String> objection(Map<String, double[]> columns) {
        return Optional.empty();
    }

    /** What is made small in a pretraining, if the trainer has one; all but {@link Pretrained}: itself. */
    default Loss pretraining() {
        return this;
    }

    /** What is made small in the training proper; all but {@link Pretrained}: itself. */
    default Loss training() {
        return this;
    }

    /** Starts to be used in one training. */
    LossCourse begin();

    /**
     * One loss for a pretraining and another one for the training after it, which starts from what the first one found.
     * A trainer has to have a pretraining for it. The two compare the output with the same truth by the same link; all
     * that is asked of the loss but for that is what the second one says.
     *
     * @param pretraining the first
     * @param training the second
     */
    record Pretrained(Loss pretraining, Loss training) implements Loss {
        public Pretrained {
            Objects.requireNonNull(pretraining, "pretraining");
            Objects.requireNonNull(training, "training");
            if (pretraining instanceof Pretrained || training instanceof Pretrained) {
                throw new ArchitectureException("there is one pretraining, not several");
            }
            if (pretraining.link() != training.link() || pretraining.truth() != training.truth()) {
                throw new ArchitectureException("the loss of the pretraining has the link " + pretraining.link()
                        + " and the truth " + pretraining.truth() + ", that of the training " + training.link()
                        + " and " + training.truth());
            }
        }

        @Override
        public ActivationFunction link() {
            return training.link();
        }

        @Override
        public Truth truth() {
            return training.truth();
        }

        @Override
        public void check(long width, int targets) {
            pretraining.check(width, targets);
            training.check(width, targets);
        }

        @Override
        public List<String> columns() {
            return Stream.of(pretraining, training)
                    .flatMap(loss -> loss.columns().stream())
                    .distinct()
                    .toList();
        }

        @Override
        public LossCourse begin() {
            return training.begin();
        }
    }

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

    /** The mean over the outputs of their own values: an output that is itself what is to be small. */
    record OwnValue() implements Loss {
        @Override
        public Truth truth() {
            return Truth.NONE;
        }

        @Override
        public LossCourse begin() {
            return OutputLosses::ownValue;
        }
    }

    /** Zero: the output is predicted, and nothing is asked of it. */
    record Unjudged() implements Loss {
        @Override
        public Truth truth() {
            return Truth.NONE;
        }

        @Override
        public LossCourse begin() {
            return OutputLosses::nothing;
        }
    }

    /**
     * How far Gaussian distributions are from the standard one: the divergence −½ Σ (1 + log σ² − μ² − σ²) of Kullback and
     * Leibler (Kingma and Welling, arXiv:1312.6114, appendix B). The first half of the outputs are means, the second half
     * logarithms of variances.
     *
     * @param clamp the logarithm of a variance counts as no further from 0 than this, as in {@link Layer.Sample}
     */
    record KullbackLeibler(double clamp) implements Loss {
        public KullbackLeibler {
            LayerShapes.requireAbove("clamp", clamp);
        }

        @Override
        public Truth truth() {
            return Truth.NONE;
        }

        @Override
        public void check(long width, int targets) {
            if (width % 2 != 0) {
                throw new ArchitectureException("its loss takes as many means as variances, not " + width + " values");
            }
        }

        @Override
        public LossCourse begin() {
            return (batch, gradient) -> OutputLosses.kullbackLeibler(batch, clamp, gradient);
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
