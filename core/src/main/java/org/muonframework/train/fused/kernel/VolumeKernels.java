package org.muonframework.train.fused.kernel;

import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Layer.PoolKind;

/**
 * What a network of volumes is computed with, a group of rows at a time; for one thread.
 *
 * <p>Each array of a volume comes with how it lies, {@link Volume}; {@code …From} is the place of the group's first value.
 * The volumes of one call have the same channels and cells where nothing else is said, and each the border it likes. Cells
 * are overwritten where nothing else is said, and nothing but cells is written.
 *
 * <p>{@code rows} is the number of rows of the group that count; the lanes behind them do not enter sums, and where a
 * gradient is written with {@code rows} at hand, they become 0. Kernels without it compute all lanes.
 *
 * <p>A dense block lies as {@link Panels} says, with the group in its first rows and a column for each channel.
 *
 * <p>Sums go in a fixed order: over cells for each row, then over rows. An argument {@code fresh} says that a sum is put
 * into its place, else it is added to what is there.
 */
public interface VolumeKernels {

    /**
     * c(o) = bias(o) + Σ w(o, i, t) · a(i, cell that tap t sees).
     *
     * @param as how a lies: the filter's inputs, with a border no narrower than the window's padding
     * @param a inputs
     * @param w weights, as {@link Filter} says
     * @param bias a value for each output, 0 where there is none
     * @param cs how c lies: the filter's outputs, and {@link Window#places} of a's cells
     * @param c result
     */
    void convolve(
            Volume as,
            float[] a,
            int aFrom,
            Filter filter,
            float[] w,
            int wFrom,
            float[] bias,
            int biasFrom,
            Volume cs,
            float[] c,
            int cFrom);

    /**
     * The gradient of a convolution's inputs: g(i) = Σ w(o, i, t) · d(o, place whose tap t sees the cell).
     *
     * @param ds how d lies, with a border no narrower than {@link Window#borderBack}
     * @param d gradient of the outputs
     * @param gs how g lies
     * @param g gradient of the inputs
     */
    void convolveBack(
            Volume ds, float[] d, int dFrom, Filter filter, float[] w, int wFrom, Volume gs, float[] g, int gFrom);

    /**
     * The gradient of a convolution's weights: g(o, i, t) = Σ d(o) · a(i, cell that tap t sees), over cells and all lanes.
     *
     * @param as how a lies, with a border no narrower than the window's padding
     * @param a inputs
     * @param d gradient of the outputs, 0 in lanes that do not count
     * @param g gradient of the weights, as {@link Filter} says
     */
    void convolveOuter(
            Volume as,
            float[] a,
            int aFrom,
            Volume ds,
            float[] d,
            int dFrom,
            Filter filter,
            boolean fresh,
            float[] g,
            int gFrom);

    /** y = x. */
    void copy(Volume xs, float[] x, int xFrom, Volume ys, float[] y, int yFrom);

    /** y += x. */
    void add(Volume xs, float[] x, int xFrom, Volume ys, float[] y, int yFrom);

    /** y = function(x); the two may be one. Not for softmax. */
    void activate(ActivationFunction function, Volume xs, float[] x, int xFrom, Volume ys, float[] y, int yFrom);

    /**
     * d *= function′.
     *
     * @param saved the function's input for swish, its output for the others
     */
    void activateBack(
            ActivationFunction function, Volume savedAs, float[] saved, int savedFrom, Volume ds, float[] d, int dFrom);

    /** sums(channel) = Σ d over cells and rows: the gradient of a bias. */
    void channelSums(int rows, Volume ds, float[] d, int dFrom, boolean fresh, float[] sums, int sumsFrom);

    /** Moments of channels about given centres: sums = Σ (x − centre), squares = Σ (x − centre)², over cells and rows. */
    void moments(
            int rows,
            Volume xs,
            float[] x,
            int xFrom,
            float[] centres,
            boolean fresh,
            float[] sums,
            float[] squares,
            int sumsFrom);

    /** y = (x − mean) · scale + shift, channel by channel; the two may be one. */
    void normalise(
            Volume xs,
            float[] x,
            int xFrom,
            Volume ys,
            float[] y,
            int yFrom,
            float[] mean,
            float[] scale,
            float[] shift);

    /** What the way back through a normalisation needs: sums = Σ d, products = Σ d · (x − mean), over cells and rows. */
    void normaliseSums(
            int rows,
            Volume ds,
            float[] d,
            int dFrom,
            Volume xs,
            float[] x,
            int xFrom,
            float[] mean,
            boolean fresh,
            float[] sums,
            float[] products,
            int sumsFrom);

