package org.muonframework.stats;

/** Sums over weighted rows of all pairs of columns, each over the rows that both columns have. */
final class PairSums {

    /** Part of Σwx² below which a variance is rounding. */
    private static final double ROUNDING = 1e-13;

    private final int columns;

    /** Σw, Σwa, Σwb, Σwa², Σwb², Σwab of each pair a ≤ b. */
    private final double[][][] sums;

    PairSums(int columns) {
        this.columns = columns;
        sums = new double[columns][columns][6];
    }

    /** Adds the first rows of {@code values[c]}; what is not finite does not exist. */
    void add(double[][] values, double[] weights, int rows) {
        boolean[] complete = new boolean[columns];
        double[][] weighted = new double[columns][rows];
        double[][] own = new double[columns][2];
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += weights[i];
        }
        for (int c = 0; c < columns; c++) {
            for (int i = 0; i < rows; i++) {
                weighted[c][i] = weights[i] * values[c][i];
                own[c][0] += weighted[c][i];
                own[c][1] += weighted[c][i] * values[c][i];
            }
            complete[c] = Double.isFinite(own[c][0]) && Double.isFinite(own[c][1]);
        }
        for (int a = 0; a < columns; a++) {
            for (int b = a; b < columns; b++) {
                double[] pair = sums[a][b];
                if (complete[a] && complete[b]) {
                    pair[0] += sum;
                    pair[1] += own[a][0];
                    pair[2] += own[b][0];
                    pair[3] += own[a][1];
                    pair[4] += own[b][1];
                    pair[5] += product(weighted[a], values[b], rows);
                } else {
                    addComplete(pair, values[a], values[b], weights, rows);
                }
            }
        }
    }

    /** Σxy in four strands, between which the processor need not wait. */
    private static double product(double[] x, double[] y, int rows) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < rows; i += 4) {
            s0 += x[i] * y[i];
            s1 += x[i + 1] * y[i + 1];
            s2 += x[i + 2] * y[i + 2];
            s3 += x[i + 3] * y[i + 3];
        }
        for (; i < rows; i++) {
            s0 += x[i] * y[i];
        }
        return s0 + s1 + s2 + s3;
    }

    private static void addComplete(double[] pair, double[] a, double[] b, double[] weights, int rows) {
        for (int i = 0; i < rows; i++) {
            if (Double.isFinite(a[i]) && Double.isFinite(b[i])) {
                double w = weights[i];
                pair[0] += w;
                pair[1] += w * a[i];
                pair[2] += w * b[i];
                pair[3] += w * a[i] * a[i];
                pair[4] += w * b[i] * b[i];
                pair[5] += w * a[i] * b[i];
            }
        }
    }

    /** Covariance over the root of the variances of each pair; exactly 1 of a column with itself. */
    double[][] coefficients() {
        double[][] result = new double[columns][columns];
        for (int a = 0; a < columns; a++) {
            for (int b = a; b < columns; b++) {
                double coefficient = coefficient(sums[a][b]);
                result[a][b] = a == b && !Double.isNaN(coefficient) ? 1 : coefficient;
                result[b][a] = result[a][b];
            }
        }
        return result;
    }

    private static double coefficient(double[] pair) {
        double w = pair[0];
        double varianceA = pair[3] - pair[1] * pair[1] / w;
        double varianceB = pair[4] - pair[2] * pair[2] / w;
        boolean vary = varianceA > ROUNDING * pair[3] && varianceB > ROUNDING * pair[4];
        return w > 0 && vary ? (pair[5] - pair[1] * pair[2] / w) / Math.sqrt(varianceA * varianceB) : Double.NaN;
    }
}
