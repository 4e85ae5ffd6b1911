package org.muonframework.train.fused.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of a convolution with 5 outputs: 2 places are 10 sums, 2 inputs and a weight, for 16 registers; 3 places and more are
 * for 32. All else is as in {@link ConvolutionTiles}.
 */
final class WideConvolutionTiles {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private WideConvolutionTiles() {}

    /** 5 outputs, 5 places. */
    static void tile5x5(
            float[] a, int ai, int[] taps, int n, int step, float[] w, int wi, float[] c, int ci, int layer, int next) {
        FloatVector c00 = FloatVector.broadcast(SPECIES, w[wi]);
        FloatVector c01 = c00;
        FloatVector c02 = c00;
        FloatVector c03 = c00;
        FloatVector c04 = c00;
        FloatVector c10 = FloatVector.broadcast(SPECIES, w[wi + 1]);
        FloatVector c11 = c10;
        FloatVector c12 = c10;
        FloatVector c13 = c10;
        FloatVector c14 = c10;
        FloatVector c20 = FloatVector.broadcast(SPECIES, w[wi + 2]);
        FloatVector c21 = c20;
        FloatVector c22 = c20;
        FloatVector c23 = c20;
        FloatVector c24 = c20;
        FloatVector c30 = FloatVector.broadcast(SPECIES, w[wi + 3]);
        FloatVector c31 = c30;
        FloatVector c32 = c30;
        FloatVector c33 = c30;
        FloatVector c34 = c30;
        FloatVector c40 = FloatVector.broadcast(SPECIES, w[wi + 4]);
        FloatVector c41 = c40;
        FloatVector c42 = c40;
        FloatVector c43 = c40;
        FloatVector c44 = c40;
        for (int k = 0; k < n; k++) {
            int from = ai + taps[k];
            int weight = wi + 5 + k * 5;
            FloatVector a0 = load(a, from);
            FloatVector a1 = load(a, from + step);
            FloatVector a2 = load(a, from + 2 * step);
            FloatVector a3 = load(a, from + 3 * step);
            FloatVector a4 = load(a, from + 4 * step);
            FloatVector w0 = FloatVector.broadcast(SPECIES, w[weight]);
            c00 = w0.fma(a0, c00);
            c01 = w0.fma(a1, c01);
            c02 = w0.fma(a2, c02);
            c03 = w0.fma(a3, c03);
            c04 = w0.fma(a4, c04);
            FloatVector w1 = FloatVector.broadcast(SPECIES, w[weight + 1]);
            c10 = w1.fma(a0, c10);
            c11 = w1.fma(a1, c11);
            c12 = w1.fma(a2, c12);
            c13 = w1.fma(a3, c13);
            c14 = w1.fma(a4, c14);
            FloatVector w2 = FloatVector.broadcast(SPECIES, w[weight + 2]);
            c20 = w2.fma(a0, c20);
            c21 = w2.fma(a1, c21);
            c22 = w2.fma(a2, c22);
            c23 = w2.fma(a3, c23);
            c24 = w2.fma(a4, c24);
            FloatVector w3 = FloatVector.broadcast(SPECIES, w[weight + 3]);
            c30 = w3.fma(a0, c30);
            c31 = w3.fma(a1, c31);
            c32 = w3.fma(a2, c32);
            c33 = w3.fma(a3, c33);
            c34 = w3.fma(a4, c34);
            FloatVector w4 = FloatVector.broadcast(SPECIES, w[weight + 4]);
            c40 = w4.fma(a0, c40);
            c41 = w4.fma(a1, c41);
            c42 = w4.fma(a2, c42);
            c43 = w4.fma(a3, c43);
            c44 = w4.fma(a4, c44);
        }
        c00.intoArray(c, ci);
        c01.intoArray(c, ci + next);
        c02.intoArray(c, ci + 2 * next);
        c03.intoArray(c, ci + 3 * next);
        c04.intoArray(c, ci + 4 * next);
        c10.intoArray(c, ci + layer);
        c11.intoArray(c, ci + layer + next);
        c12.intoArray(c, ci + layer + 2 * next);
        c13.intoArray(c, ci + layer + 3 * next);
        c14.intoArray(c, ci + layer + 4 * next);
        c20.intoArray(c, ci + 2 * layer);
        c21.intoArray(c, ci + 2 * layer + next);
        c22.intoArray(c, ci + 2 * layer + 2 * next);
        c23.intoArray(c, ci + 2 * layer + 3 * next);
        c24.intoArray(c, ci + 2 * layer + 4 * next);
        c30.intoArray(c, ci + 3 * layer);
        c31.intoArray(c, ci + 3 * layer + next);
        c32.intoArray(c, ci + 3 * layer + 2 * next);
        c33.intoArray(c, ci + 3 * layer + 3 * next);
        c34.intoArray(c, ci + 3 * layer + 4 * next);
        c40.intoArray(c, ci + 4 * layer);
        c41.intoArray(c, ci + 4 * layer + next);
        c42.intoArray(c, ci + 4 * layer + 2 * next);
        c43.intoArray(c, ci + 4 * layer + 3 * next);
        c44.intoArray(c, ci + 4 * layer + 4 * next);
    }

