package org.muonframework.train.fused.kernel;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/**
 * The values of a group of rows in a volume, from some place in an array that has more behind it. What lies around the
 * volume is not a number, which shows where a kernel reads it.
 *
 * @param from place of the first value
 */
record Group(Volume volume, int from, float[] values) {

    private static final int BEHIND = 5;

    /** Cells that have no numbers yet, with a border of zeros. */
    static Group empty(Volume volume, SplittableRandom random) {
        int from = random.nextInt(20);
        float[] values = new float[from + volume.size() + BEHIND];
        Arrays.fill(values, 0, from, Float.NaN);
        Arrays.fill(values, from + volume.size(), values.length, Float.NaN);
        Group group = new Group(volume, from, values);
        group.forEachCell(place -> Arrays.fill(values, place, place + Volume.LANES, Float.NaN));
        return group;
    }

    /** Numbers from −2 to 2 that do not depend on the border, some of them 0, and 0 in the lanes behind the rows. */
    static Group random(Volume volume, int rows, SplittableRandom random) {
        Group group = empty(volume, random);
        group.forEachCell(place -> {
            float[] numbers = KernelCases.numbers(rows, random);
            Arrays.fill(group.values, place, place + Volume.LANES, 0);
            System.arraycopy(numbers, 0, group.values, place, rows);
        });
        return group;
    }

    /** The same values with another number in the lanes behind the rows. */
    Group filledWith(float number, int rows) {
        Group filled = copy();
        forEachCell(place -> Arrays.fill(filled.values, place + rows, place + Volume.LANES, number));
        return filled;
    }

    Group copy() {
        return new Group(volume, from, values.clone());
    }

    /** A value; 0 where there is no cell. */
    float get(int channel, int z, int y, int x, int row) {
        Grid grid = volume.grid();
        boolean outside = z < 0 || y < 0 || x < 0 || z >= grid.depth() || y >= grid.height() || x >= grid.width();
        return outside ? 0 : values[from + volume.place(channel, z, y, x) + row];
    }

    /** The cells of all channels with all lanes, in the order (channel, z, y, x, lane). */
    float[] cells() {
        float[] cells = new float[volume.channels() * volume.grid().cells() * Volume.LANES];
        int[] next = new int[1];
        forEachCell(place -> {
            System.arraycopy(values, place, cells, next[0], Volume.LANES);
            next[0] += Volume.LANES;
        });
        return cells;
    }

    /** Where each cell lies, in the order (channel, z, y, x). */
    void forEachCell(IntConsumer work) {
        for (int channel = 0; channel < volume.channels(); channel++) {
            for (int z = 0; z < volume.grid().depth(); z++) {
                for (int y = 0; y < volume.grid().height(); y++) {
                    for (int x = 0; x < volume.grid().width(); x++) {
                        work.accept(from + volume.place(channel, z, y, x));
                    }
                }
            }
        }
    }

    /** Checks that nothing but cells changed. */
    void assertChangedFrom(Group before) {
        float[] expected = before.values.clone();
        forEachCell(place -> System.arraycopy(values, place, expected, place, Volume.LANES));
        KernelCases.assertSame(values, expected);
    }

    /** Checks that the lanes behind the rows are 0. */
    void assertNothingBehind(int rows) {
        forEachCell(place -> {
            for (int lane = rows; lane < Volume.LANES; lane++) {
                KernelCases.assertNear(values[place + lane], 0, 0, "lane %d behind the rows, at %d", lane, place);
            }
        });
    }
}
