package org.muonframework.train.fused.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Larger tiles of the gradient of a convolution's weights.
 *
 * <p>5 outputs and 4 taps are 20 sums, 4 inputs and a gradient, for 32 registers; 2 taps are for 16. All else is as in {@link GradientTiles}.
 */
final class WideGradientTiles {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = Volume.LANES;

    private WideGradientTiles() {}

    /** 5 outputs, 4 taps. */
    static void tile5x4(
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
        int a3At = ai + taps[k + 3];
        FloatVector g00 = load(sums, si);
        FloatVector g01 = load(sums, si + LANES);
        FloatVector g02 = load(sums, si + 2 * LANES);
        FloatVector g03 = load(sums, si + 3 * LANES);
        FloatVector g10 = load(sums, si + 4 * LANES);
        FloatVector g11 = load(sums, si + 5 * LANES);
        FloatVector g12 = load(sums, si + 6 * LANES);
        FloatVector g13 = load(sums, si + 7 * LANES);
        FloatVector g20 = load(sums, si + 8 * LANES);
        FloatVector g21 = load(sums, si + 9 * LANES);
        FloatVector g22 = load(sums, si + 10 * LANES);
        FloatVector g23 = load(sums, si + 11 * LANES);
        FloatVector g30 = load(sums, si + 12 * LANES);
        FloatVector g31 = load(sums, si + 13 * LANES);
        FloatVector g32 = load(sums, si + 14 * LANES);
        FloatVector g33 = load(sums, si + 15 * LANES);
        FloatVector g40 = load(sums, si + 16 * LANES);
        FloatVector g41 = load(sums, si + 17 * LANES);
        FloatVector g42 = load(sums, si + 18 * LANES);
        FloatVector g43 = load(sums, si + 19 * LANES);
        for (int place = first; place < last; place++) {
            int from = seen[place];
            int to = di + places[place];
            FloatVector a0 = load(a, a0At + from);
            FloatVector a1 = load(a, a1At + from);
            FloatVector a2 = load(a, a2At + from);
            FloatVector a3 = load(a, a3At + from);
            FloatVector d0 = load(d, to);
            g00 = d0.fma(a0, g00);
            g01 = d0.fma(a1, g01);
            g02 = d0.fma(a2, g02);
            g03 = d0.fma(a3, g03);
            FloatVector d1 = load(d, to + channel);
            g10 = d1.fma(a0, g10);
            g11 = d1.fma(a1, g11);
            g12 = d1.fma(a2, g12);
            g13 = d1.fma(a3, g13);
            FloatVector d2 = load(d, to + 2 * channel);
            g20 = d2.fma(a0, g20);
            g21 = d2.fma(a1, g21);
            g22 = d2.fma(a2, g22);
            g23 = d2.fma(a3, g23);
            FloatVector d3 = load(d, to + 3 * channel);
            g30 = d3.fma(a0, g30);
            g31 = d3.fma(a1, g31);
            g32 = d3.fma(a2, g32);
            g33 = d3.fma(a3, g33);
            FloatVector d4 = load(d, to + 4 * channel);
            g40 = d4.fma(a0, g40);
            g41 = d4.fma(a1, g41);
            g42 = d4.fma(a2, g42);
            g43 = d4.fma(a3, g43);
        }
        g00.intoArray(sums, si);
        g01.intoArray(sums, si + LANES);
        g02.intoArray(sums, si + 2 * LANES);
        g03.intoArray(sums, si + 3 * LANES);
        g10.intoArray(sums, si + 4 * LANES);
        g11.intoArray(sums, si + 5 * LANES);
        g12.intoArray(sums, si + 6 * LANES);
        g13.intoArray(sums, si + 7 * LANES);
        g20.intoArray(sums, si + 8 * LANES);
        g21.intoArray(sums, si + 9 * LANES);
        g22.intoArray(sums, si + 10 * LANES);
        g23.intoArray(sums, si + 11 * LANES);
        g30.intoArray(sums, si + 12 * LANES);
        g31.intoArray(sums, si + 13 * LANES);
        g32.intoArray(sums, si + 14 * LANES);
        g33.intoArray(sums, si + 15 * LANES);
        g40.intoArray(sums, si + 16 * LANES);
        g41.intoArray(sums, si + 17 * LANES);
        g42.intoArray(sums, si + 18 * LANES);
        g43.intoArray(sums, si + 19 * LANES);
    }

