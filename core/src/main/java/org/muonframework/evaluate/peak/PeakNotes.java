package org.muonframework.evaluate.peak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.muonframework.stats.fit.Estimate;
import org.muonframework.stats.fit.FitResult;
import org.muonframework.stats.fit.FittedPeak;
import org.muonframework.stats.fit.Signal;

/**
 * A fit result as lines of text for a figure; the yields of several peaks would be too many.
 *
 * @param signal shape of the peaks
 * @param unit unit of the variable
 */
record PeakNotes(Signal signal, String unit) {

    private static final int MOST_DECIMALS = 9;

    List<String> of(FitResult result) {
        List<String> notes = new ArrayList<>();
        List<FittedPeak> peaks = result.peaks();
        for (int k = 0; k < peaks.size(); k++) {
            notes.add("m" + index(k, peaks) + " = " + text(peaks.get(k).mass(), unit));
        }
        if (signal == Signal.BREIT_WIGNER) {
            notes.add("Γ = " + text(peaks.get(0).width(), unit));
        }
        notes.add("σ" + index(0, peaks) + " = " + text(peaks.get(0).resolution(), unit));
        if (peaks.size() == 1) {
            notes.add("N = " + text(peaks.get(0).yield(), ""));
        }
        notes.add(String.format(
                Locale.ROOT, "χ^{2}/ndf = %.1f/%d, p = %.2g", result.chiSquare(), result.degrees(), result.pValue()));
        return notes;
    }

    private static String index(int peak, List<FittedPeak> peaks) {
        return peaks.size() == 1 ? "" : "_{" + (peak + 1) + "}";
    }

    /** Value and error to two digits of the error. */
    private static String text(Estimate estimate, String unit) {
        String end = unit.isEmpty() ? "" : " " + unit;
        double error = estimate.error();
        if (!(error > 0)) {
            return String.format(Locale.ROOT, "%.5g", estimate.value())
                    + end
                    + (error == 0 ? " (fixed)" : " (at its limit)");
        }
        int decimals = Math.max(0, Math.min(MOST_DECIMALS, 1 - (int) Math.floor(Math.log10(error))));
        String format = "%." + decimals + "f";
        return String.format(Locale.ROOT, format + " ± " + format, estimate.value(), error) + end;
    }
}
