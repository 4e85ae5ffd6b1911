package org.muonframework.train.fused.kernel;

/**
 * The weights of a convolution, in the order (output, input, z, y, x): {@link Window#taps} weights between each two
 * channels.
 *
 * @param inputs number of input channels
 * @param outputs number of output channels
 * @param window what an output sees of a channel
 */
public record Filter(int inputs, int outputs, Window window) {

    /** Number of weights. */
    public int size() {
        return Math.multiplyExact(Math.multiplyExact(outputs, inputs), window.taps());
    }

    /** Where a weight lies; taps are counted in the order (z, y, x). */
    public int index(int output, int input, int tap) {
        return (output * inputs + input) * window.taps() + tap;
    }

    /** Where the cell of an input lies that a tap sees from the first place. */
    int seen(Volume as, int input, int tap) {
        Grid kernel = window.kernel();
        Grid padding = window.padding();
        int line = tap / kernel.width();
        return as.place(
                input,
                line / kernel.height() - padding.depth(),
                line % kernel.height() - padding.height(),
                tap % kernel.width() - padding.width());
    }
}