    /** d = d · scale + (x − mean) · slope + offset, channel by channel; 0 in the lanes behind the rows. */
    void normaliseBack(
            int rows,
            Volume ds,
            float[] d,
            int dFrom,
            Volume xs,
            float[] x,
            int xFrom,
            float[] mean,
            float[] scale,
            float[] slope,
            float[] offset);

    /**
     * y = function((x − mean) · scale + shift), channel by channel, in one go; the two may be one. Not for softmax.
     *
     * <p>What lies between is kept nowhere: {@link #normaliseActivateBack} makes it again.
     */
    void normaliseActivate(
            ActivationFunction function,
            Volume xs,
            float[] x,
            int xFrom,
            Volume ys,
            float[] y,
            int yFrom,
            float[] mean,
            float[] scale,
            float[] shift);

    /**
     * The way back through the function of {@link #normaliseActivate}, and what the way back through its normalisation
     * needs: d *= function′((x − mean) · scale + shift), and with that sums = Σ d, products = Σ d · (x − mean), over cells
     * and rows.
     *
     * @param x inputs of the normalisation
     */
    void normaliseActivateBack(
            ActivationFunction function,
            int rows,
            Volume ds,
            float[] d,
            int dFrom,
            Volume xs,
            float[] x,
            int xFrom,
            float[] mean,
            float[] scale,
            float[] shift,
            boolean fresh,
            float[] sums,
            float[] products,
            int sumsFrom);

    /**
     * Mean, maximum or sum over windows of each channel. Zeros of the padding count in a mean, and do not in a maximum; of
     * no cells at all it is 0.
     *
     * @param xs how x lies, with any border
     * @param ys how y lies: {@link Window#places} of x's cells
     */
    void pool(PoolKind kind, Window window, Volume xs, float[] x, int xFrom, Volume ys, float[] y, int yFrom);

    /**
     * The gradient of a pool's inputs; that of a maximum goes to the first cell that has it.
     *
     * @param ds how d lies, with any border
     * @param d gradient of the outputs
     * @param x inputs of the pool; only a maximum reads them
     * @param g gradient of the inputs
     */
    void poolBack(
            PoolKind kind,
            Window window,
            Volume ds,
            float[] d,
            int dFrom,
            Volume xs,
            float[] x,
            int xFrom,
            Volume gs,
            float[] g,
            int gFrom);

    /**
     * Mean, maximum or sum over all cells of each channel.
     *
     * @param y result, a dense block
     */
    void poolAll(PoolKind kind, int rows, Volume xs, float[] x, int xFrom, float[] y, int yFrom);

    /**
     * The gradient of the inputs of {@link #poolAll}; each cell that has the maximum gets all of its gradient. The lanes
     * behind the rows become 0.
     *
     * @param y result of the pool, a dense block; only a maximum reads it
     * @param d gradient of the results, a dense block
     * @param x inputs of the pool; only a maximum reads them
     */
    void poolAllBack(
            PoolKind kind,
            int rows,
            float[] y,
            int yFrom,
            float[] d,
            int dFrom,
            Volume xs,
            float[] x,
            int xFrom,
            Volume gs,
            float[] g,
            int gFrom);

    /**
     * y = x · factor, with a factor for each row and channel; the two may be one. 0 in the lanes behind the rows.
     *
     * @param factors a dense block
     */
    void scale(
            int rows,
            Volume xs,
            float[] x,
            int xFrom,
            float[] factors,
            int factorsFrom,
            Volume ys,
            float[] y,
            int yFrom);

    /**
     * The gradient of a scale's factors: sums(row, channel) = Σ d · x, over cells. That of x is {@link #scale} of d.
     *
     * @param sums a dense block
     */
    void scaleSums(
            int rows, Volume ds, float[] d, int dFrom, Volume xs, float[] x, int xFrom, float[] sums, int sumsFrom);

    /**
     * y(row, (channel, z, y, x)) = x: all values of a row in one dimension.
     *
     * @param y a dense block with a column for each cell of each channel
     */
    void flatten(int rows, Volume xs, float[] x, int xFrom, float[] y, int yFrom);

    /**
     * The way back from {@link #flatten}; 0 in the lanes behind the rows.
     *
     * @param x a dense block with a column for each cell of each channel
     */
    void unflatten(int rows, float[] x, int xFrom, Volume ys, float[] y, int yFrom);
}
