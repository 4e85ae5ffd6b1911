package org.muonframework.train.fused.kernel;

import org.muonframework.spi.model.ActivationFunction;

/**
 * What is done to cells side by side in a line of a volume; for one thread.
 *
 * <p>A cell is {@link Volume#LANES} numbers. {@code xi} is where the first cell lies in x, and so on; where there is a
 * {@code step}, the next one lies that much further on, else behind it. Lanes are one number for each row.
 */
interface LineLoops {

    /** y += x, cell by cell. */
    void add(int cells, float[] x, int xi, int xStep, float[] y, int yi, int yStep);

    /** y = max(x, y), cell by cell. */
    void largest(int cells, float[] x, int xi, int xStep, float[] y, int yi, int yStep);

    /** y = x · factors, with a factor for each lane; the two may be one. */
    void multiply(int cells, float[] x, int xi, float[] factors, float[] y, int yi);

    /** sums += x over cells, lane by lane. */
    void sum(int cells, float[] x, int xi, float[] sums);

    /** sums += x − centre and squares += (x − centre)² over cells, lane by lane. */
    void moments(int cells, float[] x, int xi, float centre, float[] sums, float[] squares);

    /** sums += d and products += d · (x − centre) over cells, lane by lane. */
    void products(int cells, float[] d, int di, float[] x, int xi, float centre, float[] sums, float[] products);

    /** y = (x − mean) · scale + shift; the two may be one. */
    void normalise(int cells, float[] x, int xi, float mean, float scale, float shift, float[] y, int yi);

    /** d = d · scale + (x − mean) · slope + offset. */
    void normaliseBack(
            int cells, float[] d, int di, float[] x, int xi, float mean, float scale, float slope, float offset);

    /** y = function(x); the two may be one. */
    void activate(ActivationFunction function, int cells, float[] x, int xi, float[] y, int yi);

    /** d *= function′ with what {@link VolumeKernels#activateBack} says was saved. */
    void activateBack(ActivationFunction function, int cells, float[] saved, int si, float[] d, int di);
}
