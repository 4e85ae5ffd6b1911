package org.muonframework.train.fused.kernel;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Layer.PoolKind;

/** What is done to volumes cell by cell, and sums over them, against loops in double precision. */
class VolumeKernelsTest {

    private static final double LEAK = 0.01f;

    /** Kernels and two groups of the same cells. */
    private record Case(Kernels kernels, int rows, Group x, Group d, SplittableRandom random) {

        static Stream<Case> all(long seed) {
            return Stream.of(KernelSet.vector(), KernelSet.plain()).map(set -> {
                SplittableRandom random = new SplittableRandom(seed);
                int rows = random.nextInt(4) == 0 ? Volume.LANES : random.nextInt(1, Volume.LANES + 1);
                Grid grid = VolumeCases.grid(random);
                int channels = random.nextInt(1, 5);
                Volume xs = new Volume(channels, grid, VolumeCases.border(Grid.ZERO, random));
                Volume ds =
                        random.nextBoolean() ? xs : new Volume(channels, grid, VolumeCases.border(Grid.ZERO, random));
                return new Case(
                        set.create(),
                        rows,
                        Group.random(xs, rows, random).filledWith(3, rows),
                        Group.random(ds, rows, random),
                        random);
            });
        }

        VolumeKernels volumes() {
            return kernels.volumes();
        }

        int channels() {
            return x.volume().channels();
        }

        Block dense(int behind) {
            return Block.random(rows, channels(), kernels.width(), random.nextInt(20), random)
                    .filledWith(behind);
        }
    }

    /** A number made of an x, a d and what belongs to their channel and row. */
    @FunctionalInterface
    private interface Formula {
        double of(double x, double d, int channel, int row);
    }

    @Property(tries = 60, seed = "3", shrinking = ShrinkingMode.OFF)
    void copyAndAdd(@ForAll long seed) {
        Case.all(seed).forEach(one -> {
            Group sum = one.d.copy();
            one.volumes().add(one.x.volume(), one.x.values(), one.x.from(), sum.volume(), sum.values(), sum.from());
            check(sum, one, Volume.LANES, 0, (x, d, channel, row) -> (float) (x + d));
            Group copy = one.d.copy();
            one.volumes().copy(one.x.volume(), one.x.values(), one.x.from(), copy.volume(), copy.values(), copy.from());
            check(copy, one, Volume.LANES, 0, (x, d, channel, row) -> x);
        });
    }

    @Property(tries = 100, seed = "3", shrinking = ShrinkingMode.OFF)
    void activate(@ForAll long seed) {
        Case.all(seed).forEach(one -> {
            ActivationFunction function = ActivationFunction.values()[one.random.nextInt(6)];
            Group y = one.d.copy();
            one.volumes()
                    .activate(function, one.x.volume(), one.x.values(), one.x.from(), y.volume(), y.values(), y.from());
            check(y, one, Volume.LANES, 1e-6, (x, d, channel, row) -> value(function, x));
            Group back = one.d.copy();
            one.volumes()
                    .activateBack(
                            function,
                            one.x.volume(),
                            one.x.values(),
                            one.x.from(),
                            back.volume(),
                            back.values(),
                            back.from());
            check(back, one, Volume.LANES, 4e-6, (x, d, channel, row) -> d * slope(function, x));
        });
    }

    private static double value(ActivationFunction function, double x) {
        return switch (function) {
            case RELU -> Math.max(0, x);
            case LEAKY_RELU -> Math.max(LEAK * x, x);
            case SWISH -> x / (1 + Math.exp(-x));
            case TANH -> Math.tanh(x);
            case SIGMOID -> 1 / (1 + Math.exp(-x));
            default -> x;
        };
    }

    private static double slope(ActivationFunction function, double saved) {
        return switch (function) {
            case RELU -> saved > 0 ? 1 : 0;
            case LEAKY_RELU -> saved > 0 ? 1 : LEAK;
            case SWISH -> (value(function, saved + 1e-5) - value(function, saved - 1e-5)) / 2e-5;
            case TANH -> 1 - saved * saved;
            case SIGMOID -> saved * (1 - saved);
            default -> 1;
        };
    }

