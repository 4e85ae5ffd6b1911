package org.muonframework.train.fused.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of the gradient of a convolution's weights: some outputs and taps, for as many rows as a vector has numbers, held in
 * registers while places go by.
 *
 * <p>Every tile adds, for its outputs o and taps k, Σ over places p d(o, p) · a(place that tap k sees from p), row by row,
 * to its sums, each step one fused multiply-add, in order of places. {@code places} and {@code seen} say for the places from
 * {@code first} to before {@code last} where they lie in a channel of d and where what they see begins in a; {@code taps}
 * from {@code k} on what to add to that for each tap. {@code di} is where the first output begins, the next {@code channel}
 * further on. The sums of an output lie side by side from {@code si} on, tap by tap.
 *
 * <p>4 outputs and 3 taps are 12 sums, 3 inputs and a gradient: they fill 16 registers. The methods are as they are for the
 * reasons given at {@link ProductTiles}.
 */
final class GradientTiles {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = Volume.LANES;

    private GradientTiles() {}

    /** 4 outputs, 3 taps. */
    static void tile4x3(
            int first,
            int last,
            int[] places,
            int[] seen,
            float[] a,
            int ai,
            int[] taps,
            int k,
            float[] d,
            int di,
            int channel,
            float[] sums,
            int si) {
        int a0At = ai + taps[k];
        int a1At = ai + taps[k + 1];
        int a2At = ai + taps[k + 2];
        FloatVector g00 = load(sums, si);
        FloatVector g01 = load(sums, si + LANES);
        FloatVector g02 = load(sums, si + 2 * LANES);
        FloatVector g10 = load(sums, si + 3 * LANES);
        FloatVector g11 = load(sums, si + 4 * LANES);
        FloatVector g12 = load(sums, si + 5 * LANES);
        FloatVector g20 = load(sums, si + 6 * LANES);
        FloatVector g21 = load(sums, si + 7 * LANES);
        FloatVector g22 = load(sums, si + 8 * LANES);
        FloatVector g30 = load(sums, si + 9 * LANES);
        FloatVector g31 = load(sums, si + 10 * LANES);
        FloatVector g32 = load(sums, si + 11 * LANES);
        for (int place = first; place < last; place++) {
            int from = seen[place];
            int to = di + places[place];
            FloatVector a0 = load(a, a0At + from);
            FloatVector a1 = load(a, a1At + from);
            FloatVector a2 = load(a, a2At + from);
            FloatVector d0 = load(d, to);
            g00 = d0.fma(a0, g00);
            g01 = d0.fma(a1, g01);
            g02 = d0.fma(a2, g02);
            FloatVector d1 = load(d, to + channel);
            g10 = d1.fma(a0, g10);
            g11 = d1.fma(a1, g11);
            g12 = d1.fma(a2, g12);
            FloatVector d2 = load(d, to + 2 * channel);
            g20 = d2.fma(a0, g20);
            g21 = d2.fma(a1, g21);
            g22 = d2.fma(a2, g22);
            FloatVector d3 = load(d, to + 3 * channel);
            g30 = d3.fma(a0, g30);
            g31 = d3.fma(a1, g31);
            g32 = d3.fma(a2, g32);
        }
        g00.intoArray(sums, si);
        g01.intoArray(sums, si + LANES);
        g02.intoArray(sums, si + 2 * LANES);
        g10.intoArray(sums, si + 3 * LANES);
        g11.intoArray(sums, si + 4 * LANES);
        g12.intoArray(sums, si + 5 * LANES);
        g20.intoArray(sums, si + 6 * LANES);
        g21.intoArray(sums, si + 7 * LANES);
        g22.intoArray(sums, si + 8 * LANES);
        g30.intoArray(sums, si + 9 * LANES);
        g31.intoArray(sums, si + 10 * LANES);
        g32.intoArray(sums, si + 11 * LANES);
    }

    /** 4 outputs, 1 tap. */
    static void tile4x1(
            int first,
            int last,
            int[] places,
            int[] seen,
            float[] a,
            int ai,
            int[] taps,
            int k,
            float[] d,
            int di,
            int channel,
            float[] sums,
            int si) {
        int a0At = ai + taps[k];
        FloatVector g00 = load(sums, si);
        FloatVector g10 = load(sums, si + LANES);
        FloatVector g20 = load(sums, si + 2 * LANES);
        FloatVector g30 = load(sums, si + 3 * LANES);
        for (int place = first; place < last; place++) {
            int from = seen[place];
            int to = di + places[place];
            FloatVector a0 = load(a, a0At + from);
            FloatVector d0 = load(d, to);
            g00 = d0.fma(a0, g00);
            FloatVector d1 = load(d, to + channel);
            g10 = d1.fma(a0, g10);
            FloatVector d2 = load(d, to + 2 * channel);
            g20 = d2.fma(a0, g20);
            FloatVector d3 = load(d, to + 3 * channel);
            g30 = d3.fma(a0, g30);
        }
        g00.intoArray(sums, si);
        g10.intoArray(sums, si + LANES);
        g20.intoArray(sums, si + 2 * LANES);
        g30.intoArray(sums, si + 3 * LANES);
    }

    /** 1 output, 3 taps. */
    static void tile1x3(
            int first,
            int last,
            int[] places,
            int[] seen,
            float[] a,
            int ai,
            int[] taps,
            int k,
            float[] d,
            int di,
            int channel,
            float[] sums,
            int si) {
        int a0At = ai + taps[k];
        int a1At = ai + taps[k + 1];
        int a2At = ai + taps[k + 2];
        FloatVector g00 = load(sums, si);
        FloatVector g01 = load(sums, si + LANES);
        FloatVector g02 = load(sums, si + 2 * LANES);
        for (int place = first; place < last; place++) {
            int from = seen[place];
            int to = di + places[place];
            FloatVector a0 = load(a, a0At + from);
            FloatVector a1 = load(a, a1At + from);
            FloatVector a2 = load(a, a2At + from);
            FloatVector d0 = load(d, to);
            g00 = d0.fma(a0, g00);
            g01 = d0.fma(a1, g01);
            g02 = d0.fma(a2, g02);
        }
        g00.intoArray(sums, si);
        g01.intoArray(sums, si + LANES);
        g02.intoArray(sums, si + 2 * LANES);
    }

    /** 1 output, 1 tap. */
    static void tile1x1(
            int first,
            int last,
            int[] places,
            int[] seen,
            float[] a,
            int ai,
            int[] taps,
            int k,
            float[] d,
            int di,
            int channel,
            float[] sums,
            int si) {
        int a0At = ai + taps[k];
        FloatVector g00 = load(sums, si);
        for (int place = first; place < last; place++) {
            int from = seen[place];
            int to = di + places[place];
            FloatVector a0 = load(a, a0At + from);
            FloatVector d0 = load(d, to);
            g00 = d0.fma(a0, g00);
        }
        g00.intoArray(sums, si);
    }

    private static FloatVector load(float[] values, int from) {
        return FloatVector.fromArray(SPECIES, values, from);
    }
}
