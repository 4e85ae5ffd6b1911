package org.muonframework.train.fused.kernel;

import java.util.Arrays;

/** Convolutions as loops, a line of cells at a time; the loops that take time have one index, the loop's own. */
final class PlainConvolutions {

    private static final int LANES = Volume.LANES;

    private PlainConvolutions() {}

    /** As {@link VolumeKernels#convolve}. */
    static void convolve(
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
            int cFrom) {
        Grid cells = cs.grid();
        float[] sums = new float[cells.width() * LANES];
        float[] seen = new float[cells.width() * LANES];
        for (int output = 0; output < filter.outputs(); output++) {
            for (int z = 0; z < cells.depth(); z++) {
                for (int y = 0; y < cells.height(); y++) {
                    Arrays.fill(sums, bias[biasFrom + output]);
                    for (int input = 0; input < filter.inputs(); input++) {
                        for (int tap = 0; tap < filter.window().taps(); tap++) {
                            see(as, a, aFrom, filter, input, z, y, tap, seen);
                            addTo(sums, w[wFrom + filter.index(output, input, tap)], seen);
                        }
                    }
                    System.arraycopy(sums, 0, c, cFrom + cs.place(output, z, y, 0), sums.length);
                }
            }
        }
    }

    /** Copies what a tap sees from the places of a line. */
    private static void see(
            Volume as, float[] a, int aFrom, Filter filter, int input, int z, int y, int tap, float[] seen) {
        Grid stride = filter.window().stride();
        int at =
                aFrom + filter.seen(as, input, tap) + z * stride.depth() * as.plane() + y * stride.height() * as.line();
        int step = stride.width() * LANES;
        for (int i = 0; i < seen.length; i += LANES, at += step) {
            System.arraycopy(a, at, seen, i, LANES);
        }
    }

    private static void addTo(float[] sums, float weight, float[] values) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.fma(weight, values[i], sums[i]);
        }
    }

    /** As {@link VolumeKernels#convolveBack}. */
    static void convolveBack(
            Volume ds, float[] d, int dFrom, Filter filter, float[] w, int wFrom, Volume gs, float[] g, int gFrom) {
        Grid cells = gs.grid();
        float[] sums = new float[cells.width() * LANES];
        for (int input = 0; input < filter.inputs(); input++) {
            for (int z = 0; z < cells.depth(); z++) {
                for (int y = 0; y < cells.height(); y++) {
                    Arrays.fill(sums, 0);
                    for (int output = 0; output < filter.outputs(); output++) {
                        int at = wFrom + filter.index(output, input, 0);
                        lineBack(ds, d, dFrom, filter.window(), w, at, output, z, y, sums);
                    }
                    System.arraycopy(sums, 0, g, gFrom + gs.place(input, z, y, 0), sums.length);
                }
            }
        }
    }

    /** Adds what goes back from one output to a line of one input; the places of the output in ascending order. */
    private static void lineBack(
            Volume ds, float[] d, int dFrom, Window window, float[] w, int wi, int output, int z, int y, float[] sums) {
        Grid kernel = window.kernel();
        Grid stride = window.stride();
        Grid padding = window.padding();
        for (int kz = kernel.depth() - 1; kz >= 0; kz--) {
            int dz = z + padding.depth() - kz;
            for (int ky = kernel.height() - 1; ky >= 0; ky--) {
                int dy = y + padding.height() - ky;
                if (Math.floorMod(dz, stride.depth()) == 0 && Math.floorMod(dy, stride.height()) == 0) {
                    int line = dFrom
                            + ds.place(
                                    output, Math.floorDiv(dz, stride.depth()), Math.floorDiv(dy, stride.height()), 0);
                    for (int kx = kernel.width() - 1; kx >= 0; kx--) {
                        float weight = w[wi + (kz * kernel.height() + ky) * kernel.width() + kx];
                        spread(d, line, weight, padding.width() - kx, stride.width(), sums);
                    }
                }
            }
        }
    }

    /** Adds weight · d to those cells x of a line for which x + shift is a multiple of the stride. */
    private static void spread(float[] d, int line, float weight, int shift, int stride, float[] sums) {
        int cells = sums.length / LANES;
        for (int x = Math.floorMod(-shift, stride); x < cells; x += stride) {
            int from = line + (x + shift) / stride * LANES;
            for (int lane = 0; lane < LANES; lane++) {
                sums[x * LANES + lane] = Math.fma(weight, d[from + lane], sums[x * LANES + lane]);
            }
        }
    }

    /** As {@link VolumeKernels#convolveOuter}. */
    static void convolveOuter(
            Volume as,
            float[] a,
            int aFrom,
            Volume ds,
            float[] d,
            int dFrom,
            Filter filter,
            boolean fresh,
            float[] g,
            int gFrom) {
        float[] sums = new float[LANES];
        for (int output = 0; output < filter.outputs(); output++) {
            for (int input = 0; input < filter.inputs(); input++) {
                for (int tap = 0; tap < filter.window().taps(); tap++) {
                    Arrays.fill(sums, 0);
                    tapOuter(as, a, aFrom, ds, d, dFrom, filter, output, input, tap, sums);
                    int at = gFrom + filter.index(output, input, tap);
                    g[at] = (fresh ? 0 : g[at]) + LaneSums.total(LANES, sums);
                }
            }
        }
    }

    /** Adds the gradient of one weight to sums, lane by lane. */
    private static void tapOuter(
            Volume as,
            float[] a,
            int aFrom,
            Volume ds,
            float[] d,
            int dFrom,
            Filter filter,
            int output,
            int input,
            int tap,
            float[] sums) {
        Grid cells = ds.grid();
        Grid stride = filter.window().stride();
        int first = aFrom + filter.seen(as, input, tap);
        int step = stride.width() * LANES;
        for (int z = 0; z < cells.depth(); z++) {
            for (int y = 0; y < cells.height(); y++) {
                int ai = first + z * stride.depth() * as.plane() + y * stride.height() * as.line();
                int di = dFrom + ds.place(output, z, y, 0);
                for (int x = 0; x < cells.width(); x++, ai += step, di += LANES) {
                    for (int lane = 0; lane < LANES; lane++) {
                        sums[lane] = Math.fma(d[di + lane], a[ai + lane], sums[lane]);
                    }
                }
            }
        }
    }
}
