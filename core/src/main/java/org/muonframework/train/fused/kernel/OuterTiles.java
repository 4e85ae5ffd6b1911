package org.muonframework.train.fused.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of a product of transposed inputs and gradients: the weight gradients of some inputs, as wide as a panel, held in
 * registers while the rows go by.
 *
 * <p>Every tile computes, for its inputs k and the columns n of a panel, Σ over rows a(row, k) · d(row, n), in order of
 * rows, and adds it to the panel of gradients. {@code ai} is the place of the first input in the first row, {@code di} that
 * of the panel of d, {@code gi} that of the first input in the panel of gradients. All inputs of a tile lie in one panel.
 * The methods are as they are for the reasons given at {@link ProductTiles}.
 */
final class OuterTiles {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int WIDTH = 2 * LANES;

    private OuterTiles() {}

    /** 8 inputs. */
    static void inputs8(int rows, float[] a, int ai, float[] d, int di, float[] g, int gi) {
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
            FloatVector d0 = load(d, di + row * WIDTH);
            FloatVector d1 = load(d, di + row * WIDTH + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[ai + row * WIDTH]);
            g00 = a0.fma(d0, g00);
            g01 = a0.fma(d1, g01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[ai + row * WIDTH + 1]);
            g10 = a1.fma(d0, g10);
            g11 = a1.fma(d1, g11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[ai + row * WIDTH + 2]);
            g20 = a2.fma(d0, g20);
            g21 = a2.fma(d1, g21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[ai + row * WIDTH + 3]);
            g30 = a3.fma(d0, g30);
            g31 = a3.fma(d1, g31);
            FloatVector a4 = FloatVector.broadcast(SPECIES, a[ai + row * WIDTH + 4]);
            g40 = a4.fma(d0, g40);
            g41 = a4.fma(d1, g41);
            FloatVector a5 = FloatVector.broadcast(SPECIES, a[ai + row * WIDTH + 5]);
            g50 = a5.fma(d0, g50);
            g51 = a5.fma(d1, g51);
            FloatVector a6 = FloatVector.broadcast(SPECIES, a[ai + row * WIDTH + 6]);
            g60 = a6.fma(d0, g60);
            g61 = a6.fma(d1, g61);
            FloatVector a7 = FloatVector.broadcast(SPECIES, a[ai + row * WIDTH + 7]);
            g70 = a7.fma(d0, g70);
            g71 = a7.fma(d1, g71);
        }
        g00 = g00.add(load(g, gi));
        g01 = g01.add(load(g, gi + LANES));
        g10 = g10.add(load(g, gi + WIDTH));
        g11 = g11.add(load(g, gi + WIDTH + LANES));
        g20 = g20.add(load(g, gi + 2 * WIDTH));
        g21 = g21.add(load(g, gi + 2 * WIDTH + LANES));
        g30 = g30.add(load(g, gi + 3 * WIDTH));
        g31 = g31.add(load(g, gi + 3 * WIDTH + LANES));
        g40 = g40.add(load(g, gi + 4 * WIDTH));
        g41 = g41.add(load(g, gi + 4 * WIDTH + LANES));
        g50 = g50.add(load(g, gi + 5 * WIDTH));
        g51 = g51.add(load(g, gi + 5 * WIDTH + LANES));
        g60 = g60.add(load(g, gi + 6 * WIDTH));
        g61 = g61.add(load(g, gi + 6 * WIDTH + LANES));
        g70 = g70.add(load(g, gi + 7 * WIDTH));
        g71 = g71.add(load(g, gi + 7 * WIDTH + LANES));
        g00.intoArray(g, gi);
        g01.intoArray(g, gi + LANES);
        g10.intoArray(g, gi + WIDTH);
        g11.intoArray(g, gi + WIDTH + LANES);
        g20.intoArray(g, gi + 2 * WIDTH);
        g21.intoArray(g, gi + 2 * WIDTH + LANES);
        g30.intoArray(g, gi + 3 * WIDTH);
        g31.intoArray(g, gi + 3 * WIDTH + LANES);
        g40.intoArray(g, gi + 4 * WIDTH);
        g41.intoArray(g, gi + 4 * WIDTH + LANES);
        g50.intoArray(g, gi + 5 * WIDTH);
        g51.intoArray(g, gi + 5 * WIDTH + LANES);
        g60.intoArray(g, gi + 6 * WIDTH);
        g61.intoArray(g, gi + 6 * WIDTH + LANES);
        g70.intoArray(g, gi + 7 * WIDTH);
        g71.intoArray(g, gi + 7 * WIDTH + LANES);
    }

    /** 4 inputs. */
    static void inputs4(int rows, float[] a, int ai, float[] d, int di, float[] g, int gi) {
        FloatVector g00 = FloatVector.zero(SPECIES);
        FloatVector g01 = FloatVector.zero(SPECIES);
        FloatVector g10 = FloatVector.zero(SPECIES);
        FloatVector g11 = FloatVector.zero(SPECIES);
        FloatVector g20 = FloatVector.zero(SPECIES);
        FloatVector g21 = FloatVector.zero(SPECIES);
        FloatVector g30 = FloatVector.zero(SPECIES);
        FloatVector g31 = FloatVector.zero(SPECIES);
        for (int row = 0; row < rows; row++) {
            FloatVector d0 = load(d, di + row * WIDTH);
            FloatVector d1 = load(d, di + row * WIDTH + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[ai + row * WIDTH]);
            g00 = a0.fma(d0, g00);
            g01 = a0.fma(d1, g01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[ai + row * WIDTH + 1]);
            g10 = a1.fma(d0, g10);
            g11 = a1.fma(d1, g11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[ai + row * WIDTH + 2]);
            g20 = a2.fma(d0, g20);
            g21 = a2.fma(d1, g21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[ai + row * WIDTH + 3]);
            g30 = a3.fma(d0, g30);
            g31 = a3.fma(d1, g31);
        }
        g00 = g00.add(load(g, gi));
        g01 = g01.add(load(g, gi + LANES));
        g10 = g10.add(load(g, gi + WIDTH));
        g11 = g11.add(load(g, gi + WIDTH + LANES));
        g20 = g20.add(load(g, gi + 2 * WIDTH));
        g21 = g21.add(load(g, gi + 2 * WIDTH + LANES));
        g30 = g30.add(load(g, gi + 3 * WIDTH));
        g31 = g31.add(load(g, gi + 3 * WIDTH + LANES));
        g00.intoArray(g, gi);
        g01.intoArray(g, gi + LANES);
        g10.intoArray(g, gi + WIDTH);
        g11.intoArray(g, gi + WIDTH + LANES);
        g20.intoArray(g, gi + 2 * WIDTH);
        g21.intoArray(g, gi + 2 * WIDTH + LANES);
        g30.intoArray(g, gi + 3 * WIDTH);
        g31.intoArray(g, gi + 3 * WIDTH + LANES);
    }

    /** 1 input. */
    static void inputs1(int rows, float[] a, int ai, float[] d, int di, float[] g, int gi) {
        FloatVector g00 = FloatVector.zero(SPECIES);
        FloatVector g01 = FloatVector.zero(SPECIES);
        for (int row = 0; row < rows; row++) {
            FloatVector d0 = load(d, di + row * WIDTH);
            FloatVector d1 = load(d, di + row * WIDTH + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[ai + row * WIDTH]);
            g00 = a0.fma(d0, g00);
            g01 = a0.fma(d1, g01);
        }
        g00 = g00.add(load(g, gi));
        g01 = g01.add(load(g, gi + LANES));
        g00.intoArray(g, gi);
        g01.intoArray(g, gi + LANES);
    }

    private static FloatVector load(float[] values, int from) {
        return FloatVector.fromArray(SPECIES, values, from);
    }
}
