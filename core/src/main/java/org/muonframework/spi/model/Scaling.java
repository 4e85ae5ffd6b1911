package org.muonframework.spi.model;

/** How the columns at the edge of a network are scaled; stored with the model. */
public sealed interface Scaling {

    /** As they are. */
    Scaling NONE = Plain.NONE;

    /**
     * To weighted mean 0 and standard deviation 1 (a constant column is only shifted); fitted on the training part
     * only.
     */
    Scaling STANDARDISE = Plain.STANDARDISE;

    /**
     * The 0.1 % quantile to 0 and the 99.9 % quantile to 1 (a constant column is only shifted); fitted on the training part
     * only. A value beyond them goes beyond 0 or 1.
     */
    Scaling RANGE = Plain.RANGE;

    /** The scalings without numbers of their own. */
    enum Plain implements Scaling {
        /** See {@link Scaling#NONE}. */
        NONE,
        /** See {@link Scaling#STANDARDISE}. */
        STANDARDISE,
        /** See {@link Scaling#RANGE}. */
        RANGE
    }

    /**
     * By numbers that are known beforehand: the network sees (value − offset) / scale. For a loss that has to know the
     * targets' own unit, which one that is fitted hides from it.
     *
     * @param offset the value that is 0 to the network
     * @param scale how much is 1 to the network, above 0
     */
    record Fixed(double offset, double scale) implements Scaling {
        public Fixed {
            if (!Double.isFinite(offset) || !(scale > 0 && Double.isFinite(scale))) {
                throw new IllegalArgumentException(
                        "a scaling has a finite offset and a scale above 0, not " + offset + " and " + scale);
            }
        }
    }

    /**
     * As an input of the network, column by column: for an output that gives features back.
     *
     * @param input name of the input, which has as many columns
     */
    record OfInput(String input) implements Scaling {}
}
