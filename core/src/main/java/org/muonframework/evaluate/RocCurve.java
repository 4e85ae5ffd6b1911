package org.muonframework.evaluate;

import org.muonframework.spi.figure.Mark;
import org.muonframework.stats.Roc;

/** The signal efficiency of all cuts on a score against the background efficiency. */
public final class RocCurve {

    private RocCurve() {}

    /** The line, from no row to all rows. */
    public static Mark of(String label, Roc roc) {
        int[] outline = roc.outline(RejectionCurve.STEPS);
        double[] x = new double[outline.length + 1];
        double[] y = new double[outline.length + 1];
        for (int i = 0; i < outline.length; i++) {
            x[i + 1] = roc.backgroundEfficiency(outline[i]);
            y[i + 1] = roc.signalEfficiency(outline[i]);
        }
        return Mark.Curve.of(label, x, y);
    }

    /** That of a score which knows nothing. */
    public static Mark random() {
        double[] ends = {0, 1};
        return new Mark.Curve("random", ends, ends, new double[0], new double[0], true);
    }
}
