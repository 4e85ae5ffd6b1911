package org.muonframework.train.fused.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of a product of transposed inputs and gradients: some inputs' weight gradients, as wide as a panel, held in
 * registers while the rows go by.
 *
 * <p>Every tile computes, for its inputs k and the lanes n of its vectors, Σ over rows a(row, k) · d(row, n), in order of
 * rows, and puts it ({@code fresh}) or adds it into the panel {@code g} from {@code gi}. The other arguments are arrays
 * with the place of the first value and the step from row to row.
 */
final class OuterTiles {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private OuterTiles() {}

    /** 8 inputs of a panel of 2 vectors. */
    static void inputs8x2(
            int rows, float[] a, int ai, int as, float[] d, int di, int ds, boolean fresh, float[] g, int gi) {
        FloatVector g00 = FloatVector.zero(SPECIES);
        FloatVector g01 = FloatVector.zero(SPECIES);
        FloatVector g10 = FloatVector.zero(SPECIES);
        FloatVector g11 = FloatVector.zero(SPECIES);
        FloatVector g20 = FloatVector.zero(SPECIES);
        FloatVector g21 = FloatVector.zero(SPECIES);
        FloatVector g30 = FloatVector.zero(SPECIES);
        FloatVector g31 = FloatVector.zero(SPECIES);
        FloatVector g40 = FloatVector.zero(SPECIES);
        FloatVector g41 = FloatVector.zero(SPECIES);
        FloatVector g50 = FloatVector.zero(SPECIES);
        FloatVector g51 = FloatVector.zero(SPECIES);
        FloatVector g60 = FloatVector.zero(SPECIES);
        FloatVector g61 = FloatVector.zero(SPECIES);
        FloatVector g70 = FloatVector.zero(SPECIES);
        FloatVector g71 = FloatVector.zero(SPECIES);
        for (int row = 0; row < rows; row++) {
            FloatVector d0 = load(d, di + row * ds);
            FloatVector d1 = load(d, di + row * ds + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[ai + row * as]);
            g00 = a0.fma(d0, g00);
            g01 = a0.fma(d1, g01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[ai + row * as + 1]);
            g10 = a1.fma(d0, g10);
            g11 = a1.fma(d1, g11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[ai + row * as + 2]);
            g20 = a2.fma(d0, g20);
            g21 = a2.fma(d1, g21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[ai + row * as + 3]);
            g30 = a3.fma(d0, g30);
            g31 = a3.fma(d1, g31);
            FloatVector a4 = FloatVector.broadcast(SPECIES, a[ai + row * as + 4]);
            g40 = a4.fma(d0, g40);
            g41 = a4.fma(d1, g41);
            FloatVector a5 = FloatVector.broadcast(SPECIES, a[ai + row * as + 5]);
            g50 = a5.fma(d0, g50);
            g51 = a5.fma(d1, g51);
            FloatVector a6 = FloatVector.broadcast(SPECIES, a[ai + row * as + 6]);
            g60 = a6.fma(d0, g60);
            g61 = a6.fma(d1, g61);
            FloatVector a7 = FloatVector.broadcast(SPECIES, a[ai + row * as + 7]);
            g70 = a7.fma(d0, g70);
            g71 = a7.fma(d1, g71);
        }
        if (!fresh) {
            g00 = g00.add(load(g, gi));
            g01 = g01.add(load(g, gi + LANES));
            g10 = g10.add(load(g, gi + 2 * LANES));
            g11 = g11.add(load(g, gi + 3 * LANES));
            g20 = g20.add(load(g, gi + 4 * LANES));
            g21 = g21.add(load(g, gi + 5 * LANES));
            g30 = g30.add(load(g, gi + 6 * LANES));
            g31 = g31.add(load(g, gi + 7 * LANES));
            g40 = g40.add(load(g, gi + 8 * LANES));
            g41 = g41.add(load(g, gi + 9 * LANES));
            g50 = g50.add(load(g, gi + 10 * LANES));
            g51 = g51.add(load(g, gi + 11 * LANES));
            g60 = g60.add(load(g, gi + 12 * LANES));
            g61 = g61.add(load(g, gi + 13 * LANES));
            g70 = g70.add(load(g, gi + 14 * LANES));
            g71 = g71.add(load(g, gi + 15 * LANES));
        }
        g00.intoArray(g, gi);
        g01.intoArray(g, gi + LANES);
        g10.intoArray(g, gi + 2 * LANES);
        g11.intoArray(g, gi + 3 * LANES);
        g20.intoArray(g, gi + 4 * LANES);
        g21.intoArray(g, gi + 5 * LANES);
        g30.intoArray(g, gi + 6 * LANES);
        g31.intoArray(g, gi + 7 * LANES);
        g40.intoArray(g, gi + 8 * LANES);
        g41.intoArray(g, gi + 9 * LANES);
        g50.intoArray(g, gi + 10 * LANES);
        g51.intoArray(g, gi + 11 * LANES);
        g60.intoArray(g, gi + 12 * LANES);
        g61.intoArray(g, gi + 13 * LANES);
        g70.intoArray(g, gi + 14 * LANES);
        g71.intoArray(g, gi + 15 * LANES);
    }

