package org.muonframework.train.fused.kernel;

import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.train.neural.data.DropoutMask;

/**
 * What a dense network is computed with, a block of rows at a time; for one thread.
 *
 * <p>Blocks and weights lie in arrays as {@link Panels} says; {@code …From} is the place of the first value. A kernel takes
 * the first {@code rows} rows of a block, and {@code columns}, a whole number of panels. The columns that fill up are
 * computed along: they are finite, and 0 in weights and gradients, which keeps them without effect.
 *
 * <p>Sums over the rows of a block go in the order of rows. An argument {@code fresh} says that a sum is put into its
 * place, else it is added to what is there.
 */
public interface Kernels {

    /** Columns of a panel. */
    int width();

    /** What volumes are computed with, for the same thread. */
    VolumeKernels volumes();

    /**
     * c = start + a · w, and what is negative becomes 0 where {@code rectify}.
     *
     * @param a inputs
     * @param w weights
     * @param start what is added to each row, {@link Panels#columns} values
     * @param c result
     */
    void product(
            int rows,
            float[] a,
            int aFrom,
            Panels panels,
            float[] w,
            int wFrom,
            float[] start,
            int startFrom,
            boolean rectify,
            float[] c,
            int cFrom);

    /**
     * g = aᵀ · d, summed over rows: the gradient of the weights.
     *
     * @param a inputs
     * @param d gradient of the outputs
     * @param g gradient of the weights
     */
    void outer(
            int rows, float[] a, int aFrom, float[] d, int dFrom, Panels panels, boolean fresh, float[] g, int gFrom);

    /** sums(j) = Σ d(row, j): the gradient of a bias. */
    void columnSums(int rows, int columns, float[] d, int dFrom, boolean fresh, float[] sums, int sumsFrom);

    /** y += x, element by element. */
    void add(int rows, int columns, float[] x, int xFrom, float[] y, int yFrom);

    /** y = function(x), element by element; the two may be one. Not for softmax. */
    void activate(ActivationFunction function, int rows, int columns, float[] x, int xFrom, float[] y, int yFrom);

    /**
     * d *= function′, element by element.
     *
     * @param saved the function's input for swish, its output for the others
     */
    void activateBack(
            ActivationFunction function, int rows, int columns, float[] saved, int savedFrom, float[] d, int dFrom);

    /**
     * Moments of columns about given centres: sums(j) = Σ (x − centre), squares(j) = Σ (x − centre)².
     *
     * <p>With centres near the means the variance does not suffer from cancellation.
     */
    void moments(
            int rows,
            int columns,
            float[] x,
            int xFrom,
            float[] centres,
            boolean fresh,
            float[] sums,
            float[] squares,
            int sumsFrom);

    /** y = (x − mean) · scale + shift, column by column; the two may be one. */
    void normalise(
            int rows,
            int columns,
            float[] x,
            int xFrom,
            float[] y,
            int yFrom,
            float[] mean,
            float[] scale,
            float[] shift);

    /** What the way back through a normalisation needs: sums(j) = Σ d, products(j) = Σ d · (x − mean). */
    void normaliseSums(
            int rows,
            int columns,
            float[] d,
            int dFrom,
            float[] x,
            int xFrom,
            float[] mean,
            boolean fresh,
            float[] sums,
            float[] products,
            int sumsFrom);

    /** d = d · scale + (x − mean) · slope + offset, column by column. */
    void normaliseBack(
            int rows,
            int columns,
            float[] d,
            int dFrom,
            float[] x,
            int xFrom,
            float[] mean,
            float[] scale,
            float[] slope,
            float[] offset);

    /**
     * Sets what the mask drops to −0, which no value that is kept ever is, and multiplies the others.
     *
     * @param units columns that count: with the row in the batch they make a value's position
     * @param firstRow number of the first row in its batch
     * @param factor of what is kept
     */
    void drop(int rows, int columns, int units, float[] x, int xFrom, int firstRow, DropoutMask mask, float factor);

    /**
     * The way back through {@link #drop}: 0 where the result is −0, else multiplied.
     *
     * @param y what {@link #drop} made
     */
    void dropBack(int rows, int columns, float[] y, int yFrom, float[] d, int dFrom, float factor);

    /** g = (g of the first part + … + g of the last part) · factor; a whole number of panels. */
    void gather(int from, int to, float[][] parts, int used, float factor, float[] g);

    /**
     * One step of Adam for a range of parameters, a whole number of panels.
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