    /** 5 outputs, 4 places. */
    static void tile5x4(
            float[] a, int ai, int[] taps, int n, int step, float[] w, int wi, float[] c, int ci, int layer, int next) {
        FloatVector c00 = FloatVector.broadcast(SPECIES, w[wi]);
        FloatVector c01 = c00;
        FloatVector c02 = c00;
        FloatVector c03 = c00;
        FloatVector c10 = FloatVector.broadcast(SPECIES, w[wi + 1]);
        FloatVector c11 = c10;
        FloatVector c12 = c10;
        FloatVector c13 = c10;
        FloatVector c20 = FloatVector.broadcast(SPECIES, w[wi + 2]);
        FloatVector c21 = c20;
        FloatVector c22 = c20;
        FloatVector c23 = c20;
        FloatVector c30 = FloatVector.broadcast(SPECIES, w[wi + 3]);
        FloatVector c31 = c30;
        FloatVector c32 = c30;
        FloatVector c33 = c30;
        FloatVector c40 = FloatVector.broadcast(SPECIES, w[wi + 4]);
        FloatVector c41 = c40;
        FloatVector c42 = c40;
        FloatVector c43 = c40;
        for (int k = 0; k < n; k++) {
            int from = ai + taps[k];
            int weight = wi + 5 + k * 5;
            FloatVector a0 = load(a, from);
            FloatVector a1 = load(a, from + step);
            FloatVector a2 = load(a, from + 2 * step);
            FloatVector a3 = load(a, from + 3 * step);
            FloatVector w0 = FloatVector.broadcast(SPECIES, w[weight]);
            c00 = w0.fma(a0, c00);
            c01 = w0.fma(a1, c01);
            c02 = w0.fma(a2, c02);
            c03 = w0.fma(a3, c03);
            FloatVector w1 = FloatVector.broadcast(SPECIES, w[weight + 1]);
            c10 = w1.fma(a0, c10);
            c11 = w1.fma(a1, c11);
            c12 = w1.fma(a2, c12);
            c13 = w1.fma(a3, c13);
            FloatVector w2 = FloatVector.broadcast(SPECIES, w[weight + 2]);
            c20 = w2.fma(a0, c20);
            c21 = w2.fma(a1, c21);
            c22 = w2.fma(a2, c22);
            c23 = w2.fma(a3, c23);
            FloatVector w3 = FloatVector.broadcast(SPECIES, w[weight + 3]);
            c30 = w3.fma(a0, c30);
            c31 = w3.fma(a1, c31);
            c32 = w3.fma(a2, c32);
            c33 = w3.fma(a3, c33);
            FloatVector w4 = FloatVector.broadcast(SPECIES, w[weight + 4]);
            c40 = w4.fma(a0, c40);
            c41 = w4.fma(a1, c41);
            c42 = w4.fma(a2, c42);
            c43 = w4.fma(a3, c43);
        }
        c00.intoArray(c, ci);
        c01.intoArray(c, ci + next);
        c02.intoArray(c, ci + 2 * next);
        c03.intoArray(c, ci + 3 * next);
        c10.intoArray(c, ci + layer);
        c11.intoArray(c, ci + layer + next);
        c12.intoArray(c, ci + layer + 2 * next);
        c13.intoArray(c, ci + layer + 3 * next);
        c20.intoArray(c, ci + 2 * layer);
        c21.intoArray(c, ci + 2 * layer + next);
        c22.intoArray(c, ci + 2 * layer + 2 * next);
        c23.intoArray(c, ci + 2 * layer + 3 * next);
        c30.intoArray(c, ci + 3 * layer);
        c31.intoArray(c, ci + 3 * layer + next);
        c32.intoArray(c, ci + 3 * layer + 2 * next);
        c33.intoArray(c, ci + 3 * layer + 3 * next);
        c40.intoArray(c, ci + 4 * layer);
        c41.intoArray(c, ci + 4 * layer + next);
        c42.intoArray(c, ci + 4 * layer + 2 * next);
        c43.intoArray(c, ci + 4 * layer + 3 * next);
    }

