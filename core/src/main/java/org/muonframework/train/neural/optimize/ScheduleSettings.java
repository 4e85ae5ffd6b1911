package org.muonframework.train.neural.optimize;

import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.OnlyFor;
import org.muonframework.spi.settings.Range;

/** The section {@code schedule} of the neural trainer. */
@Doc("How the learning rate changes during the training.")
public record ScheduleSettings(
        @Doc(
                "constant, cosine (down along half a cosine), one-cycle (up and down, with the momentum the other way round)"
                        + " or plateau (down whenever the validation loss stops falling).")
        @Default("constant")
        Type type,

        @Doc("The smallest learning rate.") @OnlyFor({"cosine", "plateau"}) @Default("1e-6") @Range(min = 0)
        double minLearningRate,

        @Doc("Factor on the learning rate.")
        @OnlyFor("plateau")
        @Default("0.5")
        @Range(min = 0, max = 1, minExclusive = true, maxExclusive = true)
        double factor,

        @Doc("Epochs without improvement before the rate falls.") @OnlyFor("plateau") @Default("5") @Range(min = 1)
        int patience,

        @Doc("A validation loss counts as an improvement when it is lower than the best by more than this.")
        @OnlyFor("plateau")
        @Default("1e-4")
        @Range(min = 0)
        double minDelta,

        @Doc("Epochs in which the rate rises to its peak, optimizer.learning-rate.")
        @OnlyFor("one-cycle")
        @Default("2")
        @Range(min = 0, minExclusive = true)
        double warmupEpochs,

        @Doc("The rate starts at the peak divided by this.") @OnlyFor("one-cycle") @Default("100") @Range(min = 1)
        double startDivision,

        @Doc("The rate ends at the peak divided by this.") @OnlyFor("one-cycle") @Default("10") @Range(min = 1)
        double endDivision,

        @Doc("Momentum (beta1 of adam) when the rate peaks.")
        @OnlyFor("one-cycle")
        @Default("0.85")
        @Range(min = 0, max = 1, maxExclusive = true)
        double momentumLow,

        @Doc("Momentum (beta1 of adam) at the start and the end.")
        @OnlyFor("one-cycle")
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
