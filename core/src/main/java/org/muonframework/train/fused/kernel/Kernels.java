package org.muonframework.train.fused.kernel;

import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.train.neural.data.DropoutMask;

/**
 * What a dense network is computed with, a block of rows at a time; for one thread.
 *
 * <p>A block is {@code rows} rows in an array, the first value at {@code …From}, the next row {@code …Stride} further on;
 * a stride is a multiple of {@link #lanes}, so that kernels work on whole vectors and the values behind the last column
 * are computed along. Those are finite, and 0 in weights and gradients, which keeps them without effect.
 *
 * <p>Sums over the rows of a block go in the order of rows. An argument {@code fresh} says that a sum is put into its
 * place, else it is added to what is there.
 */
public interface Kernels {

    /** Numbers in a vector: what strides are multiples of. */
    int lanes();

    /**
     * c = start + a · w, and what is negative becomes 0 where {@code rectify}.
     *
     * @param a inputs, {@link Panels#inputs} values a row
     * @param w weights in panels
     * @param start what is added, a row of it for each row of the result; the same for all where its stride is 0
     * @param c result, {@link Panels#stride} values a row
     */
    void product(
            int rows,
            float[] a,
            int aFrom,
            int aStride,
            Panels panels,
            float[] w,
            int wFrom,
            float[] start,
            int startFrom,
            int startStride,
            boolean rectify,
            float[] c,
            int cFrom,
            int cStride);

    /**
     * g = aᵀ · d, summed over rows: the gradient of the weights.
     *
     * @param a inputs, {@link Panels#inputs} values a row
     * @param d gradient of the outputs, {@link Panels#stride} values a row
     * @param g gradient in panels
     */
    void outer(
            int rows,
            float[] a,
            int aFrom,
            int aStride,
            float[] d,
            int dFrom,
            int dStride,
            Panels panels,
            boolean fresh,
            float[] g,
            int gFrom);

    /** sums(j) = Σ d(row, j): the gradient of a bias. */
    void columnSums(int rows, float[] d, int dFrom, int stride, boolean fresh, float[] sums, int sumsFrom);

    /** y += x, element by element. */
    void add(int values, float[] x, int xFrom, float[] y, int yFrom);

    /** y = function(x), element by element; the two may be one. Not for softmax. */
    void activate(ActivationFunction function, int values, float[] x, int xFrom, float[] y, int yFrom);

    /**
     * d *= function′, element by element.
     *
     * @param saved the function's input for swish, its output for the others
     */
    void activateBack(ActivationFunction function, int values, float[] saved, int savedFrom, float[] d, int dFrom);

    /**
     * Moments of columns about given centres: sums(j) = Σ (x − centre), squares(j) = Σ (x − centre)².
     *
     * <p>With centres near the means the variance does not suffer from cancellation.
     */
    void moments(
            int rows,
            float[] x,
            int xFrom,
            int stride,
            float[] centres,
            boolean fresh,
            float[] sums,
            float[] squares,
            int sumsFrom);

    /** y = (x − mean) · scale + shift, column by column; the two may be one. */
    void normalise(
            int rows,
            float[] x,
            int xFrom,
            float[] y,
            int yFrom,
            int stride,
            float[] mean,
            float[] scale,
            float[] shift);

    /** What the way back through a normalisation needs: sums(j) = Σ d, products(j) = Σ d · (x − mean). */
    void normaliseSums(
            int rows,
            float[] d,
            int dFrom,
            float[] x,
            int xFrom,
            int stride,
            float[] mean,
            boolean fresh,
            float[] sums,
            float[] products,
            int sumsFrom);

    /** d = d · scale + (x − mean) · slope + offset, column by column. */
    void normaliseBack(
            int rows,
            float[] d,
            int dFrom,
            float[] x,
            int xFrom,
            int stride,
            float[] mean,
            float[] scale,
            float[] slope,
            float[] offset);

    /**
     * Sets what the mask drops to −0, which no value that is kept ever is, and multiplies the others.
     *
     * @param width columns that count
     * @param firstRow position of the first row in its batch
     * @param factor of what is kept
     */
    void drop(int rows, float[] x, int xFrom, int stride, int width, int firstRow, DropoutMask mask, float factor);

    /**
     * The way back through {@link #drop}: 0 where the result is −0, else multiplied.
     *
     * @param y what {@link #drop} made
     */
    void dropBack(int values, float[] y, int yFrom, float[] d, int dFrom, float factor);

    /** g = (g of the first part + … + g of the last part) · factor. */
    void gather(int from, int to, float[][] parts, int used, float factor, float[] g);

    /**
     * One step of Adam for a range of parameters.
     *
     * @param g gradient
     * @param m its running mean
     * @param v the running mean of its square
     * @param w parameters
     */
    void adam(int from, int to, AdamStep step, float[] g, float[] m, float[] v, float[] w);

    /** Stochastic gradient descent with momentum: s = momentum · s − rate · (g + l2 · w), w += s. */
    void sgd(int from, int to, float rate, float momentum, float l2, float[] g, float[] s, float[] w);
}
