package org.muonframework.stats;

import java.util.Arrays;

/**
 * The chosen rows of a column in order.
 *
 * @param values the value of each chosen row
 * @param order positions among the chosen rows whose value is finite, by ascending value
 */
record RankedColumn(double[] values, int[] order) {

    static RankedColumn of(float[] column, int[] rows) {
        double[] values = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            float value = column[rows[i]];
            values[i] = Float.isFinite(value) ? value : Double.NaN;
        }
        int[] order = Ranking.ascending(values);
        int finite = order.length;
        while (finite > 0 && Double.isNaN(values[order[finite - 1]])) {
            finite--;
        }
        return new RankedColumn(values, Arrays.copyOf(order, finite));
    }

    /** Whether no value is missing. */
    boolean isComplete() {
        return order.length == values.length;
    }

    /**
     * The rank of each row among those that the other column has too: Σw of the smaller values and half of Σw of the
     * equal ones; NaN where either value is missing.
     */
    double[] ranksWith(RankedColumn other, double[] weights) {
        double[] ranks = new double[values.length];
        Arrays.fill(ranks, Double.NaN);
        double below = 0;
        for (int from = 0; from < order.length; ) {
            double tied = 0;
            int to = from;
            for (; to < order.length && values[order[to]] == values[order[from]]; to++) {
                tied += Double.isNaN(other.values[order[to]]) ? 0 : weights[order[to]];
            }
            for (int i = from; i < to; i++) {
                boolean both = !Double.isNaN(other.values[order[i]]);
                ranks[order[i]] = both ? below + tied / 2 : Double.NaN;
            }
            below += tied;
            from = to;
        }
        return ranks;
    }
}
