package org.muonframework.train.model;

import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** The section {@code model} of type {@code transformer}. */
@Doc("A network in which each feature is a token, and tokens attend to each other.")
public record TransformerSettings(
        @Doc("Numbers that a token consists of; a multiple of heads.") @Default("32") @Range(min = 1)
        int width,

        @Doc("Heads of each attention, which share the width.") @Default("4") @Range(min = 1)
        int heads,

        @Doc("Blocks of attention and feed-forward layers, one after the other.") @Default("1") @Range(min = 1)
        int blocks,

        @Doc("Units of the inner layer of each feed-forward part.") @Default("64") @Range(min = 1)
        int feedForward,

        @Doc("Probability that a value is dropped in training before it is added to its token.")
        @Default("0")
        @Range(min = 0, max = 1, maxExclusive = true)
        double dropout,

        @Doc("Whether features and targets are brought to mean 0 and standard deviation 1.") @Default("true")
        boolean standardise,

        @Doc("The loss of regressed targets: mse (squared error), mae (absolute error) or huber.") @Default("mse")
        RegressionLoss loss,

        @Doc("huber: the difference, in standard deviations of the target where it is standardised, from which the"
                + " loss grows linearly.")
        @Default("1")
        @Range(min = 0, minExclusive = true)
        double huberDelta,

        @Doc("Factor of the targets' loss beside that of the classes, where both are learned.")
        @Default("1")
        @Range(min = 0, minExclusive = true)
        double targetLossWeight)
        implements HeadSettings {

    public TransformerSettings {
        if (width % heads != 0) {
            throw new IllegalArgumentException("width, " + width + ", is not a multiple of heads, " + heads);
        }
    }
}