    @Property(tries = 60, seed = "3", shrinking = ShrinkingMode.OFF)
    void normalise(@ForAll long seed) {
        Case.all(seed).forEach(one -> {
            float[] mean = KernelCases.numbers(one.channels(), one.random);
            float[] scale = KernelCases.numbers(one.channels(), one.random);
            float[] slope = KernelCases.numbers(one.channels(), one.random);
            float[] shift = KernelCases.numbers(one.channels(), one.random);
            Group y = one.d.copy();
            one.volumes()
                    .normalise(
                            one.x.volume(),
                            one.x.values(),
                            one.x.from(),
                            y.volume(),
                            y.values(),
                            y.from(),
                            mean,
                            scale,
                            shift);
            check(y, one, Volume.LANES, 2e-6, (x, d, c, row) -> (x - mean[c]) * scale[c] + shift[c]);
            Group back = one.d.copy();
            one.volumes()
                    .normaliseBack(
                            one.rows,
                            back.volume(),
                            back.values(),
                            back.from(),
                            one.x.volume(),
                            one.x.values(),
                            one.x.from(),
                            mean,
                            scale,
                            slope,
                            shift);
            check(back, one, one.rows, 4e-6, (x, d, c, row) -> d * scale[c] + (x - mean[c]) * slope[c] + shift[c]);
            back.assertNothingBehind(one.rows);
        });
    }

    @Property(tries = 60, seed = "3", shrinking = ShrinkingMode.OFF)
    void normaliseAndActivateInOneGo(@ForAll long seed) {
        Case.all(seed).forEach(one -> {
            ActivationFunction function = ActivationFunction.values()[one.random.nextInt(6)];
            int at = one.random.nextInt(5);
            boolean fresh = one.random.nextBoolean();
            float[] mean = KernelCases.numbers(one.channels(), one.random);
            float[] scale = KernelCases.numbers(one.channels(), one.random);
            float[] shift = KernelCases.numbers(one.channels(), one.random);
            Group x = one.x;
            VolumeKernels volumes = one.volumes();

            Group first = one.d.copy();
            Volume ys = first.volume();
            volumes.normalise(x.volume(), x.values(), x.from(), ys, first.values(), first.from(), mean, scale, shift);
            Group y = first.copy();
            volumes.activate(function, ys, first.values(), first.from(), ys, y.values(), y.from());
            Group both = one.d.copy();
            volumes.normaliseActivate(
                    function, x.volume(), x.values(), x.from(), ys, both.values(), both.from(), mean, scale, shift);
            KernelCases.assertSame(both.cells(), y.cells());
            both.assertChangedFrom(one.d);

            Group saved = function == ActivationFunction.SWISH ? first : y;
            Group d = one.d.copy();
            volumes.activateBack(function, ys, saved.values(), saved.from(), ys, d.values(), d.from());
            float[] before = KernelCases.numbers(at + one.channels() + 2, one.random);
            float[] sums = before.clone();
            float[] products = before.clone();
            volumes.normaliseSums(
                    one.rows,
                    ys,
                    d.values(),
                    d.from(),
                    x.volume(),
                    x.values(),
                    x.from(),
                    mean,
                    fresh,
                    sums,
                    products,
                    at);
            Group back = one.d.copy();
            float[] backSums = before.clone();
            float[] backProducts = before.clone();
            volumes.normaliseActivateBack(
                    function,
                    one.rows,
                    ys,
                    back.values(),
                    back.from(),
                    x.volume(),
                    x.values(),
                    x.from(),
                    mean,
                    scale,
                    shift,
                    fresh,
                    backSums,
                    backProducts,
                    at);
            KernelCases.assertSame(back.cells(), d.cells());
            KernelCases.assertSame(backSums, sums);
            KernelCases.assertSame(backProducts, products);
            back.assertChangedFrom(one.d);
        });
    }

