package org.muonframework.evaluate.select;

import java.util.Optional;
import org.muonframework.evaluate.OneAgainstRest;
import org.muonframework.evaluate.Share;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.stats.Roc;

/**
 * How much less background the score lets pass than a reference selection does at the same signal efficiency: G =
 * ε_B(reference)/ε_B(score).
 *
 * <p>The 68 % interval is G·e^{±σ} with σ linearised from two independent parts: background rows that pass one of the
 * selections but not the other, σ² = Σw²(r/R − c/C)² with R = Σwr and C = Σwc (r, c: 1 if a row passes reference, cut);
 * and signal rows that do so, which move the threshold: half of the relative change of ε_B(score) between the signal
 * efficiencies ε ± √(Σw²(r − c)²)/Σw.
 *
 * @param value the gain; NaN if there is none
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param problem why there is none, if that is so
 */
record RejectionGain(double value, double low, double high, Optional<String> problem) {

    /** Why a selection cannot be matched that no signal passes. */
    static final String NO_SIGNAL = "the reference selection lets no signal pass";

    /**
     * Finds it on rows, with the threshold that matches the signal efficiency on just these rows.
     *
     * @param roc the curve of these rows
     * @param reference whether the reference selection passes each row
     */
    static RejectionGain of(OneAgainstRest rows, Roc roc, boolean[] reference) {
        Share wanted = Overlap.of(rows, true, Double.NaN, reference).ofReference();
        if (!(wanted.passed() > 0)) {
            return missing(NO_SIGNAL);
        }
        int point = roc.pointAtSignal(wanted.value() - WorkingPoint.ROUNDING);
        Overlap signal = Overlap.of(rows, true, roc.threshold(point), reference);
        Overlap background = Overlap.of(rows, false, roc.threshold(point), reference);
        if (!(background.reference() > 0)) {
            return missing("the reference selection lets no background pass");
        }
        if (!(background.cut() > 0)) {
            return missing("the cut on the score lets no background pass");
        }
        double gain = background.reference() / background.cut();
        double shift = signal.differenceDeviation();
        double looser = roc.backgroundEfficiency(roc.pointAtSignal(wanted.value() + shift));
        double tighter = roc.backgroundEfficiency(roc.pointAtSignal(wanted.value() - shift));
        double moved = (looser - tighter) / 2 / background.ofCut().value();
        double deviation = Math.sqrt(background.logRatioVariance() + moved * moved);
        return new RejectionGain(gain, gain * Math.exp(-deviation), gain * Math.exp(deviation), Optional.empty());
    }

    /** Finds it on the rows of one bin. */
    static RejectionGain of(OneAgainstRest rows, boolean[] reference, int bin, int[] bins) {
        int count = 0;
        for (int b : bins) {
            count += b == bin ? 1 : 0;
        }
        double[] scores = new double[count];
        boolean[] members = new boolean[count];
        double[] weights = new double[count];
        boolean[] passes = new boolean[count];
        int at = 0;
        for (int i = 0; i < bins.length; i++) {
            if (bins[i] == bin) {
                scores[at] = rows.scores()[i];
                members[at] = rows.members()[i];
                weights[at] = rows.weights()[i];
                passes[at++] = reference[i];
            }
        }
        OneAgainstRest some = new OneAgainstRest(rows.name(), scores, members, weights);
        return some.problem()
                .map(RejectionGain::missing)
                .orElseGet(() -> of(some, Roc.of(scores, members, weights), passes));
    }

    static RejectionGain missing(String reason) {
        return new RejectionGain(Double.NaN, Double.NaN, Double.NaN, Optional.of(reason));
    }

    MetricValue as(String name, Part part) {
        return MetricValue.of(name, part, value).within(low, high);
    }
}
