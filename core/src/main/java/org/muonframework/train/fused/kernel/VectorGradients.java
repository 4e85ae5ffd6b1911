package org.muonframework.train.fused.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * Gradients of a convolution's weights with vectors, divided into tiles.
 *
 * <p>The sums of a tile's weights are kept row by row; places go by in portions, whose gradients stay near the processor
 * while the taps of all inputs go by. In the end the rows are added up.
 */
final class VectorGradients {

    private static final int LANES = FloatVector.SPECIES_PREFERRED.length();
    private static final boolean MANY_REGISTERS = LANES >= 16;
    private static final int PORTION = 64;

    private int used;
    private int[] taps = new int[0];
    private int[] places = new int[0];
    private int[] seen = new int[0];
    private float[] sums = new float[0];

    /** As {@link VolumeKernels#convolveOuter}. */
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
            int gFrom) {
        findTaps(as, filter);
        findPlaces(as, ds, filter.window());
        int outputs = filter.outputs();
        int height = height(outputs, used);
        int width = width(height, used);
        int needed = (used + width - 1) / width * width * height * Volume.LANES;
        if (sums.length < needed) {
            sums = new float[needed];
        }
        if (fresh) {
            Arrays.fill(g, gFrom, gFrom + filter.size(), 0);
        }
        for (int output = 0; output < outputs; output += height) {
            int first = Math.min(output, outputs - height);
            Arrays.fill(sums, 0, needed, 0);
            int di = dFrom + ds.place(first, 0, 0, 0);
            int cells = ds.grid().cells();
            for (int place = 0; place < cells; place += PORTION) {
                int last = Math.min(cells, place + PORTION);
                portion(height, width, place, last, a, aFrom, d, di, ds.channel(1));
            }
            for (int i = output - first; i < height; i++) {
                addTotals(height, width, i, g, gFrom + (first + i) * used);
            }
        }
    }

    /** Outputs of a tile: 5 where that wastes less than 4. */
    private static int height(int outputs, int taps) {
        if (outputs < 4) {
            return 1;
        }
        return taps >= 4 && (outputs + 4) / 5 * 5 <= (outputs + 3) / 4 * 4 ? 5 : 4;
    }

    /** Taps of a tile. */
    private static int width(int height, int taps) {
        if (taps < 3) {
            return 1;
        }
        if (MANY_REGISTERS && height > 1 && taps >= 4) {
            return 4;
        }
        return height == 5 ? 2 : 3;
    }

    /** The first tap of a tile; the last tile takes up some of the one before where the widths do not come out even. */
    private int first(int tap, int width) {
        return Math.min(tap, used - width);
    }

    /** Adds what some places give to the sums of all tiles. */
    private void portion(
            int height, int width, int first, int last, float[] a, int ai, float[] d, int di, int channel) {
        int si = 0;
        for (int tap = 0; tap < used; tap += width, si += height * width * Volume.LANES) {
            for (int lane = 0; lane < Volume.LANES; lane += LANES) {
                int k = first(tap, width);
                tile(height, width, first, last, a, ai + lane, k, d, di + lane, channel, si + lane);
            }
        }
    }

    /** Adds the sums of an output of the tiles, over rows, to the gradients of its weights. */
    private void addTotals(int height, int width, int output, float[] g, int gi) {
        int si = output * width * Volume.LANES;
        for (int tap = 0; tap < used; tap += width, si += height * width * Volume.LANES) {
            int again = tap - first(tap, width);
            LaneSums.add(width - again, sums, si + again * Volume.LANES, g, gi + tap);
        }
    }

    private void tile(
            int height,
            int width,
            int first,
            int last,
            float[] a,
            int ai,
            int k,
            float[] d,
            int di,
            int channel,
            int si) {
        if (height == 5 && width == 2) {
            WideGradientTiles.tile5x2(first, last, places, seen, a, ai, taps, k, d, di, channel, sums, si);
        } else if (height == 5) {
            WideGradientTiles.tile5x4(first, last, places, seen, a, ai, taps, k, d, di, channel, sums, si);
        } else if (height == 4 && width == 4) {
            WideGradientTiles.tile4x4(first, last, places, seen, a, ai, taps, k, d, di, channel, sums, si);
        } else if (height == 4 && width == 3) {
            GradientTiles.tile4x3(first, last, places, seen, a, ai, taps, k, d, di, channel, sums, si);
        } else if (height == 4) {
            GradientTiles.tile4x1(first, last, places, seen, a, ai, taps, k, d, di, channel, sums, si);
        } else if (width == 3) {
            GradientTiles.tile1x3(first, last, places, seen, a, ai, taps, k, d, di, channel, sums, si);
        } else {
            GradientTiles.tile1x1(first, last, places, seen, a, ai, taps, k, d, di, channel, sums, si);
        }
    }

    /** Where what the taps of all inputs see lies, from the first place. */
    private void findTaps(Volume as, Filter filter) {
        int count = filter.window().taps();
        used = filter.inputs() * count;
        if (taps.length < used) {
            taps = new int[used];
        }
        for (int i = 0; i < used; i++) {
            taps[i] = filter.seen(as, i / count, i % count);
        }
    }

    /** Where the places lie from the first one on, and what they see. */
    private void findPlaces(Volume as, Volume ds, Window window) {
        Grid grid = ds.grid();
        Grid stride = window.stride();
        if (places.length < grid.cells()) {
            places = new int[grid.cells()];
            seen = new int[grid.cells()];
        }
        int next = 0;
        for (int z = 0; z < grid.depth(); z++) {
            for (int y = 0; y < grid.height(); y++) {
                for (int x = 0; x < grid.width(); x++, next++) {
                    places[next] = z * ds.plane() + y * ds.line() + x * Volume.LANES;
                    seen[next] = z * stride.depth() * as.plane()
                            + y * stride.height() * as.line()
                            + x * stride.width() * Volume.LANES;
                }
            }
        }
    }
}
