package org.muonframework.train.fused.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of a matrix product: some rows of the result, as wide as a panel of weights, held in registers while the inputs
 * go by.
 *
 * <p>Every tile computes, for its rows r and the lanes n of its vectors, start(r, n) + Σₖ a(r, k) · w(k, n), each step one
 * fused multiply-add, in order of k; with {@code rectify} what is negative becomes 0. Its arguments are arrays with the
 * place of the first value and the step from row to row: {@code a} with {@code ai} and {@code as}, the panel {@code w}
 * from {@code wi}, the starting values {@code start} with {@code si} and {@code ss} (0: the same for each row, which is a
 * bias), the result {@code c} with {@code ci} and {@code cs}.
 *
 * <p>8 x 2 vectors are 16 sums, 2 weights and 1 input: they fill more than half of 32 registers, and 4 x 2 do with 16. A
 * method is as small as it is because the compiler gives up on large ones.
 */
final class ProductTiles {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private ProductTiles() {}

    /** 8 rows of a panel of 2 vectors. */
    static void rows8x2(
            float[] a,
            int ai,
            int as,
            float[] w,
            int wi,
            int inputs,
            float[] start,
            int si,
            int ss,
            boolean rectify,
            float[] c,
            int ci,
            int cs) {
        FloatVector c00 = load(start, si);
        FloatVector c01 = load(start, si + LANES);
        FloatVector c10 = load(start, si + ss);
        FloatVector c11 = load(start, si + ss + LANES);
        FloatVector c20 = load(start, si + 2 * ss);
        FloatVector c21 = load(start, si + 2 * ss + LANES);
        FloatVector c30 = load(start, si + 3 * ss);
        FloatVector c31 = load(start, si + 3 * ss + LANES);
        FloatVector c40 = load(start, si + 4 * ss);
        FloatVector c41 = load(start, si + 4 * ss + LANES);
        FloatVector c50 = load(start, si + 5 * ss);
        FloatVector c51 = load(start, si + 5 * ss + LANES);
        FloatVector c60 = load(start, si + 6 * ss);
        FloatVector c61 = load(start, si + 6 * ss + LANES);
        FloatVector c70 = load(start, si + 7 * ss);
        FloatVector c71 = load(start, si + 7 * ss + LANES);
        for (int k = 0; k < inputs; k++) {
            FloatVector w0 = load(w, wi + 2 * LANES * k);
            FloatVector w1 = load(w, wi + 2 * LANES * k + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[ai + k]);
            c00 = a0.fma(w0, c00);
            c01 = a0.fma(w1, c01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[ai + as + k]);
            c10 = a1.fma(w0, c10);
            c11 = a1.fma(w1, c11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[ai + 2 * as + k]);
            c20 = a2.fma(w0, c20);
            c21 = a2.fma(w1, c21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[ai + 3 * as + k]);
            c30 = a3.fma(w0, c30);
            c31 = a3.fma(w1, c31);
            FloatVector a4 = FloatVector.broadcast(SPECIES, a[ai + 4 * as + k]);
            c40 = a4.fma(w0, c40);
            c41 = a4.fma(w1, c41);
            FloatVector a5 = FloatVector.broadcast(SPECIES, a[ai + 5 * as + k]);
            c50 = a5.fma(w0, c50);
            c51 = a5.fma(w1, c51);
            FloatVector a6 = FloatVector.broadcast(SPECIES, a[ai + 6 * as + k]);
            c60 = a6.fma(w0, c60);
            c61 = a6.fma(w1, c61);
            FloatVector a7 = FloatVector.broadcast(SPECIES, a[ai + 7 * as + k]);
            c70 = a7.fma(w0, c70);
            c71 = a7.fma(w1, c71);
        }
        if (rectify) {
            FloatVector zero = FloatVector.zero(SPECIES);
            c00 = c00.max(zero);
            c01 = c01.max(zero);
            c10 = c10.max(zero);
            c11 = c11.max(zero);
            c20 = c20.max(zero);
            c21 = c21.max(zero);
            c30 = c30.max(zero);
            c31 = c31.max(zero);
            c40 = c40.max(zero);
            c41 = c41.max(zero);
            c50 = c50.max(zero);
            c51 = c51.max(zero);
            c60 = c60.max(zero);
            c61 = c61.max(zero);
            c70 = c70.max(zero);
            c71 = c71.max(zero);
        }
        c00.intoArray(c, ci);
        c01.intoArray(c, ci + LANES);
        c10.intoArray(c, ci + cs);
        c11.intoArray(c, ci + cs + LANES);
        c20.intoArray(c, ci + 2 * cs);
        c21.intoArray(c, ci + 2 * cs + LANES);
        c30.intoArray(c, ci + 3 * cs);
        c31.intoArray(c, ci + 3 * cs + LANES);
        c40.intoArray(c, ci + 4 * cs);
        c41.intoArray(c, ci + 4 * cs + LANES);
        c50.intoArray(c, ci + 5 * cs);
        c51.intoArray(c, ci + 5 * cs + LANES);
        c60.intoArray(c, ci + 6 * cs);
        c61.intoArray(c, ci + 6 * cs + LANES);
        c70.intoArray(c, ci + 7 * cs);
        c71.intoArray(c, ci + 7 * cs + LANES);
    }

