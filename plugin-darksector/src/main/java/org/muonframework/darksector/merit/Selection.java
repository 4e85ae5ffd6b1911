package org.muonframework.darksector.merit;

import org.muonframework.stats.Interval;
import org.muonframework.stats.Intervals;

/**
 * What a cut leaves of a mass window.
 *
 * @param threshold of the cut: the mean of those of all folds of the events, between the lowest and the highest
 * @param efficiency the part of the signal candidates before the classifier that pass
 * @param absoluteEfficiency the part of all generated events of which the true candidate is in the window and passes;
 *     NaN where it is not known how many were generated
 * @param background background candidates that are expected in the data; without an interval where none passes
 * @param merit {@link PunziMerit} with the efficiency relative to the candidates before the classifier
 * @param gain the figure of merit divided by that without a cut
 */
public record Selection(
        Estimate threshold,
        Estimate efficiency,
        Estimate absoluteEfficiency,
        Estimate background,
        Estimate merit,
        Estimate gain) {

    /**
     * From sums over the evaluated part.
     *
     * @param factor by what the background of the evaluated part is multiplied to be that of the data
     * @param generated signal events that were generated for the evaluated part; NaN where that is not known
     */
    static Selection of(
            Estimate threshold, EventSums signal, EventSums background, double factor, double generated, double k) {
        Estimate efficiency = part(signal, signal.total(), signal.squares());
        Estimate absolute = part(signal, generated, generated * signal.squares() / signal.total());
        Interval rows = Intervals.weightedCount(background.passed(), background.passedSquares(), Intervals.ONE_SIGMA);
        Estimate expected = new Estimate(factor * background.passed(), factor * rows.low(), factor * rows.high());
        return new Selection(
                threshold,
                efficiency,
                absolute,
                expected,
                PunziMerit.estimate(efficiency, expected, k),
                gain(signal, background, factor, k));
    }

    private static Estimate part(EventSums signal, double total, double squares) {
        return Estimate.of(
                signal.passed() / total,
                Intervals.weighted(signal.passed(), signal.passedSquares(), total, squares, Intervals.ONE_SIGMA));
    }

    /**
     * G with the interval G·e^{±σ}, σ linearised: ln G = ln ε − ln(k + √B) + ln(k + √B₀) moves with each event that
     * passes, before or after the cut, so that what both have in common cancels.
     */
    private static Estimate gain(EventSums signal, EventSums background, double factor, double k) {
        double efficiency = signal.passed() / signal.total();
        double after = factor * background.passed();
        double before = factor * background.total();
        double gain = PunziMerit.of(efficiency, after, k) / PunziMerit.of(1, before, k);
        if (!(efficiency > 0)) {
            return Estimate.of(gain, Interval.NONE);
        }
        double ofSignal = signal.variance(1, -efficiency) / (signal.passed() * signal.passed());
        double ofBackground = factor * factor * background.variance(-slope(after, k), slope(before, k));
        double deviation = Math.sqrt(ofSignal + ofBackground);
        return new Estimate(gain, gain * Math.exp(-deviation), gain * Math.exp(deviation));
    }

    /** The derivative of ln(k + √B) with respect to B; 0 where there is no background to fluctuate. */
    private static double slope(double background, double k) {
        double root = Math.sqrt(background);
        return background > 0 ? 1 / (2 * root * (k + root)) : 0;
    }
}
