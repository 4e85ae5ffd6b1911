package org.muonframework.train.neural.optimize;

import java.util.OptionalDouble;

/** The rate up to its peak and down again, the momentum down and up, all along half cosines (arXiv:1803.09820). */
final class OneCycle implements Schedule {

    private final ScheduleSettings settings;
    private final double peak;
    private final double warmup;
    private final double descent;

    OneCycle(ScheduleSettings settings, double peak, int epochs) {
        this.settings = settings;
        this.peak = peak;
        warmup = Math.min(settings.warmupEpochs(), epochs / 2.0);
        descent = epochs - warmup;
    }

    @Override
    public double rate(double epochs) {
        return epochs < warmup
                ? Schedule.cosine(peak / settings.startDivision(), peak, epochs / warmup)
                : Schedule.cosine(peak, peak / settings.endDivision(), (epochs - warmup) / descent);
    }

    @Override
    public OptionalDouble momentum(double epochs) {
        double low = settings.momentumLow();
        double high = settings.momentumHigh();
        return OptionalDouble.of(
                epochs < warmup
                        ? Schedule.cosine(high, low, epochs / warmup)
                        : Schedule.cosine(low, high, (epochs - warmup) / descent));
    }
}
