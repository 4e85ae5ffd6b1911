package org.muonframework.evaluate;

import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Mark;
import org.muonframework.stats.Histogram;

/** Histograms of unit area within their axis, drawn over each other to compare shapes. */
public final class Density {

    private Density() {}

    /**
     * The vertical axis.
     *
     * @param unit of what the histograms are of; empty for a pure number
     */
    public static Axis axis(String unit) {
        return Axis.of("Probability density", unit.isEmpty() ? "" : "1/" + unit);
    }

    /** A histogram scaled to unit area. */
    public static Mark.Histogram mark(String label, Mark.HistogramStyle style, Histogram histogram) {
        Histogram.Heights heights = histogram.density();
        return new Mark.Histogram(label, style, histogram.binning().edges(), heights.values(), heights.errors());
    }
}
