package org.muonframework.train.neural.optimize;

import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** The section {@code schedule} of the neural trainer; keys of other types than the chosen one are ignored. */
@Doc("How the learning rate changes during the training.")
public record ScheduleSettings(
        @Doc(
                "constant, cosine (down along half a cosine), one-cycle (up and down, with the momentum the other way round)"
                        + " or plateau (down whenever the validation loss stops falling).")
        @Default("constant")
        Type type,

        @Doc("cosine, plateau: the smallest learning rate.") @Default("1e-6") @Range(min = 0)
        double minLearningRate,

        @Doc("plateau: factor on the learning rate.")
        @Default("0.5")
        @Range(min = 0, max = 1, minExclusive = true, maxExclusive = true)
        double factor,

        @Doc("plateau: epochs without improvement before the rate falls.") @Default("5") @Range(min = 1)
        int patience,

        @Doc("plateau: a validation loss counts as an improvement when it is lower than the best by more than this.")
        @Default("1e-4")
        @Range(min = 0)
        double minDelta,

        @Doc("one-cycle: epochs in which the rate rises to its peak, optimizer.learning-rate.")
        @Default("2")
        @Range(min = 0, minExclusive = true)
        double warmupEpochs,

        @Doc("one-cycle: the rate starts at the peak divided by this.") @Default("100") @Range(min = 1)
        double startDivision,

        @Doc("one-cycle: the rate ends at the peak divided by this.") @Default("10") @Range(min = 1)
        double endDivision,

        @Doc("one-cycle: momentum (beta1 of adam) when the rate peaks.")
        @Default("0.85")
        @Range(min = 0, max = 1, maxExclusive = true)
        double momentumLow,

        @Doc("one-cycle: momentum (beta1 of adam) at the start and the end.")
        @Default("0.95")
        @Range(min = 0, max = 1, maxExclusive = true)
        double momentumHigh) {

    /** The schedules. */
    public enum Type {
        /** Always the same rate. */
        CONSTANT,
        /** Loshchilov and Hutter, arXiv:1608.03983, without restarts. */
        COSINE,
        /** Smith, arXiv:1803.09820, with cosines. */
        ONE_CYCLE,
        /** Lower when the validation loss has stopped falling. */
        PLATEAU
    }

    public ScheduleSettings {
        if (momentumLow > momentumHigh) {
            throw new IllegalArgumentException(
                    "momentum-low, " + momentumLow + ", is above momentum-high, " + momentumHigh);
        }
    }
}
