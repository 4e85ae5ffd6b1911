package org.muonframework.train.fused.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of a matrix product: some rows of the result, as wide as a panel, held in registers while the inputs go by.
 *
 * <p>Every tile computes, for its rows r and the columns n of a panel, start(r, n) + Σₖ a(r, k) · w(k, n) over the inputs of
 * one panel, each step one fused multiply-add, in order of k. {@code ai} is the first row's place in the panel of inputs,
 * {@code wi} the place of the first of their weights, {@code si} that of the starting values, the next row's {@code step}
 * further on, {@code ci} the first row's place in the panel of the result.
 *
 * <p>8 rows of 2 vectors are 16 sums, 2 weights and 1 input: they fill more than half of 32 registers, and 4 rows do with
 * 16. All distances in the inner loop are constants, so that a step of 8 rows is 2 loads, 8 broadcasts from memory and 16
 * multiply-adds, and nothing else.
 *
 * <p>A method is small, because the compiler gives up on large ones, and has no branch but its loop: where the compiler has
 * left out a branch that was never taken, and it is taken after all, the code that it then makes keeps vectors as objects,
 * ten times slower.
 */
final class ProductTiles {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int WIDTH = 2 * LANES;

    private ProductTiles() {}

    /** 8 rows. */
    static void rows8(
            float[] a, int ai, float[] w, int wi, int inputs, float[] start, int si, int step, float[] c, int ci) {
        FloatVector c00 = load(start, si);
        FloatVector c01 = load(start, si + LANES);
        FloatVector c10 = load(start, si + step);
        FloatVector c11 = load(start, si + step + LANES);
        FloatVector c20 = load(start, si + 2 * step);
        FloatVector c21 = load(start, si + 2 * step + LANES);
        FloatVector c30 = load(start, si + 3 * step);
        FloatVector c31 = load(start, si + 3 * step + LANES);
        FloatVector c40 = load(start, si + 4 * step);
        FloatVector c41 = load(start, si + 4 * step + LANES);
        FloatVector c50 = load(start, si + 5 * step);
        FloatVector c51 = load(start, si + 5 * step + LANES);
        FloatVector c60 = load(start, si + 6 * step);
        FloatVector c61 = load(start, si + 6 * step + LANES);
        FloatVector c70 = load(start, si + 7 * step);
        FloatVector c71 = load(start, si + 7 * step + LANES);
        for (int k = 0; k < inputs; k++) {
            FloatVector w0 = load(w, wi + k * WIDTH);
            FloatVector w1 = load(w, wi + k * WIDTH + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[ai + k]);
            c00 = a0.fma(w0, c00);
            c01 = a0.fma(w1, c01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[ai + k + WIDTH]);
            c10 = a1.fma(w0, c10);
            c11 = a1.fma(w1, c11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[ai + k + 2 * WIDTH]);
            c20 = a2.fma(w0, c20);
            c21 = a2.fma(w1, c21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[ai + k + 3 * WIDTH]);
            c30 = a3.fma(w0, c30);
            c31 = a3.fma(w1, c31);
            FloatVector a4 = FloatVector.broadcast(SPECIES, a[ai + k + 4 * WIDTH]);
            c40 = a4.fma(w0, c40);
            c41 = a4.fma(w1, c41);
            FloatVector a5 = FloatVector.broadcast(SPECIES, a[ai + k + 5 * WIDTH]);
            c50 = a5.fma(w0, c50);
            c51 = a5.fma(w1, c51);
            FloatVector a6 = FloatVector.broadcast(SPECIES, a[ai + k + 6 * WIDTH]);
            c60 = a6.fma(w0, c60);
            c61 = a6.fma(w1, c61);
            FloatVector a7 = FloatVector.broadcast(SPECIES, a[ai + k + 7 * WIDTH]);
            c70 = a7.fma(w0, c70);
            c71 = a7.fma(w1, c71);
        }
        c00.intoArray(c, ci);
        c01.intoArray(c, ci + LANES);
        c10.intoArray(c, ci + WIDTH);
        c11.intoArray(c, ci + WIDTH + LANES);
        c20.intoArray(c, ci + 2 * WIDTH);
        c21.intoArray(c, ci + 2 * WIDTH + LANES);
        c30.intoArray(c, ci + 3 * WIDTH);
        c31.intoArray(c, ci + 3 * WIDTH + LANES);
        c40.intoArray(c, ci + 4 * WIDTH);
        c41.intoArray(c, ci + 4 * WIDTH + LANES);
        c50.intoArray(c, ci + 5 * WIDTH);
        c51.intoArray(c, ci + 5 * WIDTH + LANES);
        c60.intoArray(c, ci + 6 * WIDTH);
        c61.intoArray(c, ci + 6 * WIDTH + LANES);
        c70.intoArray(c, ci + 7 * WIDTH);
        c71.intoArray(c, ci + 7 * WIDTH + LANES);
    }

