package org.muonframework.train.fused.kernel;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Convolutions and their gradients against their definitions in double precision. */
class ConvolutionKernelsTest {

    private static final String KERNELS = "org.muonframework.train.fused.kernel.KernelCases#all";

    /** A convolution with numbers, and the gradient of its outputs. */
    private record Case(Filter filter, Group a, int wFrom, float[] w, int biasFrom, float[] bias, Group d) {

        static Case random(Grid cells, Filter filter, SplittableRandom random) {
            Window window = filter.window();
            int rows = random.nextInt(1, Volume.LANES + 1);
            Grid border = VolumeCases.border(window.padding(), random);
            Group a = Group.random(new Volume(filter.inputs(), cells, border), rows, random)
                    .filledWith(7, rows);
            Grid borderBack = VolumeCases.border(window.borderBack(cells), random);
            Group d = Group.random(new Volume(filter.outputs(), window.places(cells), borderBack), rows, random);
            int wFrom = random.nextInt(20);
            int biasFrom = random.nextInt(20);
            return new Case(
                    filter,
                    a,
                    wFrom,
                    KernelCases.numbers(wFrom + filter.size(), random),
                    biasFrom,
                    KernelCases.numbers(biasFrom + filter.outputs(), random),
                    d);
        }

        double weight(int output, int input, int tap) {
            return w[wFrom + filter.index(output, input, tap)];
        }