    /** 4 rows of a panel of 2 vectors. */
    static void rows4x2(
            float[] a,
            int ai,
            int as,
            float[] w,
            int wi,
            int inputs,
            float[] start,
            int si,
            int ss,
            boolean rectify,
            float[] c,
            int ci,
            int cs) {
        FloatVector c00 = load(start, si);
        FloatVector c01 = load(start, si + LANES);
        FloatVector c10 = load(start, si + ss);
        FloatVector c11 = load(start, si + ss + LANES);
        FloatVector c20 = load(start, si + 2 * ss);
        FloatVector c21 = load(start, si + 2 * ss + LANES);
        FloatVector c30 = load(start, si + 3 * ss);
        FloatVector c31 = load(start, si + 3 * ss + LANES);
        for (int k = 0; k < inputs; k++) {
            FloatVector w0 = load(w, wi + 2 * LANES * k);
            FloatVector w1 = load(w, wi + 2 * LANES * k + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[ai + k]);
            c00 = a0.fma(w0, c00);
            c01 = a0.fma(w1, c01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[ai + as + k]);
            c10 = a1.fma(w0, c10);
            c11 = a1.fma(w1, c11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[ai + 2 * as + k]);
            c20 = a2.fma(w0, c20);
            c21 = a2.fma(w1, c21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[ai + 3 * as + k]);
            c30 = a3.fma(w0, c30);
            c31 = a3.fma(w1, c31);
        }
        if (rectify) {
            FloatVector zero = FloatVector.zero(SPECIES);
            c00 = c00.max(zero);
            c01 = c01.max(zero);
            c10 = c10.max(zero);
            c11 = c11.max(zero);
            c20 = c20.max(zero);
            c21 = c21.max(zero);
            c30 = c30.max(zero);
            c31 = c31.max(zero);
        }
        c00.intoArray(c, ci);
        c01.intoArray(c, ci + LANES);
        c10.intoArray(c, ci + cs);
        c11.intoArray(c, ci + cs + LANES);
        c20.intoArray(c, ci + 2 * cs);
        c21.intoArray(c, ci + 2 * cs + LANES);
        c30.intoArray(c, ci + 3 * cs);
        c31.intoArray(c, ci + 3 * cs + LANES);
    }

