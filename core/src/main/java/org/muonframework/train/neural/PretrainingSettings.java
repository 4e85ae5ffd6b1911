package org.muonframework.train.neural;

import java.util.Optional;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;
import org.muonframework.train.neural.optimize.EarlyStoppingSettings;
import org.muonframework.train.neural.optimize.OptimizerSettings;
import org.muonframework.train.neural.optimize.ScheduleSettings;

/** The section {@code pretraining} of the trainer {@code neural}. */
@Doc("A training before the training proper; a key or section that is absent is that of the training proper.")
public record PretrainingSettings(
        @Doc("The most passes over the training rows.") @Range(min = 1)
        Optional<Integer> epochs,

        @Doc("Rows in a step; 0 takes all rows in one step.") @Range(min = 0)
        Optional<Integer> batchSize,

        @Doc("How the parameters follow their gradients.") Optional<OptimizerSettings> optimizer,

        @Doc("Adds this times the weight to the gradient of each weight, but for biases and normalisations.")
        @Range(min = 0)
        Optional<Double> l2,

        @Doc("How the learning rate changes.") Optional<ScheduleSettings> schedule,

        @Doc("When to stop early, and which epoch's parameters the training proper starts from.")
        Optional<EarlyStoppingSettings> earlyStopping,

        @Doc("The gradient of all parameters together is scaled down to this length where it is longer.")
        @Range(min = 0, minExclusive = true)
        Optional<Double> gradientClip) {}
