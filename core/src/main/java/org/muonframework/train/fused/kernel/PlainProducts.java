package org.muonframework.train.fused.kernel;

import java.util.Arrays;

/** Matrix products of a block as loops over arrays that each hold one column or one row. */
final class PlainProducts {

    private static final int UNROLLED = 4;
    private static final int ROWS = Panels.ROWS;

    private final float[] sums = new float[ROWS];
    private float[][] columns = new float[0][];
    private float[][] rowGradients = new float[0][];

    /** As {@link Kernels#product}. */
    void product(
            int rows,
            float[] a,
            int aFrom,
            Panels panels,
            float[] w,
            int wFrom,
            float[] start,
            int startFrom,
            boolean rectify,
            float[] c,
            int cFrom) {
        int inputs = panels.inputs();
        loadColumns(rows, panels, a, aFrom);
        for (int n = 0; n < panels.columns(); n++) {
            Arrays.fill(sums, start[startFrom + n]);
            int step = panels.width();
            int end = wFrom + panels.index(inputs, n);
            for (int k = 0, i = wFrom + panels.index(0, n); k < inputs; k += UNROLLED, i += UNROLLED * step) {
                addColumns(
                        rows,
                        w[i],
                        columns[k],
                        i + step < end ? w[i + step] : 0,
                        columns[k + 1],
                        i + 2 * step < end ? w[i + 2 * step] : 0,
                        columns[k + 2],
                        i + 3 * step < end ? w[i + 3 * step] : 0,
                        columns[k + 3],
                        sums);
            }
            int to = cFrom + Panels.place(0, n, step);
            for (int row = 0; row < rows; row++, to += step) {
                c[to] = rectify ? Math.max(0, sums[row]) : sums[row];
            }
        }
    }

    /** Copies columns of inputs into arrays of their own, filled up to a multiple of 4 by columns of 0. */
    private void loadColumns(int rows, Panels panels, float[] a, int aFrom) {
        int filled = Panels.filled(panels.inputs(), UNROLLED);
        columns = grown(columns, filled, ROWS);
        for (int k = 0; k < filled; k++) {
            float[] column = columns[k];
            if (k >= panels.inputs()) {
                Arrays.fill(column, 0);
                continue;
            }
            int from = aFrom + Panels.place(0, k, panels.width());
            for (int row = 0; row < rows; row++, from += panels.width()) {
                column[row] = a[from];
            }
        }
    }

    /** As {@link Kernels#outer}. */
    void outer(
            int rows, float[] a, int aFrom, float[] d, int dFrom, Panels panels, boolean fresh, float[] g, int gFrom) {
        int outputs = panels.columns();
        loadRows(rows, outputs, panels.width(), d, dFrom);
        float[] sum = new float[outputs];
        for (int k = 0; k < panels.inputs(); k++) {
            Arrays.fill(sum, 0);
            int from = aFrom + Panels.place(0, k, panels.width());
            for (int row = 0; row < rows; row += UNROLLED) {
                addColumns(
                        outputs,
                        input(row, rows, a, from, panels.width()),
                        rowGradients[row],
                        input(row + 1, rows, a, from, panels.width()),
                        rowGradients[row + 1],
                        input(row + 2, rows, a, from, panels.width()),
                        rowGradients[row + 2],
                        input(row + 3, rows, a, from, panels.width()),
                        rowGradients[row + 3],
                        sum);
            }
            for (int n = 0; n < outputs; n++) {
                int place = gFrom + panels.index(k, n);
                g[place] = fresh ? sum[n] : sum[n] + g[place];
            }
        }
    }

    /** Copies rows of gradients into arrays of their own, filled up to a multiple of 4 by rows of 0. */
    private void loadRows(int rows, int outputs, int width, float[] d, int dFrom) {
        int filled = Panels.filled(rows, UNROLLED);
        rowGradients = grown(rowGradients, filled, outputs);
        for (int row = 0; row < filled; row++) {
            if (row >= rows) {
                Arrays.fill(rowGradients[row], 0);
                continue;
            }
            for (int j = 0; j < outputs; j += width) {
                System.arraycopy(d, dFrom + Panels.place(row, j, width), rowGradients[row], j, width);
            }
        }
    }

    /** sum += f₀ x₀ + f₁ x₁ + f₂ x₂ + f₃ x₃, each product added by itself and in this order. */
    private static void addColumns(
            int length,
            float f0,
            float[] x0,
            float f1,
            float[] x1,
            float f2,
            float[] x2,
            float f3,
            float[] x3,
            float[] sum) {
        for (int i = 0; i < length; i++) {
            sum[i] = Math.fma(f3, x3[i], Math.fma(f2, x2[i], Math.fma(f1, x1[i], Math.fma(f0, x0[i], sum[i]))));
        }
    }

    private static float input(int row, int rows, float[] a, int from, int width) {
        return row < rows ? a[from + row * width] : 0;
    }

    /** At least this many arrays of at least this length. */
    private static float[][] grown(float[][] arrays, int count, int length) {
        if (arrays.length >= count && (count == 0 || arrays[0].length >= length)) {
            return arrays;
        }
        int longest = arrays.length == 0 ? length : Math.max(length, arrays[0].length);
        return new float[Math.max(count, arrays.length)][longest];
    }
}
