package org.muonframework.train.neural.optimize;

import java.util.OptionalDouble;

/** The learning rate, and where it changes the momentum, over a training. */
public interface Schedule {

    /**
     * The learning rate.
     *
     * @param epochs epochs done, with a fraction for the steps within one
     */
    double rate(double epochs);

    /** The momentum, where the schedule changes it; as {@link #rate}. */
    default OptionalDouble momentum(double epochs) {
        return OptionalDouble.empty();
    }

    /** Tells the validation loss of an epoch that ended. */
    default void observe(double validationLoss) {}

    /**
     * A new schedule.
     *
     * @param peak the optimiser's learning rate
     * @param epochs length of the training
     */
    static Schedule of(ScheduleSettings settings, double peak, int epochs) {
        return switch (settings.type()) {
            case CONSTANT -> position -> peak;
            case COSINE -> {
                double lowest = Math.min(settings.minLearningRate(), peak);
                yield position -> cosine(peak, lowest, position / epochs);
            }
            case ONE_CYCLE -> new OneCycle(settings, peak, epochs);
            case PLATEAU -> new Plateau(settings, peak);
        };
    }

    /** From {@code start} to {@code end} along half a cosine; {@code fraction} is kept within 0 to 1. */
    static double cosine(double start, double end, double fraction) {
        double part = Math.max(0, Math.min(1, fraction));
        return end + (start - end) * (1 + Math.cos(Math.PI * part)) / 2;
    }
}
