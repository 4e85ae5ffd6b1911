package org.muonframework.evaluate;

import org.muonframework.spi.figure.Mark;
import org.muonframework.stats.Interval;
import org.muonframework.stats.Roc;

/** The background rejection of all cuts on a score, one over the background efficiency, against the signal efficiency. */
public final class RejectionCurve {

    /** Parts of the unit interval after which a curve gets another point. */
    public static final int STEPS = 300;

    private RejectionCurve() {}

    /** The line alone; it is interrupted where no background passes. */
    public static Mark of(String label, Roc roc) {
        return of(label, roc, false);
    }

    /** The line within the 68 % intervals of the background efficiency. */
    public static Mark banded(String label, Roc roc) {
        return of(label, roc, true);
    }

    private static Mark of(String label, Roc roc, boolean banded) {
        int[] outline = roc.outline(STEPS);
        double[] x = new double[outline.length];
        double[] y = new double[outline.length];
        double[] low = new double[banded ? outline.length : 0];
        double[] high = new double[low.length];
        for (int i = 0; i < outline.length; i++) {
            double background = roc.backgroundEfficiency(outline[i]);
            x[i] = roc.signalEfficiency(outline[i]);
            y[i] = background > 0 ? 1 / background : Double.NaN;
            if (banded) {
                Interval interval = roc.backgroundInterval(outline[i]);
                low[i] = background > 0 ? 1 / interval.high() : Double.NaN;
                high[i] = background > 0 ? 1 / interval.low() : Double.NaN;
            }
        }
        return new Mark.Curve(label, x, y, low, high, false);
    }
}
