package org.muonframework.stats;

/**
 * Correlation coefficients of pairs of columns over weighted rows. A row of which one of the two values is not finite is
 * left out of that pair only. A coefficient is NaN where a column does not vary, fewer than two rows are left, or
 * negative weights leave no positive variance.
 */
public final class Correlation {

    private static final int BLOCK = 2048;

    private final float[][] columns;
    private final double[] weights;
    private final int[] rows;

    /**
     * Columns whose rows are chosen by their indices.
     *
     * @param columns {@code columns[c][row]}
     * @param weights the weight of each row with its sign
     * @param rows which rows to look at, each once
     */
    public Correlation(float[][] columns, double[] weights, int[] rows) {
        this.columns = columns;
        this.weights = weights;
        this.rows = rows;
    }

    /**
     * The weighted linear coefficients of K. Pearson, cov(a, b)/√(var(a)·var(b)).
     *
     * @return {@code [a][b]}, symmetric
     */
    public double[][] pearson() {
        double[] shifts = shifts();
        return coefficients((c, i) -> columns[c][rows[i]] - shifts[c]);
    }

    /**
     * The weighted coefficients of C. Spearman: those of Pearson between the ranks, where equal values share the mean of
     * their ranks and a row of weight w counts as w rows. Every pair is ranked among the rows that it has.
     *
     * @return {@code [a][b]}, symmetric
     */
    public double[][] spearman() {
        int n = columns.length;
        double[] chosen = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = weights[rows[i]];
        }
        RankedColumn[] ranked = new RankedColumn[n];
        double[][] ranks = new double[n][];
        for (int c = 0; c < n; c++) {
            ranked[c] = RankedColumn.of(columns[c], rows);
            ranks[c] = ranked[c].ranksWith(ranked[c], chosen);
        }
        double[][] result = coefficients((c, i) -> ranks[c][i]);
        for (int a = 0; a < n; a++) {
            for (int b = a + 1; b < n; b++) {
                if (!ranked[a].isComplete() || !ranked[b].isComplete()) {
                    double[][] both = {ranked[a].ranksWith(ranked[b], chosen), ranked[b].ranksWith(ranked[a], chosen)};
                    PairSums sums = new PairSums(2);
                    sums.add(both, chosen, rows.length);
                    result[a][b] = sums.coefficients()[0][1];
                    result[b][a] = result[a][b];
                }
            }
        }
        return result;
    }

    /** What a column holds in the i-th of the chosen rows. */
    private interface Cells {
        double at(int column, int i);
    }

    /** Sums block by block, so that all pairs of a block are multiplied while it is in the processor's cache. */
    private double[][] coefficients(Cells cells) {
        int n = columns.length;
        PairSums sums = new PairSums(n);
        double[][] values = new double[n][BLOCK];
        double[] blockWeights = new double[BLOCK];
        for (int from = 0; from < rows.length; from += BLOCK) {
            int size = Math.min(BLOCK, rows.length - from);
            for (int i = 0; i < size; i++) {
                blockWeights[i] = weights[rows[from + i]];
            }
            for (int c = 0; c < n; c++) {
                for (int i = 0; i < size; i++) {
                    values[c][i] = cells.at(c, from + i);
                }
            }
            sums.add(values, blockWeights, size);
        }
        return sums.coefficients();
    }

    /** A value near the middle of each column, which keeps its digits in the squares. */
    private double[] shifts() {
        double[] shifts = new double[columns.length];
        for (int c = 0; c < shifts.length; c++) {
            double sum = 0;
            int count = 0;
            for (int i = 0; i < Math.min(BLOCK, rows.length); i++) {
                float value = columns[c][rows[i]];
                if (Float.isFinite(value)) {
                    sum += value;
                    count++;
                }
            }
            shifts[c] = count > 0 ? sum / count : 0;
        }
        return shifts;
    }
}
