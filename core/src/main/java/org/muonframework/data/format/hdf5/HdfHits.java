package org.muonframework.data.format.hdf5;

import java.util.Arrays;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.problem.DataException;

/**
 * The cells of the matrices of a fold that hold something, in the order of events, then of cells.
 *
 * <p>In the file a line holds all values, another the numbers of their events within the fold, and one more for each
 * dimension of the matrix the coordinates: the format COO.
 *
 * @param offsets where the cells of each event are
 * @param cells the cells, numbered in the order of rows: the last coordinate changes fastest
 * @param values what they hold
 */
record HdfHits(int[] offsets, int[] cells, Column values) {

    /**
     * Reads the hits of a fold, line by line.
     *
     * @throws DataException if one is outside the fold or the shape, or two are in one cell
     */
    static HdfHits read(HdfSource source, HdfFold fold, HdfFoldMeta meta) {
        Lines lines = new Lines(source, fold);
        Column values = lines.read(0);
        int[] events = new int[values.size()];
        lines.index(events, 1, Math.toIntExact(fold.rows()), "the number of its event", events, false);
        int[] cells = new int[values.size()];
        for (int i = 0; i < meta.shape().size(); i++) {
            String what = "coordinate " + i + " of the matrix " + meta.shapeText();
            lines.index(cells, 2 + i, meta.shape().get(i), what, events, true);
        }
        int[] offsets = offsets(events, Math.toIntExact(fold.rows()));
        return isOrdered(events, cells)
                ? new HdfHits(offsets, cells, values)
                : ordered(source, fold, offsets, events, cells, values);
    }

    /** The cells of some events. */
    Column.Jagged cells(int from, int to) {
        int[] some = Arrays.copyOfRange(cells, offsets[from], offsets[to]);
        return new Column.Jagged(rebased(from, to), new Column.Ints(some));
    }

    /** What the cells of some events hold. */
    Column.Jagged values(int from, int to) {
        Column some = values instanceof Column.Floats floats
                ? new Column.Floats(Arrays.copyOfRange(floats.values(), offsets[from], offsets[to]))
                : new Column.Doubles(
                        Arrays.copyOfRange(((Column.Doubles) values).values(), offsets[from], offsets[to]));
        return new Column.Jagged(rebased(from, to), some);
    }

    private int[] rebased(int from, int to) {
        int[] rebased = new int[to - from + 1];
        for (int i = 0; i < rebased.length; i++) {
            rebased[i] = offsets[from + i] - offsets[from];
        }
        return rebased;
    }

    private static int[] offsets(int[] events, int rows) {
        int[] offsets = new int[rows + 1];
        for (int event : events) {
            offsets[event + 1]++;
        }
        Arrays.parallelPrefix(offsets, Integer::sum);
        return offsets;
    }

    private static boolean isOrdered(int[] events, int[] cells) {
        for (int i = 1; i < cells.length; i++) {
            if (events[i] < events[i - 1] || (events[i] == events[i - 1] && cells[i] <= cells[i - 1])) {
                return false;
            }
        }
        return true;
    }

    private static HdfHits ordered(
            HdfSource source, HdfFold fold, int[] offsets, int[] events, int[] cells, Column values) {
        long[] keys = new long[cells.length];
        int[] next = offsets.clone();
        for (int i = 0; i < keys.length; i++) {
            keys[next[events[i]]++] = (long) cells[i] << Integer.SIZE | i;
        }
        int[] sorted = new int[keys.length];
        double[] moved = new double[keys.length];
        for (int row = 0; row < offsets.length - 1; row++) {
            Arrays.sort(keys, offsets[row], offsets[row + 1]);
            for (int i = offsets[row]; i < offsets[row + 1]; i++) {
                sorted[i] = (int) (keys[i] >>> Integer.SIZE);
                moved[i] = values.doubleAt((int) keys[i]);
                if (i > offsets[row] && sorted[i] == sorted[i - 1]) {
                    throw new DataException(
                            source.file().name(),
                            fold.name() + ", row " + (row + 1) + ": '" + HdfFold.MATRIX + "' has cell " + sorted[i]
                                    + " twice");
                }
            }
        }
        Column ordered = values instanceof Column.Floats ? floats(moved) : new Column.Doubles(moved);
        return new HdfHits(offsets, sorted, ordered);
    }

    private static Column floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return new Column.Floats(floats);
    }

    /** The lines of the dataset. */
    private static final class Lines {

        private final HdfSource source;
        private final HdfFold fold;
        private final HdfRows rows;
        private final HdfValues values;
        private final HdfHeaps heaps;

        Lines(HdfSource source, HdfFold fold) {
            this.source = source;
            this.fold = fold;
            rows = new HdfRows(source, fold.path(HdfFold.MATRIX));
            values = HdfTypes.values(rows.type()).orElseThrow();
            heaps = new HdfHeaps(source.hdf().getHdfBackingStorage());
        }

        Column read(int line) {
            int size = rows.type().getSize();
            return values.decode(rows.read(line, 1), rows.stride() / size, size, heaps);
        }

        /** Appends one more index, from 0 to before a limit, to those before: {@code before·limit + index}. */
        void index(int[] indices, int line, int limit, String what, int[] events, boolean known) {
            Column column = read(line);
            for (int i = 0; i < indices.length; i++) {
                double value = column.doubleAt(i);
                int index = (int) value;
                if (index != value || index < 0 || index >= limit) {
                    throw new DataException(
                            source.file().name(),
                            fold.name() + (known ? ", row " + (events[i] + 1) : "") + ": '" + HdfFold.MATRIX
                                    + "': hit " + (i + 1) + ": " + what + " is " + value
                                    + ", and whole numbers from 0 to " + (limit - 1) + " are expected");
                }
                indices[i] = indices[i] * limit + index;
            }
        }
    }
}