    /** 5 outputs, 3 places. */
    static void tile5x3(
            float[] a, int ai, int[] taps, int n, int step, float[] w, int wi, float[] c, int ci, int layer, int next) {
        FloatVector c00 = FloatVector.broadcast(SPECIES, w[wi]);
        FloatVector c01 = c00;
        FloatVector c02 = c00;
        FloatVector c10 = FloatVector.broadcast(SPECIES, w[wi + 1]);
        FloatVector c11 = c10;
        FloatVector c12 = c10;
        FloatVector c20 = FloatVector.broadcast(SPECIES, w[wi + 2]);
        FloatVector c21 = c20;
        FloatVector c22 = c20;
        FloatVector c30 = FloatVector.broadcast(SPECIES, w[wi + 3]);
        FloatVector c31 = c30;
        FloatVector c32 = c30;
        FloatVector c40 = FloatVector.broadcast(SPECIES, w[wi + 4]);
        FloatVector c41 = c40;
        FloatVector c42 = c40;
        for (int k = 0; k < n; k++) {
            int from = ai + taps[k];
            int weight = wi + 5 + k * 5;
            FloatVector a0 = load(a, from);
            FloatVector a1 = load(a, from + step);
            FloatVector a2 = load(a, from + 2 * step);
            FloatVector w0 = FloatVector.broadcast(SPECIES, w[weight]);
            c00 = w0.fma(a0, c00);
            c01 = w0.fma(a1, c01);
            c02 = w0.fma(a2, c02);
            FloatVector w1 = FloatVector.broadcast(SPECIES, w[weight + 1]);
            c10 = w1.fma(a0, c10);
            c11 = w1.fma(a1, c11);
            c12 = w1.fma(a2, c12);
            FloatVector w2 = FloatVector.broadcast(SPECIES, w[weight + 2]);
            c20 = w2.fma(a0, c20);
            c21 = w2.fma(a1, c21);
            c22 = w2.fma(a2, c22);
            FloatVector w3 = FloatVector.broadcast(SPECIES, w[weight + 3]);
            c30 = w3.fma(a0, c30);
            c31 = w3.fma(a1, c31);
            c32 = w3.fma(a2, c32);
            FloatVector w4 = FloatVector.broadcast(SPECIES, w[weight + 4]);
            c40 = w4.fma(a0, c40);
            c41 = w4.fma(a1, c41);
            c42 = w4.fma(a2, c42);
        }
        c00.intoArray(c, ci);
        c01.intoArray(c, ci + next);
        c02.intoArray(c, ci + 2 * next);
        c10.intoArray(c, ci + layer);
        c11.intoArray(c, ci + layer + next);
        c12.intoArray(c, ci + layer + 2 * next);
        c20.intoArray(c, ci + 2 * layer);
        c21.intoArray(c, ci + 2 * layer + next);
        c22.intoArray(c, ci + 2 * layer + 2 * next);
        c30.intoArray(c, ci + 3 * layer);
        c31.intoArray(c, ci + 3 * layer + next);
        c32.intoArray(c, ci + 3 * layer + 2 * next);
        c40.intoArray(c, ci + 4 * layer);
        c41.intoArray(c, ci + 4 * layer + next);
        c42.intoArray(c, ci + 4 * layer + 2 * next);
    }