    /** 4 inputs of a panel of 2 vectors. */
    static void inputs4x2(
            int rows, float[] a, int ai, int as, float[] d, int di, int ds, boolean fresh, float[] g, int gi) {
        FloatVector g00 = FloatVector.zero(SPECIES);
        FloatVector g01 = FloatVector.zero(SPECIES);
        FloatVector g10 = FloatVector.zero(SPECIES);
        FloatVector g11 = FloatVector.zero(SPECIES);
        FloatVector g20 = FloatVector.zero(SPECIES);
        FloatVector g21 = FloatVector.zero(SPECIES);
        FloatVector g30 = FloatVector.zero(SPECIES);
        FloatVector g31 = FloatVector.zero(SPECIES);
        for (int row = 0; row < rows; row++) {
            FloatVector d0 = load(d, di + row * ds);
            FloatVector d1 = load(d, di + row * ds + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[ai + row * as]);
            g00 = a0.fma(d0, g00);
            g01 = a0.fma(d1, g01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[ai + row * as + 1]);
            g10 = a1.fma(d0, g10);
            g11 = a1.fma(d1, g11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[ai + row * as + 2]);
            g20 = a2.fma(d0, g20);
            g21 = a2.fma(d1, g21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[ai + row * as + 3]);
            g30 = a3.fma(d0, g30);
            g31 = a3.fma(d1, g31);
        }
        if (!fresh) {
            g00 = g00.add(load(g, gi));
            g01 = g01.add(load(g, gi + LANES));
            g10 = g10.add(load(g, gi + 2 * LANES));
            g11 = g11.add(load(g, gi + 3 * LANES));
            g20 = g20.add(load(g, gi + 4 * LANES));
            g21 = g21.add(load(g, gi + 5 * LANES));
            g30 = g30.add(load(g, gi + 6 * LANES));
            g31 = g31.add(load(g, gi + 7 * LANES));
        }
        g00.intoArray(g, gi);
        g01.intoArray(g, gi + LANES);
        g10.intoArray(g, gi + 2 * LANES);
        g11.intoArray(g, gi + 3 * LANES);
        g20.intoArray(g, gi + 4 * LANES);
        g21.intoArray(g, gi + 5 * LANES);
        g30.intoArray(g, gi + 6 * LANES);
        g31.intoArray(g, gi + 7 * LANES);
    }

