package org.muonframework.train.fused.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The loops over rows of batch normalisation; {@link VectorKernels} says why they are as they are. */
final class VectorNormalisation {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int WIDTH = 2 * LANES;

    private VectorNormalisation() {}

    /** Sums of x − centre and of its square, for a panel. */
    static void panelMoments(
            int rows, float[] x, int xi, float[] centres, int j, float[] sums, float[] squares, int at) {
        FloatVector centre0 = load(centres, j);
        FloatVector centre1 = load(centres, j + LANES);
        FloatVector sum0 = load(sums, at);
        FloatVector sum1 = load(sums, at + LANES);
        FloatVector square0 = load(squares, at);
        FloatVector square1 = load(squares, at + LANES);
        for (int row = 0; row < rows; row++) {
            FloatVector x0 = load(x, xi + row * WIDTH).sub(centre0);
            FloatVector x1 = load(x, xi + row * WIDTH + LANES).sub(centre1);
            sum0 = sum0.add(x0);
            sum1 = sum1.add(x1);
            square0 = x0.fma(x0, square0);
            square1 = x1.fma(x1, square1);
        }
        sum0.intoArray(sums, at);
        sum1.intoArray(sums, at + LANES);
        square0.intoArray(squares, at);
        square1.intoArray(squares, at + LANES);
    }

    /** y = (x − mean) · scale + shift, for a vector of columns. */
    static void normaliseLanes(
            int rows, float[] x, int xi, float[] y, int yi, float[] mean, float[] scale, float[] shift, int j) {
        FloatVector centre = load(mean, j);
        FloatVector factor = load(scale, j);
        FloatVector constant = load(shift, j);
        for (int row = 0; row < rows; row++) {
            load(x, xi + row * WIDTH).sub(centre).fma(factor, constant).intoArray(y, yi + row * WIDTH);
        }
    }

    /** Sums of d and of d · (x − mean), for a panel. */
    static void panelProducts(
            int rows,
            float[] d,
            int di,
            float[] x,
            int xi,
            float[] mean,
            int j,
            float[] sums,
            float[] products,
            int at) {
        FloatVector centre0 = load(mean, j);
        FloatVector centre1 = load(mean, j + LANES);
        FloatVector sum0 = load(sums, at);
        FloatVector sum1 = load(sums, at + LANES);
        FloatVector product0 = load(products, at);
        FloatVector product1 = load(products, at + LANES);
        for (int row = 0; row < rows; row++) {
            FloatVector d0 = load(d, di + row * WIDTH);
            FloatVector d1 = load(d, di + row * WIDTH + LANES);
            sum0 = sum0.add(d0);
            sum1 = sum1.add(d1);
            product0 = load(x, xi + row * WIDTH).sub(centre0).fma(d0, product0);
            product1 = load(x, xi + row * WIDTH + LANES).sub(centre1).fma(d1, product1);
        }
        sum0.intoArray(sums, at);
        sum1.intoArray(sums, at + LANES);
        product0.intoArray(products, at);
        product1.intoArray(products, at + LANES);
    }

    /** d = d · scale + (x − mean) · slope + offset, for a vector of columns. */
    static void normaliseLanesBack(
            int rows,
            float[] d,
            int di,
            float[] x,
            int xi,
            float[] mean,
            float[] scale,
            float[] slope,
            float[] offset,
            int j) {
        FloatVector centre = load(mean, j);
        FloatVector factor = load(scale, j);
        FloatVector inclination = load(slope, j);
        FloatVector constant = load(offset, j);
        for (int row = 0; row < rows; row++) {
            FloatVector correction = load(x, xi + row * WIDTH).sub(centre).fma(inclination, constant);
            load(d, di + row * WIDTH).fma(factor, correction).intoArray(d, di + row * WIDTH);
        }
    }

    private static FloatVector load(float[] values, int from) {
        return FloatVector.fromArray(SPECIES, values, from);
    }
}