    /** 5 outputs, 2 places. */
    static void tile5x2(
            float[] a, int ai, int[] taps, int n, int step, float[] w, int wi, float[] c, int ci, int layer, int next) {
        FloatVector c00 = FloatVector.broadcast(SPECIES, w[wi]);
        FloatVector c01 = c00;
        FloatVector c10 = FloatVector.broadcast(SPECIES, w[wi + 1]);
        FloatVector c11 = c10;
        FloatVector c20 = FloatVector.broadcast(SPECIES, w[wi + 2]);
        FloatVector c21 = c20;
        FloatVector c30 = FloatVector.broadcast(SPECIES, w[wi + 3]);
        FloatVector c31 = c30;
        FloatVector c40 = FloatVector.broadcast(SPECIES, w[wi + 4]);
        FloatVector c41 = c40;
        for (int k = 0; k < n; k++) {
            int from = ai + taps[k];
            int weight = wi + 5 + k * 5;
            FloatVector a0 = load(a, from);
            FloatVector a1 = load(a, from + step);
            FloatVector w0 = FloatVector.broadcast(SPECIES, w[weight]);
            c00 = w0.fma(a0, c00);
            c01 = w0.fma(a1, c01);
            FloatVector w1 = FloatVector.broadcast(SPECIES, w[weight + 1]);
            c10 = w1.fma(a0, c10);
            c11 = w1.fma(a1, c11);
            FloatVector w2 = FloatVector.broadcast(SPECIES, w[weight + 2]);
            c20 = w2.fma(a0, c20);
            c21 = w2.fma(a1, c21);
            FloatVector w3 = FloatVector.broadcast(SPECIES, w[weight + 3]);
            c30 = w3.fma(a0, c30);
            c31 = w3.fma(a1, c31);
            FloatVector w4 = FloatVector.broadcast(SPECIES, w[weight + 4]);
            c40 = w4.fma(a0, c40);
            c41 = w4.fma(a1, c41);
        }
        c00.intoArray(c, ci);
        c01.intoArray(c, ci + next);
        c10.intoArray(c, ci + layer);
        c11.intoArray(c, ci + layer + next);
        c20.intoArray(c, ci + 2 * layer);
        c21.intoArray(c, ci + 2 * layer + next);
        c30.intoArray(c, ci + 3 * layer);
        c31.intoArray(c, ci + 3 * layer + next);
        c40.intoArray(c, ci + 4 * layer);
        c41.intoArray(c, ci + 4 * layer + next);
    }

    /** 5 outputs, 1 place. */
    static void tile5x1(
            float[] a, int ai, int[] taps, int n, int step, float[] w, int wi, float[] c, int ci, int layer, int next) {
        FloatVector c00 = FloatVector.broadcast(SPECIES, w[wi]);
        FloatVector c10 = FloatVector.broadcast(SPECIES, w[wi + 1]);
        FloatVector c20 = FloatVector.broadcast(SPECIES, w[wi + 2]);
        FloatVector c30 = FloatVector.broadcast(SPECIES, w[wi + 3]);
        FloatVector c40 = FloatVector.broadcast(SPECIES, w[wi + 4]);
        for (int k = 0; k < n; k++) {
            int from = ai + taps[k];
            int weight = wi + 5 + k * 5;
            FloatVector a0 = load(a, from);
            FloatVector w0 = FloatVector.broadcast(SPECIES, w[weight]);
            c00 = w0.fma(a0, c00);
            FloatVector w1 = FloatVector.broadcast(SPECIES, w[weight + 1]);
            c10 = w1.fma(a0, c10);
            FloatVector w2 = FloatVector.broadcast(SPECIES, w[weight + 2]);
            c20 = w2.fma(a0, c20);
            FloatVector w3 = FloatVector.broadcast(SPECIES, w[weight + 3]);
            c30 = w3.fma(a0, c30);
            FloatVector w4 = FloatVector.broadcast(SPECIES, w[weight + 4]);
            c40 = w4.fma(a0, c40);
        }
        c00.intoArray(c, ci);
        c10.intoArray(c, ci + layer);
        c20.intoArray(c, ci + 2 * layer);
        c30.intoArray(c, ci + 3 * layer);
        c40.intoArray(c, ci + 4 * layer);
    }

    private static FloatVector load(float[] values, int from) {
        return FloatVector.fromArray(SPECIES, values, from);
    }
}