    @Property(tries = 60, seed = "3", shrinking = ShrinkingMode.OFF)
    void addUp(@ForAll long seed) {
        Case.all(seed).forEach(one -> {
            int at = one.random.nextInt(5);
            boolean fresh = one.random.nextBoolean();
            float[] mean = KernelCases.numbers(one.channels(), one.random);
            float[] before = KernelCases.numbers(at + one.channels() + 2, one.random);
            Group x = one.x;
            Group d = one.d;

            float[] sums = before.clone();
            float[] squares = before.clone();
            one.volumes().moments(one.rows, x.volume(), x.values(), x.from(), mean, fresh, sums, squares, at);
            checkSums(sums, before, at, fresh, one, (xx, dd, c, row) -> xx - mean[c]);
            checkSums(squares, before, at, fresh, one, (xx, dd, c, row) -> (xx - mean[c]) * (xx - mean[c]));

            float[] gradients = before.clone();
            float[] products = before.clone();
            one.volumes()
                    .normaliseSums(
                            one.rows,
                            d.volume(),
                            d.values(),
                            d.from(),
                            x.volume(),
                            x.values(),
                            x.from(),
                            mean,
                            fresh,
                            gradients,
                            products,
                            at);
            checkSums(gradients, before, at, fresh, one, (xx, dd, c, row) -> dd);
            checkSums(products, before, at, fresh, one, (xx, dd, c, row) -> (xx - mean[c]) * dd);

            float[] channels = before.clone();
            one.volumes().channelSums(one.rows, d.volume(), d.values(), d.from(), fresh, channels, at);
            KernelCases.assertSame(channels, gradients);
        });
    }

    @Property(tries = 60, seed = "3", shrinking = ShrinkingMode.OFF)
    void scaleByChannelAndRow(@ForAll long seed) {
        Case.all(seed).forEach(one -> {
            Block factors = one.dense(7);
            Group y = one.d.copy();
            one.volumes()
                    .scale(
                            one.rows,
                            one.x.volume(),
                            one.x.values(),
                            one.x.from(),
                            factors.values(),
                            factors.from(),
                            y.volume(),
                            y.values(),
                            y.from());
            check(y, one, one.rows, 1e-6, (x, d, c, row) -> x * factors.get(row, c));
            y.assertNothingBehind(one.rows);

            Block sums = one.dense(0);
            Block before = sums.copy();
            one.volumes()
                    .scaleSums(
                            one.rows,
                            one.d.volume(),
                            one.d.values(),
                            one.d.from(),
                            one.x.volume(),
                            one.x.values(),
                            one.x.from(),
                            sums.values(),
                            sums.from());
            for (int channel = 0; channel < one.channels(); channel++) {
                for (int row = 0; row < one.rows; row++) {
                    double[] sum = sum(one, channel, row, (x, d, c, r) -> x * d);
                    KernelCases.assertNear(sums.get(row, channel), sum[0], sum[1], "channel %d of %s", channel, one);
                }
            }
            sums.assertFilledWithZeros();
            sums.assertChangedFrom(before);
        });
    }

    @Property(tries = 60, seed = "3", shrinking = ShrinkingMode.OFF)
    void poolAll(@ForAll long seed) {
        Case.all(seed).forEach(one -> {
            PoolKind kind = PoolKind.values()[one.random.nextInt(3)];
            double divisor = kind == PoolKind.MEAN ? one.x.volume().grid().cells() : 1;
            Group x = one.x;
            Block y = one.dense(0);
            Block before = y.copy();
            one.volumes().poolAll(kind, one.rows, x.volume(), x.values(), x.from(), y.values(), y.from());
            for (int channel = 0; channel < one.channels(); channel++) {
                for (int row = 0; row < one.rows; row++) {
                    double[] sum = sum(one, channel, row, (value, d, c, r) -> value / divisor);
                    double expected = kind == PoolKind.MAX ? largest(one, channel, row) : sum[0];
                    KernelCases.assertNear(y.get(row, channel), expected, sum[1], "%s of %s", kind, one);
                }
            }
            y.assertFilledWithZeros();
            y.assertChangedFrom(before);

            Block d = one.dense(7);
            Group back = one.d.copy();
            one.volumes()
                    .poolAllBack(
                            kind,
                            one.rows,
                            y.values(),
                            y.from(),
                            d.values(),
                            d.from(),
                            x.volume(),
                            x.values(),
                            x.from(),
                            back.volume(),
                            back.values(),
                            back.from());
            check(
                    back,
                    one,
                    one.rows,
                    1e-6,
                    (value, gradient, c, row) ->
                            kind == PoolKind.MAX && value != y.get(row, c) ? 0 : d.get(row, c) / divisor);
            back.assertNothingBehind(one.rows);
        });
    }

