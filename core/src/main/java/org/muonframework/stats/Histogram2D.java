package org.muonframework.stats;

/**
 * Weighted rows counted in cells of two variables.
 *
 * @param x the bins of the first variable
 * @param y the bins of the second variable
 * @param sums Σw of each cell, {@code sums[ix][iy]}
 * @param squares Σw² of each cell; its root is the standard error of the sum
 * @param outside Σw of the rows outside the edges of either variable
 * @param missing number of rows of which a value is NaN; they are in no sum
 */
public record Histogram2D(Binning x, Binning y, double[][] sums, double[][] squares, double outside, long missing) {

    /** Counts all rows. */
    public static Histogram2D of(Binning x, Binning y, double[] xs, double[] ys, double[] weights) {
        double[][] sums = new double[x.size()][y.size()];
        double[][] squares = new double[x.size()][y.size()];
        double outside = 0;
        long missing = 0;
        for (int i = 0; i < weights.length; i++) {
            if (Double.isNaN(xs[i]) || Double.isNaN(ys[i])) {
                missing++;
                continue;
            }
            int ix = x.index(xs[i]);
            int iy = y.index(ys[i]);
            if (ix >= 0 && ix < sums.length && iy >= 0 && iy < sums[ix].length) {
                sums[ix][iy] += weights[i];
                squares[ix][iy] += weights[i] * weights[i];
            } else {
                outside += weights[i];
            }
        }
        return new Histogram2D(x, y, sums, squares, outside, missing);
    }

    /** Σw inside the edges. */
    public double total() {
        double total = 0;
        for (double[] column : sums) {
            for (double sum : column) {
                total += sum;
            }
        }
        return total;
    }

    /** Σw of each cell, NaN where there are no rows: what a map draws. */
    public double[][] contents() {
        double[][] contents = new double[sums.length][];
        for (int ix = 0; ix < sums.length; ix++) {
            contents[ix] = sums[ix].clone();
            for (int iy = 0; iy < contents[ix].length; iy++) {
                contents[ix][iy] = squares[ix][iy] == 0 ? Double.NaN : contents[ix][iy];
            }
        }
        return contents;
    }
}