        /** What a tap sees of an input from a place. */
        double seen(int input, int z, int y, int x, int tap, int row) {
            Window window = filter.window();
            Grid kernel = window.kernel();
            return a.get(
                    input,
                    z * window.stride().depth() - window.padding().depth() + tap / (kernel.height() * kernel.width()),
                    y * window.stride().height() - window.padding().height() + tap / kernel.width() % kernel.height(),
                    x * window.stride().width() - window.padding().width() + tap % kernel.width(),
                    row);
        }
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void haveTheChannelsAndWindowsOfNetworks(Kernels kernels) {
        Window three = new Window(new Grid(3, 3, 3), Grid.ONE, Grid.ONE);
        Window four = new Window(new Grid(4, 4, 4), new Grid(2, 2, 2), new Grid(2, 2, 2));
        Window one = new Window(Grid.ONE, Grid.ONE, Grid.ZERO);
        SplittableRandom random = new SplittableRandom(1);
        for (int channels = 1; channels <= 17; channels++) {
            for (Window window : new Window[] {three, four, one}) {
                check(kernels, new Grid(3, 2, 4), new Filter(channels % 5 + 1, channels, window), random);
                check(kernels, new Grid(2, 3, 5), new Filter(channels, channels % 5 + 1, window), random);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(KERNELS)
    void goThroughLinesOfAnyLength(Kernels kernels) {
        Window three = new Window(new Grid(1, 1, 3), Grid.ONE, new Grid(0, 0, 1));
        Window four = new Window(new Grid(1, 1, 4), new Grid(1, 1, 2), new Grid(0, 0, 2));
        SplittableRandom random = new SplittableRandom(1);
        for (int width = 1; width <= 20; width++) {
            check(kernels, new Grid(1, 1, width), new Filter(2, 6, three), random);
            check(kernels, new Grid(1, 1, width), new Filter(5, 3, four), random);
        }
    }

    @Property(tries = 150, seed = "3", shrinking = ShrinkingMode.OFF)
    void haveAnySize(@ForAll long seed) {
        for (KernelSet set : new KernelSet[] {KernelSet.vector(), KernelSet.plain()}) {
            SplittableRandom random = new SplittableRandom(seed);
            Grid cells = VolumeCases.grid(random);
            Filter filter = new Filter(random.nextInt(1, 7), random.nextInt(1, 7), VolumeCases.window(cells, random));
            check(set.create(), cells, filter, random);
        }
    }

    private static void check(Kernels kernels, Grid cells, Filter filter, SplittableRandom random) {
        Case one = Case.random(cells, filter, random);
        convolve(kernels.volumes(), one, random);
        convolveBack(kernels.volumes(), one, random);
        convolveOuter(kernels.volumes(), one, random);
    }

    private static void convolve(VolumeKernels kernels, Case one, SplittableRandom random) {
        Filter filter = one.filter;
        Grid places = one.d.volume().grid();
        Group c = Group.empty(new Volume(filter.outputs(), places, VolumeCases.border(Grid.ZERO, random)), random);
        Group before = c.copy();

        kernels.convolve(
                one.a.volume(),
                one.a.values(),
                one.a.from(),
                filter,
                one.w,
                one.wFrom,
                one.bias,
                one.biasFrom,
                c.volume(),
                c.values(),
                c.from());

        int row = random.nextInt(Volume.LANES);
        for (int output = 0; output < filter.outputs(); output++) {
            for (int place = 0; place < places.cells(); place++) {
                int z = place / (places.height() * places.width());
                int y = place / places.width() % places.height();
                int x = place % places.width();
                double sum = one.bias[one.biasFrom + output];
                double size = Math.abs(sum);
                for (int input = 0; input < filter.inputs(); input++) {
                    for (int tap = 0; tap < filter.window().taps(); tap++) {
                        double term = one.weight(output, input, tap) * one.seen(input, z, y, x, tap, row);
                        sum += term;
                        size += Math.abs(term);
                    }
                }
                int terms = filter.inputs() * filter.window().taps();
                KernelCases.assertNear(
                        c.get(output, z, y, x, row), sum, rounding(terms, size), "output %d of %s", output, one);
            }
        }
        c.assertChangedFrom(before);
    }

    private static void convolveBack(VolumeKernels kernels, Case one, SplittableRandom random) {
        Filter filter = one.filter;
        Volume gs = new Volume(filter.inputs(), one.a.volume().grid(), VolumeCases.border(Grid.ZERO, random));
        Group g = Group.empty(gs, random);
        Group before = g.copy();

        kernels.convolveBack(
                one.d.volume(), one.d.values(), one.d.from(), filter, one.w, one.wFrom, gs, g.values(), g.from());

        int row = random.nextInt(Volume.LANES);
        Window window = filter.window();
        int line = gs.grid().width();
        for (int input = 0; input < filter.inputs(); input++) {
            double[] sums = new double[gs.grid().cells()];
            double[] sizes = new double[sums.length];
            for (int output = 0; output < filter.outputs(); output++) {
                for (int tap = 0; tap < window.taps(); tap++) {
                    for (int place = 0; place < one.d.volume().grid().cells(); place++) {
                        int cell = cell(one, place, tap);
                        if (cell >= 0) {
                            double term = one.weight(output, input, tap) * value(one.d, output, place, row);
                            sums[cell] += term;
                            sizes[cell] += Math.abs(term);
                        }
                    }
                }
            }
            for (int cell = 0; cell < sums.length; cell++) {
                int z = cell / (line * gs.grid().height());
                int y = cell / line % gs.grid().height();
                KernelCases.assertNear(
                        g.get(input, z, y, cell % line, row),
                        sums[cell],
                        rounding(filter.outputs() * window.taps(), sizes[cell]),
                        "input %d, cell %d of %s",
                        input,
                        cell,
                        one);
            }
        }
        g.assertChangedFrom(before);
    }

    /** The number of the cell that a tap sees from a place, or −1. */
    private static int cell(Case one, int place, int tap) {
        Grid places = one.d.volume().grid();
        Grid cells = one.a.volume().grid();
        Window window = one.filter.window();
        Grid kernel = window.kernel();
        int z = place / (places.height() * places.width()) * window.stride().depth()
                - window.padding().depth()
                + tap / (kernel.height() * kernel.width());
        int y = place / places.width() % places.height() * window.stride().height()
                - window.padding().height()
                + tap / kernel.width() % kernel.height();
        int x = place % places.width() * window.stride().width()
                - window.padding().width()
                + tap % kernel.width();
        boolean outside = z < 0 || y < 0 || x < 0 || z >= cells.depth() || y >= cells.height() || x >= cells.width();
        return outside ? -1 : (z * cells.height() + y) * cells.width() + x;
    }

    private static float value(Group d, int channel, int place, int row) {
        Grid grid = d.volume().grid();
        return d.get(
                channel,
                place / (grid.height() * grid.width()),
                place / grid.width() % grid.height(),
                place % grid.width(),
                row);
    }

    private static void convolveOuter(VolumeKernels kernels, Case one, SplittableRandom random) {
        Filter filter = one.filter;
        int gFrom = random.nextInt(20);
        float[] g = KernelCases.numbers(gFrom + filter.size() + 3, random);
        float[] before = g.clone();
        boolean fresh = random.nextBoolean();

        kernels.convolveOuter(
                one.a.volume(),
                one.a.values(),
                one.a.from(),
                one.d.volume(),
                one.d.values(),
                one.d.from(),
                filter,
                fresh,
                g,
                gFrom);

        Grid places = one.d.volume().grid();
        for (int output = 0; output < filter.outputs(); output++) {
            for (int input = 0; input < filter.inputs(); input++) {
                for (int tap = 0; tap < filter.window().taps(); tap++) {
                    int at = gFrom + filter.index(output, input, tap);
                    double sum = fresh ? 0 : before[at];
                    double size = Math.abs(sum);
                    for (int place = 0; place < places.cells(); place++) {
                        int z = place / (places.height() * places.width());
                        int y = place / places.width() % places.height();
                        int x = place % places.width();
                        for (int row = 0; row < Volume.LANES; row++) {
                            double term = one.d.get(output, z, y, x, row) * one.seen(input, z, y, x, tap, row);
                            sum += term;
                            size += Math.abs(term);
                        }
                    }
                    int terms = places.cells() * Volume.LANES;
                    KernelCases.assertNear(g[at], sum, rounding(terms, size), "weight %d of %s", at - gFrom, one);
                    before[at] = g[at];
                }
            }
        }
        KernelCases.assertSame(g, before);
    }

    /** An error of a sum in single precision that no order of its terms exceeds. */
    private static double rounding(int terms, double size) {
        return (terms + 2) * size * KernelCases.ROUNDING;
    }
}