    /** 1 input of a panel of 2 vectors. */
    static void inputs1x2(
            int rows, float[] a, int ai, int as, float[] d, int di, int ds, boolean fresh, float[] g, int gi) {
        FloatVector g00 = FloatVector.zero(SPECIES);
        FloatVector g01 = FloatVector.zero(SPECIES);
        for (int row = 0; row < rows; row++) {
            FloatVector d0 = load(d, di + row * ds);
            FloatVector d1 = load(d, di + row * ds + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[ai + row * as]);
            g00 = a0.fma(d0, g00);
            g01 = a0.fma(d1, g01);
        }
        if (!fresh) {
            g00 = g00.add(load(g, gi));
            g01 = g01.add(load(g, gi + LANES));
        }
        g00.intoArray(g, gi);
        g01.intoArray(g, gi + LANES);
    }

    /** 8 inputs of a panel of 1 vector. */
    static void inputs8x1(
            int rows, float[] a, int ai, int as, float[] d, int di, int ds, boolean fresh, float[] g, int gi) {
        FloatVector g00 = FloatVector.zero(SPECIES);
        FloatVector g10 = FloatVector.zero(SPECIES);
        FloatVector g20 = FloatVector.zero(SPECIES);
        FloatVector g30 = FloatVector.zero(SPECIES);
        FloatVector g40 = FloatVector.zero(SPECIES);
        FloatVector g50 = FloatVector.zero(SPECIES);
        FloatVector g60 = FloatVector.zero(SPECIES);
        FloatVector g70 = FloatVector.zero(SPECIES);
        for (int row = 0; row < rows; row++) {
            FloatVector d0 = load(d, di + row * ds);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[ai + row * as]);
            g00 = a0.fma(d0, g00);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[ai + row * as + 1]);
            g10 = a1.fma(d0, g10);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[ai + row * as + 2]);
            g20 = a2.fma(d0, g20);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[ai + row * as + 3]);
            g30 = a3.fma(d0, g30);
            FloatVector a4 = FloatVector.broadcast(SPECIES, a[ai + row * as + 4]);
            g40 = a4.fma(d0, g40);
            FloatVector a5 = FloatVector.broadcast(SPECIES, a[ai + row * as + 5]);
            g50 = a5.fma(d0, g50);
            FloatVector a6 = FloatVector.broadcast(SPECIES, a[ai + row * as + 6]);
            g60 = a6.fma(d0, g60);
            FloatVector a7 = FloatVector.broadcast(SPECIES, a[ai + row * as + 7]);
            g70 = a7.fma(d0, g70);
        }
        if (!fresh) {
            g00 = g00.add(load(g, gi));
            g10 = g10.add(load(g, gi + LANES));
            g20 = g20.add(load(g, gi + 2 * LANES));
            g30 = g30.add(load(g, gi + 3 * LANES));
            g40 = g40.add(load(g, gi + 4 * LANES));
            g50 = g50.add(load(g, gi + 5 * LANES));
            g60 = g60.add(load(g, gi + 6 * LANES));
            g70 = g70.add(load(g, gi + 7 * LANES));
        }
        g00.intoArray(g, gi);
        g10.intoArray(g, gi + LANES);
        g20.intoArray(g, gi + 2 * LANES);
        g30.intoArray(g, gi + 3 * LANES);
        g40.intoArray(g, gi + 4 * LANES);
        g50.intoArray(g, gi + 5 * LANES);
        g60.intoArray(g, gi + 6 * LANES);
        g70.intoArray(g, gi + 7 * LANES);
    }

    /** 1 input of a panel of 1 vector. */
    static void inputs1x1(
            int rows, float[] a, int ai, int as, float[] d, int di, int ds, boolean fresh, float[] g, int gi) {
        FloatVector g00 = FloatVector.zero(SPECIES);
        for (int row = 0; row < rows; row++) {
            FloatVector d0 = load(d, di + row * ds);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[ai + row * as]);
            g00 = a0.fma(d0, g00);
        }
        if (!fresh) {
            g00 = g00.add(load(g, gi));
        }
        g00.intoArray(g, gi);
    }

    private static FloatVector load(float[] values, int from) {
        return FloatVector.fromArray(SPECIES, values, from);
    }
}