    @Property(tries = 60, seed = "3", shrinking = ShrinkingMode.OFF)
    void flatten(@ForAll long seed) {
        Case.all(seed).forEach(one -> {
            Group x = one.x;
            int columns = one.channels() * x.volume().grid().cells();
            Block y = Block.random(one.rows, columns, one.kernels.width(), 3, one.random);
            Block before = y.copy();
            one.volumes().flatten(one.rows, x.volume(), x.values(), x.from(), y.values(), y.from());
            float[] cells = x.cells();
            for (int column = 0; column < columns; column++) {
                for (int row = 0; row < one.rows; row++) {
                    float expected = cells[column * Volume.LANES + row];
                    KernelCases.assertNear(y.get(row, column), expected, 0, "column %d", column);
                }
            }
            y.assertFilledWithZeros();
            y.assertChangedFrom(before);

            Group back = one.d.copy();
            one.volumes().unflatten(one.rows, y.values(), y.from(), back.volume(), back.values(), back.from());
            check(back, one, one.rows, 0, (value, d, c, row) -> value);
            back.assertNothingBehind(one.rows);
        });
    }

    private static double largest(Case one, int channel, int row) {
        Grid grid = one.x.volume().grid();
        double largest = Double.NEGATIVE_INFINITY;
        for (int z = 0; z < grid.depth(); z++) {
            for (int y = 0; y < grid.height(); y++) {
                for (int x = 0; x < grid.width(); x++) {
                    largest = Math.max(largest, one.x.get(channel, z, y, x, row));
                }
            }
        }
        return largest;
    }

    /** Checks each cell of a result, and that nothing else changed in what was a copy of d. */
    private static void check(Group result, Case one, int rows, double error, Formula formula) {
        Grid grid = one.x.volume().grid();
        for (int channel = 0; channel < one.channels(); channel++) {
            for (int z = 0; z < grid.depth(); z++) {
                for (int y = 0; y < grid.height(); y++) {
                    for (int x = 0; x < grid.width(); x++) {
                        for (int row = 0; row < rows; row++) {
                            double first = one.x.get(channel, z, y, x, row);
                            double second = one.d.get(channel, z, y, x, row);
                            double expected = formula.of(first, second, channel, row);
                            float actual = result.get(channel, z, y, x, row);
                            KernelCases.assertNear(actual, expected, error, "channel %d, row %d", channel, row);
                        }
                    }
                }
            }
        }
        result.assertChangedFrom(one.d);
    }

    private static void checkSums(float[] sums, float[] before, int at, boolean fresh, Case one, Formula formula) {
        float[] expected = before.clone();
        for (int channel = 0; channel < one.channels(); channel++) {
            double start = fresh ? 0 : before[at + channel];
            double error = Math.abs(start) * KernelCases.ROUNDING;
            for (int row = 0; row < one.rows; row++) {
                double[] sum = sum(one, channel, row, formula);
                start += sum[0];
                error += sum[1];
            }
            KernelCases.assertNear(sums[at + channel], start, 2 * error, "channel %d of %s", channel, one);
            expected[at + channel] = sums[at + channel];
        }
        KernelCases.assertSame(sums, expected);
    }

    /** The sum over the cells of a channel, and an error that no order of its terms exceeds. */
    private static double[] sum(Case one, int channel, int row, Formula formula) {
        Grid grid = one.x.volume().grid();
        double sum = 0;
        double size = 0;
        for (int z = 0; z < grid.depth(); z++) {
            for (int y = 0; y < grid.height(); y++) {
                for (int x = 0; x < grid.width(); x++) {
                    double term = formula.of(
                            one.x.get(channel, z, y, x, row), one.d.get(channel, z, y, x, row), channel, row);
                    sum += term;
                    size += Math.abs(term);
                }
            }
        }
        return new double[] {sum, (grid.cells() + 3) * 2 * size * KernelCases.ROUNDING};
    }
}
