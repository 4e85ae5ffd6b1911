package org.muonframework.train.fused.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muonframework.spi.model.Layer.PoolKind;

/** Pools over windows and their gradients. */
class PoolKernelsTest {

    @Property(tries = 200, seed = "3", shrinking = ShrinkingMode.OFF)
    void seeTheCellsOfTheirWindows(@ForAll long seed) {
        for (KernelSet set : new KernelSet[] {KernelSet.vector(), KernelSet.plain()}) {
            SplittableRandom random = new SplittableRandom(seed);
            Grid cells = VolumeCases.grid(random);
            Window window = VolumeCases.window(cells, random);
            PoolKind kind = PoolKind.values()[random.nextInt(3)];
            int channels = random.nextInt(1, 4);
            Volume xs = new Volume(channels, cells, VolumeCases.border(Grid.ZERO, random));
            Volume ys = new Volume(channels, window.places(cells), VolumeCases.border(Grid.ZERO, random));
            check(set.create().volumes(), kind, window, xs, ys, random);
        }
    }

    private static void check(
            VolumeKernels kernels, PoolKind kind, Window window, Volume xs, Volume ys, SplittableRandom random) {
        Group x = Group.random(xs, Volume.LANES, random);
        Group y = Group.empty(ys, random);
        Group d = Group.random(ys, Volume.LANES, random);
        Group g = Group.empty(new Volume(xs.channels(), xs.grid(), VolumeCases.border(Grid.ZERO, random)), random);
        Group yBefore = y.copy();
        Group gBefore = g.copy();

        kernels.pool(kind, window, xs, x.values(), x.from(), ys, y.values(), y.from());
        kernels.poolBack(
                kind, window, ys, d.values(), d.from(), xs, x.values(), x.from(), g.volume(), g.values(), g.from());

        int row = random.nextInt(Volume.LANES);
        Grid grid = xs.grid();
        Grid places = ys.grid();
        for (int channel = 0; channel < xs.channels(); channel++) {
            double[] expected = new double[grid.cells()];
            for (int place = 0; place < places.cells(); place++) {
                int z = place / (places.height() * places.width());
                int line = place / places.width() % places.height();
                int column = place % places.width();
                double sum = 0;
                double largest = Double.NEGATIVE_INFINITY;
                int first = -1;
                double gradient = d.get(channel, z, line, column, row);
                for (int tap = 0; tap < window.taps(); tap++) {
                    int cell = cell(window, grid, z, line, column, tap);
                    if (cell >= 0) {
                        double value = value(x, channel, cell, row);
                        sum += value;
                        first = value > largest ? cell : first;
                        largest = Math.max(value, largest);
                        expected[cell] +=
                                kind == PoolKind.MAX ? 0 : gradient / (kind == PoolKind.SUM ? 1 : window.taps());
                    }
                }
                if (kind == PoolKind.MAX && first >= 0) {
                    expected[first] += gradient;
                }
                double result =
                        switch (kind) {
                            case SUM -> sum;
                            case MEAN -> sum / window.taps();
                            case MAX -> first < 0 ? 0 : largest;
                        };
                KernelCases.assertNear(y.get(channel, z, line, column, row), result, 1e-4, "%s %s", kind, window);
            }
            for (int cell = 0; cell < expected.length; cell++) {
                KernelCases.assertNear(value(g, channel, cell, row), expected[cell], 1e-4, "%s %s", kind, window);
            }
        }
        y.assertChangedFrom(yBefore);
        g.assertChangedFrom(gBefore);
    }

    private static int cell(Window window, Grid grid, int pz, int py, int px, int tap) {
        Grid kernel = window.kernel();
        int z = pz * window.stride().depth() - window.padding().depth() + tap / (kernel.height() * kernel.width());
        int y = py * window.stride().height() - window.padding().height() + tap / kernel.width() % kernel.height();
        int x = px * window.stride().width() - window.padding().width() + tap % kernel.width();
        boolean outside = z < 0 || y < 0 || x < 0 || z >= grid.depth() || y >= grid.height() || x >= grid.width();
        return outside ? -1 : (z * grid.height() + y) * grid.width() + x;
    }

    private static float value(Group group, int channel, int cell, int row) {
        Grid grid = group.volume().grid();
        int line = cell / grid.width();
        return group.get(channel, line / grid.height(), line % grid.height(), cell % grid.width(), row);
    }

    @ParameterizedTest
    @MethodSource("org.muonframework.train.fused.kernel.KernelCases#all")
    void giveTheGradientOfEqualMaximaToTheFirst(Kernels kernels) {
        Volume four = new Volume(1, new Grid(1, 1, 4), Grid.ZERO);
        Volume two = new Volume(1, new Grid(1, 1, 2), Grid.ZERO);
        Window pairs = new Window(new Grid(1, 1, 2), new Grid(1, 1, 2), Grid.ZERO);
        float[] d = new float[two.size()];
        d[0] = 3;
        d[Volume.LANES] = 5;
        float[] g = new float[four.size()];

        kernels.volumes().poolBack(PoolKind.MAX, pairs, two, d, 0, four, new float[four.size()], 0, four, g, 0);

        assertThat(new float[] {g[0], g[Volume.LANES], g[2 * Volume.LANES], g[3 * Volume.LANES]})
                .containsExactly(3, 0, 5, 0);
    }
}
