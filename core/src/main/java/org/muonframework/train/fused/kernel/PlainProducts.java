package org.muonframework.train.fused.kernel;

import java.util.Arrays;

/** Matrix products as loops over arrays that each hold one column or one row. */
final class PlainProducts {

    private static final int UNROLLED = 4;

    private final int part;
    private float[][] columns = new float[0][];
    private float[][] rowGradients = new float[0][];
    private final float[] sums;

    /** With room for this many rows at a time. */
    PlainProducts(int part) {
        this.part = part;
        this.sums = new float[part];
    }

    /** Copies columns of inputs into arrays of their own, filled up to a multiple of 4 by columns of 0. */
    void loadColumns(int rows, int inputs, float[] a, int aFrom, int aStride) {
        int filled = (inputs + UNROLLED - 1) / UNROLLED * UNROLLED;
        columns = grown(columns, filled, part);
        for (int k = 0; k < inputs; k++) {
            float[] column = columns[k];
            for (int row = 0; row < rows; row++) {
                column[row] = a[aFrom + row * aStride + k];
            }
        }
        for (int k = inputs; k < filled; k++) {
            Arrays.fill(columns[k], 0);
        }
    }

    /** As {@link Kernels#product}, of the columns that were loaded. */
    void product(
            int rows,
            Panels panels,
            float[] w,
            int wFrom,
            float[] start,
            int startFrom,
            int startStride,
            boolean rectify,
            float[] c,
            int cFrom,
            int cStride) {
        int inputs = panels.inputs();
        for (int n = 0; n < panels.stride(); n++) {
            for (int row = 0; row < rows; row++) {
                sums[row] = start[startFrom + row * startStride + n];
            }
            for (int k = 0; k < inputs; k += UNROLLED) {
                addColumns(
                        rows,
                        weight(panels, w, wFrom, k, n),
                        columns[k],
                        weight(panels, w, wFrom, k + 1, n),
                        columns[k + 1],
                        weight(panels, w, wFrom, k + 2, n),
                        columns[k + 2],
                        weight(panels, w, wFrom, k + 3, n),
                        columns[k + 3],
                        sums);
            }
            for (int row = 0; row < rows; row++) {
                c[cFrom + row * cStride + n] = rectify ? Math.max(0, sums[row]) : sums[row];
            }
        }
    }

    /** As {@link Kernels#outer}. */
    void outer(
            int rows,
            float[] a,
            int aFrom,
            int aStride,
            float[] d,
            int dFrom,
            int dStride,
            Panels panels,
            boolean fresh,
            float[] g,
            int gFrom) {
        int outputs = panels.stride();
        int filled = (rows + UNROLLED - 1) / UNROLLED * UNROLLED;
        rowGradients = grown(rowGradients, filled, outputs);
        for (int row = 0; row < filled; row++) {
            if (row < rows) {
                System.arraycopy(d, dFrom + row * dStride, rowGradients[row], 0, outputs);
            } else {
                Arrays.fill(rowGradients[row], 0);
            }
        }
        float[] sum = new float[outputs];
        for (int k = 0; k < panels.inputs(); k++) {
            Arrays.fill(sum, 0);
            for (int row = 0; row < rows; row += UNROLLED) {
                addColumns(
                        outputs,
                        input(row, rows, a, aFrom + k, aStride),
                        rowGradients[row],
                        input(row + 1, rows, a, aFrom + k, aStride),
                        rowGradients[row + 1],
                        input(row + 2, rows, a, aFrom + k, aStride),
                        rowGradients[row + 2],
                        input(row + 3, rows, a, aFrom + k, aStride),
                        rowGradients[row + 3],
                        sum);
            }
            for (int n = 0; n < outputs; n++) {
                int place = gFrom + panels.index(k, n);
                g[place] = fresh ? sum[n] : sum[n] + g[place];
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

    private static float weight(Panels panels, float[] w, int wFrom, int k, int n) {
        return k < panels.inputs() ? w[wFrom + panels.index(k, n)] : 0;
    }

    private static float input(int row, int rows, float[] a, int from, int stride) {
        return row < rows ? a[from + row * stride] : 0;
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
