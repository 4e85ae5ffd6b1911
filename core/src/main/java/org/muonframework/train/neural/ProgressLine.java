package org.muonframework.train.neural;

import java.util.Locale;

/** The numbers of an epoch in one line. */
final class ProgressLine {

    private ProgressLine() {}

    /** {@code loss 0.3121 (validation 0.3240) · accuracy 0.871 · 188 k rows/s}; the accuracy is the validation's. */
    static String of(EpochResult epoch) {
        String loss = String.format(
                Locale.ROOT,
                "loss %.4f (validation %.4f)",
                epoch.training().loss(),
                epoch.validation().loss());
        double accuracy = epoch.validation().accuracy();
        String middle = Double.isNaN(accuracy) ? "" : String.format(Locale.ROOT, " · accuracy %.3f", accuracy);
        return loss + middle + " · " + rate(epoch.rowsPerSecond());
    }

    private static String rate(double rows) {
        if (rows >= 1e6) {
            return String.format(Locale.ROOT, "%.2f M rows/s", rows / 1e6);
        }
        return rows >= 1e4
                ? String.format(Locale.ROOT, "%.0f k rows/s", rows / 1e3)
                : String.format(Locale.ROOT, "%.0f rows/s", rows);
    }
}
