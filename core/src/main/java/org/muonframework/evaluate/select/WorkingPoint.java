package org.muonframework.evaluate.select;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.muonframework.stats.Roc;

/**
 * A cut on the score.
 *
 * @param name name of the working point
 * @param threshold rows whose score is at least this pass, in single precision as scores are; NaN if there is none
 * @param reference the selection whose signal efficiency it matches, if any
 * @param problem why there is no threshold, if that is so
 */
record WorkingPoint(String name, float threshold, Optional<String> reference, Optional<String> problem) {

    /** Part of Σw that is taken as rounding. */
    static final double ROUNDING = 1e-12;

    private static final int DIGITS = 5;

    /** A given threshold, or the one found on a sample. */
    static WorkingPoint of(String name, WorkingPointSettings settings, SignalSample sample) {
        if (settings.threshold().isPresent()) {
            return given(name, settings.threshold().get());
        }
        ReferenceSelection selection = ReferenceSelection.of(sample.sample(), settings.reference());
        Optional<String> problem = sample.problem().or(selection::problem);
        if (problem.isPresent()) {
            return missing(name, settings, problem.get());
        }
        Roc roc = sample.roc();
        if (settings.backgroundEfficiency().isPresent()) {
            int point = roc.pointAtBackground(settings.backgroundEfficiency().get() + ROUNDING);
            return point < 0
                    ? missing(name, settings, "the highest score alone lets more of the background pass than allowed")
                    : found(name, settings, roc.threshold(point));
        }
        double efficiency = settings.efficiency()
                .orElseGet(() -> Overlap.of(sample.rows(), true, Double.NaN, selection.passes())
                        .ofReference()
                        .value());
        return efficiency > 0
                ? found(name, settings, roc.threshold(roc.pointAtSignal(efficiency - ROUNDING)))
                : missing(name, settings, RejectionGain.NO_SIGNAL);
    }

    static WorkingPoint given(String name, double threshold) {
        return new WorkingPoint(name, (float) threshold, Optional.empty(), Optional.empty());
    }

    static WorkingPoint missing(String name, WorkingPointSettings settings, String problem) {
        return new WorkingPoint(name, Float.NaN, settings.reference(), Optional.of(problem));
    }

    private static WorkingPoint found(String name, WorkingPointSettings settings, double threshold) {
        return new WorkingPoint(name, (float) threshold, settings.reference(), Optional.empty());
    }

    /** The threshold as it is written in decimals: 0.8, where {@code threshold} is the float next to it. */
    double decimal() {
        return Double.parseDouble(Float.toString(threshold));
    }

    /** {@code score ≥ 0.7813}. */
    String words() {
        return "score ≥ "
                + BigDecimal.valueOf(decimal())
                        .round(new MathContext(DIGITS))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