    /** 4 rows. */
    static void rows4(
            float[] a, int ai, float[] w, int wi, int inputs, float[] start, int si, int step, float[] c, int ci) {
        FloatVector c00 = load(start, si);
        FloatVector c01 = load(start, si + LANES);
        FloatVector c10 = load(start, si + step);
        FloatVector c11 = load(start, si + step + LANES);
        FloatVector c20 = load(start, si + 2 * step);
        FloatVector c21 = load(start, si + 2 * step + LANES);
        FloatVector c30 = load(start, si + 3 * step);
        FloatVector c31 = load(start, si + 3 * step + LANES);
        for (int k = 0; k < inputs; k++) {
            FloatVector w0 = load(w, wi + k * WIDTH);
            FloatVector w1 = load(w, wi + k * WIDTH + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[ai + k]);
            c00 = a0.fma(w0, c00);
            c01 = a0.fma(w1, c01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[ai + k + WIDTH]);
            c10 = a1.fma(w0, c10);
            c11 = a1.fma(w1, c11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[ai + k + 2 * WIDTH]);
            c20 = a2.fma(w0, c20);
            c21 = a2.fma(w1, c21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[ai + k + 3 * WIDTH]);
            c30 = a3.fma(w0, c30);
            c31 = a3.fma(w1, c31);
        }
        c00.intoArray(c, ci);
        c01.intoArray(c, ci + LANES);
        c10.intoArray(c, ci + WIDTH);
        c11.intoArray(c, ci + WIDTH + LANES);
        c20.intoArray(c, ci + 2 * WIDTH);
        c21.intoArray(c, ci + 2 * WIDTH + LANES);
        c30.intoArray(c, ci + 3 * WIDTH);
        c31.intoArray(c, ci + 3 * WIDTH + LANES);
    }

    /**
     * 1 row of two panels of the result: of one row the sums of a panel would mostly wait for each other.
     *
     * @param wNext how far the second panel's weights are from the first's; likewise {@code sNext} and {@code cNext}
     */
    static void row1(
            float[] a,
            int ai,
            float[] w,
            int wi,
            int wNext,
            int inputs,
            float[] start,
            int si,
            int sNext,
            float[] c,
            int ci,
            int cNext) {
        FloatVector c00 = load(start, si);
        FloatVector c01 = load(start, si + LANES);
        FloatVector c10 = load(start, si + sNext);
        FloatVector c11 = load(start, si + sNext + LANES);
        for (int k = 0; k < inputs; k++) {
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[ai + k]);
            c00 = a0.fma(load(w, wi + k * WIDTH), c00);
            c01 = a0.fma(load(w, wi + k * WIDTH + LANES), c01);
            c10 = a0.fma(load(w, wi + wNext + k * WIDTH), c10);
            c11 = a0.fma(load(w, wi + wNext + k * WIDTH + LANES), c11);
        }
        c00.intoArray(c, ci);
        c01.intoArray(c, ci + LANES);
        c10.intoArray(c, ci + cNext);
        c11.intoArray(c, ci + cNext + LANES);
    }

    private static FloatVector load(float[] values, int from) {
        return FloatVector.fromArray(SPECIES, values, from);
    }
}
