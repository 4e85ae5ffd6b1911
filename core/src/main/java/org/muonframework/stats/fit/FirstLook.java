package org.muonframework.stats.fit;

import org.muonframework.stats.Binning;
import org.muonframework.stats.Histogram;

/**
 * What a histogram tells at first sight: a straight line through its ends, and where and how wide the peaks above it are.
 *
 * @param left height of the background at the lower end, in rows a unit of x
 * @param right height at the upper end
 * @param masses where the peaks are
 * @param fullWidth full width at half maximum of the highest one
 * @param yields rows in each peak
 */
record FirstLook(double left, double right, double[] masses, double fullWidth, double[] yields) {

    /** Part of the bins at each end in which nothing but background is thought to be. */
    private static final int PARTS = 8;

    /** Part of the bins around a given mass in which the highest is sought. */
    private static final int REACH = 20;

    static FirstLook at(Histogram histogram, PeakModel model) {
        Binning binning = histogram.binning();
        int bins = binning.size();
        int side = Math.max(1, bins / PARTS);
        boolean flat = model.background() == Background.CONSTANT;
        double left = model.background() == Background.NONE ? 0 : height(histogram, 0, side);
        double right = model.background() == Background.NONE ? 0 : height(histogram, bins - side, bins);
        double[] ends = flat ? new double[] {Math.min(left, right), Math.min(left, right)} : new double[] {left, right};
        double[] above = above(histogram, ends[0], ends[1]);
        double[] smooth = smooth(above);
        int[] tops = new int[model.peaks()];
        double[] masses = new double[tops.length];
        for (int k = 0; k < tops.length; k++) {
            if (model.masses().isEmpty()) {
                tops[k] = highest(smooth, 0, bins - 1);
                masses[k] = binning.centre(tops[k]);
            } else {
                masses[k] = model.masses().get(k);
                int bin = Math.max(0, Math.min(bins - 1, binning.index(masses[k])));
                tops[k] = highest(smooth, bin - bins / REACH, bin + bins / REACH);
            }
        }
        int top = tops[0];
        for (int candidate : tops) {
            top = smooth[candidate] > smooth[top] ? candidate : top;
        }
        double fullWidth = fullWidth(binning, smooth, top);
        return new FirstLook(ends[0], ends[1], masses, fullWidth, yields(binning, above, masses, fullWidth));
    }

    /** Mean rows a unit of x between two bins, at least 0. */
    private static double height(Histogram histogram, int from, int to) {
        double sum = 0;
        for (int bin = from; bin < to; bin++) {
            sum += histogram.sums()[bin];
        }
        Binning binning = histogram.binning();
        return Math.max(0, sum / (binning.high(to - 1) - binning.low(from)));
    }

    /** Rows a unit of x above the line, in each bin. */
    private static double[] above(Histogram histogram, double left, double right) {
        Binning binning = histogram.binning();
        int bins = binning.size();
        double low = binning.low(0);
        double range = binning.high(bins - 1) - low;
        double[] above = new double[bins];
        for (int bin = 0; bin < bins; bin++) {
            double line = left + (right - left) * (binning.centre(bin) - low) / range;
            above[bin] = histogram.sums()[bin] / (binning.high(bin) - binning.low(bin)) - line;
        }
        return above;
    }

    private static double[] smooth(double[] values) {
        double[] smooth = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double before = values[Math.max(0, i - 1)];
            double after = values[Math.min(values.length - 1, i + 1)];
            smooth[i] = (before + 2 * values[i] + after) / 4;
        }
        return smooth;
    }

    private static int highest(double[] values, int from, int to) {
        int first = Math.max(0, from);
        int found = first;
        for (int i = first; i <= Math.min(values.length - 1, to); i++) {
            found = values[i] > values[found] ? i : found;
        }
        return found;
    }

    private static double fullWidth(Binning binning, double[] heights, int top) {
        int low = top;
        int high = top;
        while (low > 0 && heights[low] > heights[top] / 2) {
            low--;
        }
        while (high < heights.length - 1 && heights[high] > heights[top] / 2) {
            high++;
        }
        return Math.max(binning.high(top) - binning.low(top), binning.centre(high) - binning.centre(low));
    }

    /** What lies above the line around each mass, no further than half-way to its neighbours. */
    private static double[] yields(Binning binning, double[] above, double[] masses, double fullWidth) {
        double[] yields = new double[masses.length];
        for (int bin = 0; bin < above.length; bin++) {
            double x = binning.centre(bin);
            int nearest = 0;
            for (int k = 1; k < masses.length; k++) {
                nearest = Math.abs(x - masses[k]) < Math.abs(x - masses[nearest]) ? k : nearest;
            }
            if (Math.abs(x - masses[nearest]) < 2 * fullWidth) {
                yields[nearest] += above[bin] * (binning.high(bin) - binning.low(bin));
            }
        }
        return yields;
    }
}
