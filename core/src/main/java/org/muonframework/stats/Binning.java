package org.muonframework.stats;

import java.util.Arrays;

/** Edges of bins. A value on an inner edge belongs to the bin above it, the last edge to the last bin. */
public final class Binning {

    private final double[] edges;
    private final double perWidth;

    private Binning(double[] edges, double perWidth) {
        this.edges = edges;
        this.perWidth = perWidth;
    }

    /**
     * Bins of equal width.
     *
     * @throws IllegalArgumentException unless {@code bins > 0} and {@code low < high}, both finite
     */
    public static Binning uniform(int bins, double low, double high) {
        if (bins < 1 || !(low < high) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException("no " + bins + " bins from " + low + " to " + high);
        }
        double[] edges = new double[bins + 1];
        for (int i = 0; i <= bins; i++) {
            edges[i] = low + (high - low) * i / bins;
        }
        edges[bins] = high;
        return new Binning(edges, bins / (high - low));
    }

    /**
     * Bins between given edges.
     *
     * @throws IllegalArgumentException unless there are two or more, strictly increasing
     */
    public static Binning of(double... edges) {
        for (int i = 1; i < edges.length; i++) {
            if (!(edges[i - 1] < edges[i])) {
                throw new IllegalArgumentException("bin edges do not increase: " + Arrays.toString(edges));
            }
        }
        if (edges.length < 2) {
            throw new IllegalArgumentException("bins need two edges or more");
        }
        return new Binning(edges.clone(), 0);
    }

    /** Number of bins. */
    public int size() {
        return edges.length - 1;
    }

    /** The edges, one more than there are bins. */
    public double[] edges() {
        return edges.clone();
    }

    /** Lower edge of a bin. */
    public double low(int bin) {
        return edges[bin];
    }

    /** Upper edge of a bin. */
    public double high(int bin) {
        return edges[bin + 1];
    }

    /** Middle of a bin. */
    public double centre(int bin) {
        return (edges[bin] + edges[bin + 1]) / 2;
    }

    /** The bin of a value: from 0; −1 below the first edge, {@link #size()} above the last or for NaN. */
    public int index(double value) {
        int bins = size();
        if (!(value <= edges[bins])) {
            return bins;
        }
        if (value < edges[0]) {
            return -1;
        }
        if (perWidth > 0) {
            int bin = Math.min(bins - 1, (int) ((value - edges[0]) * perWidth));
            if (value < edges[bin]) {
                return bin - 1;
            }
            return bin + 1 < bins && value >= edges[bin + 1] ? bin + 1 : bin;
        }
        int found = Arrays.binarySearch(edges, value);
        return Math.min(bins - 1, found >= 0 ? found : -found - 2);
    }
}
