package org.muonframework.train.fused.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * Convolutions and the gradients of their inputs with vectors, divided into tiles.
 *
 * <p>The way back is a convolution too: from the gradient of the outputs with the taps in reverse order, with a step of 1.
 * Where the way there has steps of s, the cells whose distance from the first one leaves the same rest by s see the same
 * taps, and each of these lattices of cells has a convolution of its own with those.
 */
final class VectorConvolutions {

    private static final int LANES = FloatVector.SPECIES_PREFERRED.length();
    private static final boolean MANY_REGISTERS = LANES >= 16;
    private static final int HIGHEST = 5;

    private int[] taps = new int[0];
    private int[] places = new int[0];
    private float[] weights = new float[0];
    private int used;

    /** As {@link VolumeKernels#convolve}. */
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
            int cFrom) {
        reserve(filter);
        for (int input = 0; input < filter.inputs(); input++) {
            for (int tap = 0; tap < filter.window().taps(); tap++) {
                tap(filter.seen(as, input, tap), filter.index(0, input, tap));
            }
        }
        pack(filter.outputs(), filter.index(1, 0, 0), w, wFrom, bias, biasFrom);
        int first = cFrom + cs.place(0, 0, 0, 0);
        lines(
                filter.outputs(),
                cs.grid(),
                Lattice.of(as, filter.window().stride()),
                a,
                aFrom,
                Lattice.of(cs, Grid.ONE),
                c,
                first);
    }

    /** As {@link VolumeKernels#convolveBack}. */
    void convolveBack(
            Volume ds, float[] d, int dFrom, Filter filter, float[] w, int wFrom, Volume gs, float[] g, int gFrom) {
        reserve(filter);
        float[] zeros = new float[filter.inputs()];
        Grid stride = filter.window().stride();
        Grid cells = gs.grid();
        for (int z = 0; z < Math.min(stride.depth(), cells.depth()); z++) {
            for (int y = 0; y < Math.min(stride.height(), cells.height()); y++) {
                for (int x = 0; x < Math.min(stride.width(), cells.width()); x++) {
                    used = 0;
                    for (int output = 0; output < filter.outputs(); output++) {
                        tapsBack(ds, filter, output, z, y, x);
                    }
                    pack(filter.inputs(), filter.window().taps(), w, wFrom, zeros, 0);
                    Grid part = new Grid(
                            (cells.depth() - z + stride.depth() - 1) / stride.depth(),
                            (cells.height() - y + stride.height() - 1) / stride.height(),
                            (cells.width() - x + stride.width() - 1) / stride.width());
                    int first = gFrom + gs.place(0, z, y, x);
                    lines(filter.inputs(), part, Lattice.of(ds, Grid.ONE), d, dFrom, Lattice.of(gs, stride), g, first);
                }
            }
        }
    }

    /** The taps that see the cells (z, y, x) modulo the stride, in ascending order of the places where they do. */
    private void tapsBack(Volume ds, Filter filter, int output, int z, int y, int x) {
        Grid kernel = filter.window().kernel();
        Grid stride = filter.window().stride();
        Grid padding = filter.window().padding();
        for (int kz = kernel.depth() - 1; kz >= 0; kz--) {
            int dz = z + padding.depth() - kz;
            for (int ky = kernel.height() - 1; ky >= 0; ky--) {
                int dy = y + padding.height() - ky;
                for (int kx = kernel.width() - 1; kx >= 0; kx--) {
                    int dx = x + padding.width() - kx;
                    if (dz % stride.depth() == 0 && dy % stride.height() == 0 && dx % stride.width() == 0) {
                        int place = ds.place(output, dz / stride.depth(), dy / stride.height(), dx / stride.width());
                        tap(place, filter.index(output, 0, (kz * kernel.height() + ky) * kernel.width() + kx));
                    }
                }
            }
        }
    }

    /** Makes room for all taps. */
    private void reserve(Filter filter) {
        int most = Math.max(filter.inputs(), filter.outputs()) * filter.window().taps();
        if (taps.length < most) {
            taps = new int[most];
            places = new int[most];
        }
        used = 0;
    }

    private void tap(int place, int weight) {
        taps[used] = place;
        places[used] = weight;
        used++;
    }

    /** Puts the weights of each tile of outputs behind their starting values, tap by tap. */
    private void pack(int outputs, int output, float[] w, int wFrom, float[] bias, int biasFrom) {
        int most = (outputs + HIGHEST) * (used + 1);
        if (weights.length < most) {
            weights = new float[most];
        }
        int to = 0;
        for (int tile = 0; tile < tiles(outputs); tile++) {
            int first = first(tile, outputs);
            int height = height(outputs);
            for (int i = 0; i < height; i++) {
                weights[to + i] = bias[biasFrom + first + i];
                packOutput(w, wFrom + (first + i) * output, height, to + height + i);
            }
            to += height * (used + 1);
        }
    }

    private void packOutput(float[] w, int wi, int step, int to) {
        for (int k = 0; k < used; k++) {
            weights[to + k * step] = w[wi + places[k]];
        }
    }

    /** Outputs of a tile: 5 where that wastes less than 4. */
    private static int height(int outputs) {
        if (outputs < 4) {
            return 1;
        }
        return (outputs + 4) / 5 * 5 <= (outputs + 3) / 4 * 4 ? 5 : 4;
    }

    private static int tiles(int outputs) {
        return (outputs + height(outputs) - 1) / height(outputs);
    }

    /** The first output of a tile; the last tile takes up some of the one before where the heights do not come out even. */
    private static int first(int tile, int outputs) {
        return Math.min(tile * height(outputs), outputs - height(outputs));
    }

    /** Goes through all lines of places, and through the tiles of outputs in each. */
    private void lines(int outputs, Grid places, Lattice from, float[] a, int aFrom, Lattice to, float[] c, int cFrom) {
        int height = height(outputs);
        for (int z = 0; z < places.depth(); z++) {
            for (int y = 0; y < places.height(); y++) {
                int ai = aFrom + from.line(z, y);
                int ci = cFrom + to.line(z, y);
                for (int tile = 0; tile < tiles(outputs); tile++) {
                    int at = ci + first(tile, outputs) * to.channel();
                    int wi = tile * height * (used + 1);
                    for (int lane = 0; lane < Volume.LANES; lane += LANES) {
                        line(
                                height,
                                places.width(),
                                a,
                                ai + lane,
                                from.step(),
                                wi,
                                c,
                                at + lane,
                                to.channel(),
                                to.step());
                    }
                }
            }
        }
    }

    /** A line of places, of which the last tile takes up some of the one before where they do not come out even. */
    private void line(
            int height, int width, float[] a, int ai, int step, int wi, float[] c, int ci, int channel, int next) {
        int x = 0;
        while (x < width) {
            int places = places(height, width - x, width);
            x = Math.min(x, width - places);
            tile(height, places, a, ai + x * step, step, wi, c, ci + x * next, channel, next);
            x += places;
        }
    }

    /** How many of the places that are left the next tile takes: any line of 3 or more comes out even with 3, 4 and 5. */
    private static int places(int height, int left, int width) {
        if (height == 1) {
            return width < 4 ? 1 : 4;
        }
        if (width < 3 || height == 5 && !MANY_REGISTERS) {
            return height == 5 ? Math.min(width, 2) : 1;
        }
        if (!MANY_REGISTERS || left == 6) {
            return 3;
        }
        return switch (left % 4) {
            case 0 -> 4;
            case 3 -> 3;
            default -> 5;
        };
    }

    private void tile(
            int height, int places, float[] a, int ai, int step, int wi, float[] c, int ci, int channel, int next) {
        if (height == 5 && places == 5) {
            WideConvolutionTiles.tile5x5(a, ai, taps, used, step, weights, wi, c, ci, channel, next);
        } else if (height == 5 && places == 4) {
            WideConvolutionTiles.tile5x4(a, ai, taps, used, step, weights, wi, c, ci, channel, next);
        } else if (height == 5 && places == 3) {
            WideConvolutionTiles.tile5x3(a, ai, taps, used, step, weights, wi, c, ci, channel, next);
        } else if (height == 5 && places == 2) {
            WideConvolutionTiles.tile5x2(a, ai, taps, used, step, weights, wi, c, ci, channel, next);
        } else if (height == 5) {
            WideConvolutionTiles.tile5x1(a, ai, taps, used, step, weights, wi, c, ci, channel, next);
        } else if (height == 4 && places == 5) {
            ConvolutionTiles.tile4x5(a, ai, taps, used, step, weights, wi, c, ci, channel, next);
        } else if (height == 4 && places == 4) {
            ConvolutionTiles.tile4x4(a, ai, taps, used, step, weights, wi, c, ci, channel, next);
        } else if (height == 4 && places == 3) {
            ConvolutionTiles.tile4x3(a, ai, taps, used, step, weights, wi, c, ci, channel, next);
        } else if (height == 4) {
            ConvolutionTiles.tile4x1(a, ai, taps, used, step, weights, wi, c, ci, channel, next);
        } else if (places == 4) {
            ConvolutionTiles.tile1x4(a, ai, taps, used, step, weights, wi, c, ci, channel, next);
        } else {
            ConvolutionTiles.tile1x1(a, ai, taps, used, step, weights, wi, c, ci, channel, next);
        }
    }

    /**
     * How places of a volume lie that are some steps apart.
     *
     * @param channel numbers from a channel to the next one
     * @param plane numbers from a plane of places to the next one
     * @param line numbers from a line of places to the next one
     * @param step numbers from a place to the next one
     */
    private record Lattice(int channel, int plane, int line, int step) {

        static Lattice of(Volume volume, Grid stride) {
            return new Lattice(
                    volume.channel(1),
                    stride.depth() * volume.plane(),
                    stride.height() * volume.line(),
                    stride.width() * Volume.LANES);
        }

        /** Where a line begins. */
        int line(int z, int y) {
            return z * plane + y * line;
        }
    }
}