    /** 5 outputs, 2 taps. */
    static void tile5x2(
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
        FloatVector g00 = load(sums, si);
        FloatVector g01 = load(sums, si + LANES);
        FloatVector g10 = load(sums, si + 2 * LANES);
        FloatVector g11 = load(sums, si + 3 * LANES);
        FloatVector g20 = load(sums, si + 4 * LANES);
        FloatVector g21 = load(sums, si + 5 * LANES);
        FloatVector g30 = load(sums, si + 6 * LANES);
        FloatVector g31 = load(sums, si + 7 * LANES);
        FloatVector g40 = load(sums, si + 8 * LANES);
        FloatVector g41 = load(sums, si + 9 * LANES);
        for (int place = first; place < last; place++) {
            int from = seen[place];
            int to = di + places[place];
            FloatVector a0 = load(a, a0At + from);
            FloatVector a1 = load(a, a1At + from);
            FloatVector d0 = load(d, to);
            g00 = d0.fma(a0, g00);
            g01 = d0.fma(a1, g01);
            FloatVector d1 = load(d, to + channel);
            g10 = d1.fma(a0, g10);
            g11 = d1.fma(a1, g11);
            FloatVector d2 = load(d, to + 2 * channel);
            g20 = d2.fma(a0, g20);
            g21 = d2.fma(a1, g21);
            FloatVector d3 = load(d, to + 3 * channel);
            g30 = d3.fma(a0, g30);
            g31 = d3.fma(a1, g31);
            FloatVector d4 = load(d, to + 4 * channel);
            g40 = d4.fma(a0, g40);
            g41 = d4.fma(a1, g41);
        }
        g00.intoArray(sums, si);
        g01.intoArray(sums, si + LANES);
        g10.intoArray(sums, si + 2 * LANES);
        g11.intoArray(sums, si + 3 * LANES);
        g20.intoArray(sums, si + 4 * LANES);
        g21.intoArray(sums, si + 5 * LANES);
        g30.intoArray(sums, si + 6 * LANES);
        g31.intoArray(sums, si + 7 * LANES);
        g40.intoArray(sums, si + 8 * LANES);
        g41.intoArray(sums, si + 9 * LANES);
    }

    /** 4 outputs, 4 taps. */
    static void tile4x4(
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
        int a3At = ai + taps[k + 3];
        FloatVector g00 = load(sums, si);
        FloatVector g01 = load(sums, si + LANES);
        FloatVector g02 = load(sums, si + 2 * LANES);
        FloatVector g03 = load(sums, si + 3 * LANES);
        FloatVector g10 = load(sums, si + 4 * LANES);
        FloatVector g11 = load(sums, si + 5 * LANES);
        FloatVector g12 = load(sums, si + 6 * LANES);
        FloatVector g13 = load(sums, si + 7 * LANES);
        FloatVector g20 = load(sums, si + 8 * LANES);
        FloatVector g21 = load(sums, si + 9 * LANES);
        FloatVector g22 = load(sums, si + 10 * LANES);
        FloatVector g23 = load(sums, si + 11 * LANES);
        FloatVector g30 = load(sums, si + 12 * LANES);
        FloatVector g31 = load(sums, si + 13 * LANES);
        FloatVector g32 = load(sums, si + 14 * LANES);
        FloatVector g33 = load(sums, si + 15 * LANES);
        for (int place = first; place < last; place++) {
            int from = seen[place];
            int to = di + places[place];
            FloatVector a0 = load(a, a0At + from);
            FloatVector a1 = load(a, a1At + from);
            FloatVector a2 = load(a, a2At + from);
            FloatVector a3 = load(a, a3At + from);
            FloatVector d0 = load(d, to);
            g00 = d0.fma(a0, g00);
            g01 = d0.fma(a1, g01);
            g02 = d0.fma(a2, g02);
            g03 = d0.fma(a3, g03);
            FloatVector d1 = load(d, to + channel);
            g10 = d1.fma(a0, g10);
            g11 = d1.fma(a1, g11);
            g12 = d1.fma(a2, g12);
            g13 = d1.fma(a3, g13);
            FloatVector d2 = load(d, to + 2 * channel);
            g20 = d2.fma(a0, g20);
            g21 = d2.fma(a1, g21);
            g22 = d2.fma(a2, g22);
            g23 = d2.fma(a3, g23);
            FloatVector d3 = load(d, to + 3 * channel);
            g30 = d3.fma(a0, g30);
            g31 = d3.fma(a1, g31);
            g32 = d3.fma(a2, g32);
            g33 = d3.fma(a3, g33);
        }
        g00.intoArray(sums, si);
        g01.intoArray(sums, si + LANES);
        g02.intoArray(sums, si + 2 * LANES);
        g03.intoArray(sums, si + 3 * LANES);
        g10.intoArray(sums, si + 4 * LANES);
        g11.intoArray(sums, si + 5 * LANES);
        g12.intoArray(sums, si + 6 * LANES);
        g13.intoArray(sums, si + 7 * LANES);
        g20.intoArray(sums, si + 8 * LANES);
        g21.intoArray(sums, si + 9 * LANES);
        g22.intoArray(sums, si + 10 * LANES);
        g23.intoArray(sums, si + 11 * LANES);
        g30.intoArray(sums, si + 12 * LANES);
        g31.intoArray(sums, si + 13 * LANES);
        g32.intoArray(sums, si + 14 * LANES);
        g33.intoArray(sums, si + 15 * LANES);
    }

    private static FloatVector load(float[] values, int from) {
        return FloatVector.fromArray(SPECIES, values, from);
    }
}