    /** 1 row of a panel of 2 vectors. */
    static void rows1x2(
            float[] a,
            int ai,
            int as,
            float[] w,
            int wi,
            int inputs,
            float[] start,
            int si,
            int ss,
            boolean rectify,
            float[] c,
            int ci,
            int cs) {
        FloatVector c00 = load(start, si);
        FloatVector c01 = load(start, si + LANES);
        for (int k = 0; k < inputs; k++) {
            FloatVector w0 = load(w, wi + 2 * LANES * k);
            FloatVector w1 = load(w, wi + 2 * LANES * k + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[ai + k]);
            c00 = a0.fma(w0, c00);
            c01 = a0.fma(w1, c01);
        }
        if (rectify) {
            FloatVector zero = FloatVector.zero(SPECIES);
            c00 = c00.max(zero);
            c01 = c01.max(zero);
        }
        c00.intoArray(c, ci);
        c01.intoArray(c, ci + LANES);
    }

    /** 8 rows of a panel of 1 vector. */
    static void rows8x1(
            float[] a,
            int ai,
            int as,
            float[] w,
            int wi,
            int inputs,
            float[] start,
            int si,
            int ss,
            boolean rectify,
            float[] c,
            int ci,
            int cs) {
        FloatVector c00 = load(start, si);
        FloatVector c10 = load(start, si + ss);
        FloatVector c20 = load(start, si + 2 * ss);
        FloatVector c30 = load(start, si + 3 * ss);
        FloatVector c40 = load(start, si + 4 * ss);
        FloatVector c50 = load(start, si + 5 * ss);
        FloatVector c60 = load(start, si + 6 * ss);
        FloatVector c70 = load(start, si + 7 * ss);
        for (int k = 0; k < inputs; k++) {
            FloatVector w0 = load(w, wi + LANES * k);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[ai + k]);
            c00 = a0.fma(w0, c00);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[ai + as + k]);
            c10 = a1.fma(w0, c10);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[ai + 2 * as + k]);
            c20 = a2.fma(w0, c20);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[ai + 3 * as + k]);
            c30 = a3.fma(w0, c30);
            FloatVector a4 = FloatVector.broadcast(SPECIES, a[ai + 4 * as + k]);
            c40 = a4.fma(w0, c40);
            FloatVector a5 = FloatVector.broadcast(SPECIES, a[ai + 5 * as + k]);
            c50 = a5.fma(w0, c50);
            FloatVector a6 = FloatVector.broadcast(SPECIES, a[ai + 6 * as + k]);
            c60 = a6.fma(w0, c60);
            FloatVector a7 = FloatVector.broadcast(SPECIES, a[ai + 7 * as + k]);
            c70 = a7.fma(w0, c70);
        }
        if (rectify) {
            FloatVector zero = FloatVector.zero(SPECIES);
            c00 = c00.max(zero);
            c10 = c10.max(zero);
            c20 = c20.max(zero);
            c30 = c30.max(zero);
            c40 = c40.max(zero);
            c50 = c50.max(zero);
            c60 = c60.max(zero);
            c70 = c70.max(zero);
        }
        c00.intoArray(c, ci);
        c10.intoArray(c, ci + cs);
        c20.intoArray(c, ci + 2 * cs);
        c30.intoArray(c, ci + 3 * cs);
        c40.intoArray(c, ci + 4 * cs);
        c50.intoArray(c, ci + 5 * cs);
        c60.intoArray(c, ci + 6 * cs);
        c70.intoArray(c, ci + 7 * cs);
    }

    /** 1 row of a panel of 1 vector. */
    static void rows1x1(
            float[] a,
            int ai,
            int as,
            float[] w,
            int wi,
            int inputs,
            float[] start,
            int si,
            int ss,
            boolean rectify,
            float[] c,
            int ci,
            int cs) {
        FloatVector c00 = load(start, si);
        for (int k = 0; k < inputs; k++) {
            FloatVector w0 = load(w, wi + LANES * k);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[ai + k]);
            c00 = a0.fma(w0, c00);
        }
        if (rectify) {
            FloatVector zero = FloatVector.zero(SPECIES);
            c00 = c00.max(zero);
        }
        c00.intoArray(c, ci);
    }

    private static FloatVector load(float[] values, int from) {
        return FloatVector.fromArray(SPECIES, values, from);
    }
}
