package org.muonframework.train.neural;

import java.util.Optional;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;
import org.muonframework.train.neural.optimize.EarlyStoppingSettings;
import org.muonframework.train.neural.optimize.OptimizerSettings;
import org.muonframework.train.neural.optimize.ScheduleSettings;

/** The section {@code trainer} of type {@code neural}. */
@Doc("Fits a neural network by gradient descent.")
public record NeuralSettings(
        @Doc("The most passes over the training rows.") @Default("100") @Range(min = 1)
        int epochs,

        @Doc("Rows in a step; 0 takes all rows in one step.") @Default("2048") @Range(min = 0)
        int batchSize,

        @Doc(
                "Rows that go through the network together where a batch does not fit into memory; 0 takes the whole batch."
                        + " The gradients of the parts add up to that of the batch, so that a step is the same; but batch"
                        + " normalisation takes its statistics from each part. For a loss that judges the whole batch each part"
                        + " is computed twice.")
        @Default("0")
        @Range(min = 0)
        int microBatchSize,

        @Doc("How the parameters follow their gradients.") @Default("{}")
        OptimizerSettings optimizer,

        @Doc(
                "Adds this times the weight to the gradient of each weight of a dense, convolutional, recurrent or attention"
                        + " layer, which is a penalty of l2/2 times the sum of squares; not on biases or normalisations,"
                        + " and not counted in the loss that is shown.")
        @Default("0")
        @Range(min = 0)
        double l2,

        @Doc("How the learning rate changes.") @Default("{}")
        ScheduleSettings schedule,

        @Doc("When to stop early.") @Default("{}") EarlyStoppingSettings earlyStopping,

        @Doc("The gradient of all parameters together is scaled down to this length where it is longer.")
        @Range(min = 0, minExclusive = true)
        Optional<Double> gradientClip,

        @Doc(
                "Does each symmetry that the model states to each training row or not, anew in every epoch, with a probability of"
                        + " one half; never in validation and prediction.")
        @Default("false")
        boolean symmetries,

        @Doc("A training before this one, with keys of its own; this one starts from what it found. A model with a loss"
                + " of its own for it needs one.")
        Optional<PretrainingSettings> pretraining,

        @Doc("What computes the network: auto (the fused path in plain Java where it can run the network and no"
                + " engine is named, else an engine), fused (that path, or an error that says what it cannot"
                + " run) or engine (an engine of the Deep Java Library).")
        @Default("auto")
        Path path,

        @Doc("The tensor engine, by its name in the Deep Java Library; MXNet if it is installed, else the only one."
                + " Where one is named, the path auto takes it.")
        Optional<String> engine) {

    /** The settings of the pretraining, if there is one. */
    Optional<NeuralSettings> ofPretraining() {
        return pretraining.map(own -> new NeuralSettings(
                own.epochs().orElse(epochs),
                own.batchSize().orElse(batchSize),
                microBatchSize,
                own.optimizer().orElse(optimizer),
                own.l2().orElse(l2),
                own.schedule().orElse(schedule),
                own.earlyStopping().orElse(earlyStopping),
                own.gradientClip().or(() -> gradientClip),
                symmetries,
                Optional.empty(),
                path,
                engine));
    }

    /** The most rows that go through the network together; 0 for all training rows. */
    public int rowsAtOnce() {
        return microBatchSize > 0 && (batchSize == 0 || microBatchSize < batchSize) ? microBatchSize : batchSize;
    }

    /** What computes a network. */
    public enum Path {
        /** The fused path where it can run the network and no engine is named, else an engine. */
        AUTO,
        /** The fused path. */
        FUSED,
        /** An engine. */
        ENGINE
    }
}
