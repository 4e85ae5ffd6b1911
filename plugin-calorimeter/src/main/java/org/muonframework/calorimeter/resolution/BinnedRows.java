package org.muonframework.calorimeter.resolution;

import java.util.Arrays;
import org.muonframework.stats.Binning;

/** Rows in the order of the bin that they are in. */
final class BinnedRows {

    private final int[] order;
    private final int[] starts;

    private BinnedRows(int[] order, int[] starts) {
        this.order = order;
        this.starts = starts;
    }

    /** Sorts rows into bins; those outside are in none. */
    static BinnedRows of(Binning bins, double[] values) {
        int[] starts = new int[bins.size() + 1];
        int[] of = new int[values.length];
        for (int row = 0; row < of.length; row++) {
            of[row] = bins.index(values[row]);
            if (of[row] >= 0 && of[row] < bins.size()) {
                starts[of[row] + 1]++;
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        int[] order = new int[starts[bins.size()]];
        for (int row = 0; row < of.length; row++) {
            if (of[row] >= 0 && of[row] < bins.size()) {
                order[next[of[row]]++] = row;
            }
        }
        return new BinnedRows(order, starts);
    }

    /** The values of the rows of a bin. */
    double[] pick(int bin, double[] values) {
        double[] picked = new double[starts[bin + 1] - starts[bin]];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = values[order[starts[bin] + i]];
        }
        return picked;
    }
}
