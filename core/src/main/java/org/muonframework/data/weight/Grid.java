package org.muonframework.data.weight;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.muonframework.stats.Binning;

/**
 * Bins in several variables together.
 *
 * @param expressions the variables
 * @param axes the bins of each
 */
record Grid(List<String> expressions, List<Binning> axes) {

    /** Where a value is in no bin. */
    static final int OUTSIDE = -1;

    Grid {
        expressions = List.copyOf(expressions);
        axes = List.copyOf(axes);
    }

    /** Number of bins. */
    int size() {
        return axes.stream().mapToInt(Binning::size).reduce(1, Math::multiplyExact);
    }

    /** The bin of each row, or {@link #OUTSIDE} where a value lies beyond the edges or is missing. */
    int[] bins(Map<String, double[]> columns, int rows) {
        int[] bins = new int[rows];
        for (int axis = 0; axis < axes.size(); axis++) {
            Binning binning = axes.get(axis);
            double[] values = columns.get(expressions.get(axis));
            for (int row = 0; row < rows; row++) {
                int bin = binning.index(values[row]);
                boolean inside = bins[row] != OUTSIDE && bin >= 0 && bin < binning.size();
                bins[row] = inside ? bins[row] * binning.size() + bin : OUTSIDE;
            }
        }
        return bins;
    }

    /** Σw of each class in each bin: {@code [class][bin]}. */
    double[][] sums(int[] bins, int[] labels, float[] weights, int classes) {
        double[][] sums = new double[classes][size()];
        for (int row = 0; row < bins.length; row++) {
            if (bins[row] != OUTSIDE) {
                sums[labels[row]][bins[row]] += weights[row];
            }
        }
        return sums;
    }

    /** The sum of histograms of these bins. */
    double[] together(Collection<double[]> histograms) {
        double[] total = new double[size()];
        for (double[] histogram : histograms) {
            for (int bin = 0; bin < total.length; bin++) {
                total[bin] += histogram[bin];
            }
        }
        return total;
    }
}
