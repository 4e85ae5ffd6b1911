package org.muonframework.train.fused.kernel;

import jdk.incubator.vector.FloatVector;

/** Matrix products of a block, divided into tiles. */
final class VectorProducts {

    private static final int LANES = FloatVector.SPECIES_PREFERRED.length();
    private static final int WIDTH = 2 * LANES;
    private static final int PANEL = Panels.ROWS * WIDTH;
    private static final boolean MANY_REGISTERS = LANES >= 16;

    private VectorProducts() {}

    /** As {@link Kernels#product}, without the rectifier. */
    static void product(
            int rows,
            float[] a,
            int aFrom,
            Panels panels,
            float[] w,
            int wFrom,
            float[] start,
            int startFrom,
            float[] c,
            int cFrom) {
        int inputs = panels.inputs();
        int columns = panels.columns();
        int tiled = rows - rows % 4;
        for (int j = 0; j < columns; j += WIDTH) {
            int ci = cFrom + j * Panels.ROWS;
            int wi = wFrom + j * inputs;
            panelProduct(tiled, a, aFrom, w, wi, inputs, start, startFrom + j, 0, c, ci);
            for (int k = WIDTH; k < inputs; k += WIDTH) {
                int ai = aFrom + k * Panels.ROWS;
                panelProduct(tiled, a, ai, w, wi + k * WIDTH, inputs - k, c, ci, WIDTH, c, ci);
            }
        }
        for (int row = tiled; row < rows; row++) {
            rowProduct(a, aFrom + row * WIDTH, inputs, columns, w, wFrom, start, startFrom, c, cFrom + row * WIDTH);
        }
    }

    /** Adds the product of one panel of inputs, for a multiple of 4 rows; {@code left} inputs are in it and behind it. */
    private static void panelProduct(
            int rows,
            float[] a,
            int ai,
            float[] w,
            int wi,
            int left,
            float[] start,
            int si,
            int step,
            float[] c,
            int ci) {
        int inputs = Math.min(WIDTH, left);
        int row = 0;
        while (row < rows) {
            int at = row * WIDTH;
            int begin = si + row * step;
            if (MANY_REGISTERS && rows - row >= 8) {
                ProductTiles.rows8(a, ai + at, w, wi, inputs, start, begin, step, c, ci + at);
                row += 8;
            } else {
                ProductTiles.rows4(a, ai + at, w, wi, inputs, start, begin, step, c, ci + at);
                row += 4;
            }
        }
    }

    /** The product of one row, two panels of the result at a time; the last of an odd number is computed twice. */
    private static void rowProduct(
            float[] a,
            int aFrom,
            int inputs,
            int columns,
            float[] w,
            int wFrom,
            float[] start,
            int startFrom,
            float[] c,
            int cFrom) {
        for (int j = 0; j < columns; j += 2 * WIDTH) {
            int next = Math.min(1, (columns - j) / WIDTH - 1);
            int wi = wFrom + j * inputs;
            int wNext = next * WIDTH * inputs;
            int ci = cFrom + j * Panels.ROWS;
            int cNext = next * PANEL;
            int some = Math.min(WIDTH, inputs);
            ProductTiles.row1(a, aFrom, w, wi, wNext, some, start, startFrom + j, next * WIDTH, c, ci, cNext);
            for (int k = WIDTH; k < inputs; k += WIDTH) {
                int ai = aFrom + k * Panels.ROWS;
                some = Math.min(WIDTH, inputs - k);
                ProductTiles.row1(a, ai, w, wi + k * WIDTH, wNext, some, c, ci, cNext, c, ci, cNext);
            }
        }
    }

    /** As {@link Kernels#outer}, added to what is there. */
    static void outer(int rows, float[] a, int aFrom, float[] d, int dFrom, Panels panels, float[] g, int gFrom) {
        int inputs = panels.inputs();
        for (int j = 0; j < panels.columns(); j += WIDTH) {
            int di = dFrom + j * Panels.ROWS;
            int input = 0;
            while (input < inputs) {
                int ai = aFrom + Panels.place(0, input, WIDTH);
                int gi = gFrom + j * inputs + input * WIDTH;
                if (MANY_REGISTERS && inputs - input >= 8) {
                    OuterTiles.inputs8(rows, a, ai, d, di, g, gi);
                    input += 8;
                } else if (inputs - input >= 4) {
                    OuterTiles.inputs4(rows, a, ai, d, di, g, gi);
                    input += 4;
                } else {
                    OuterTiles.inputs1(rows, a, ai, d, di, g, gi);
                    input++;
                }
            }
        }
    }
}
