package org.muonframework.spi.train;

import java.util.Arrays;
import java.util.Objects;
import org.muonframework.spi.model.Shape;

/**
 * One image a row, each as the list of its cells that are not zero. A cell is numbered in row-major order: of the shape
 * 50x32x32, the cell (z, y, x) is 1024 z + 32 y + x. Where a row names a cell several times, its values add up.
 *
 * <p>Rows may be taken in any order, and are then other places in the same hits, which are never copied.
 *
 * @param shape size of an image, without a channel
 * @param starts for each row the place of its first hit
 * @param ends for each row the place behind its last hit
 * @param cells the cell of each hit, from 0 to before the number of elements of the shape
 * @param values the value of each hit, finite
 */
public record SparseImages(Shape shape, int[] starts, int[] ends, int[] cells, float[] values) {

    public SparseImages {
        Objects.requireNonNull(shape, "shape");
        if (starts.length != ends.length || cells.length != values.length) {
            throw new IllegalArgumentException(starts.length + " starts and " + ends.length + " ends, " + cells.length
                    + " cells and " + values.length + " values");
        }
    }

    /** Number of rows. */
    public int rows() {
        return starts.length;
    }

    /** Number of hits of all rows together. */
    public long hits() {
        long hits = 0;
        for (int row = 0; row < starts.length; row++) {
            hits += ends[row] - starts[row];
        }
        return hits;
    }

    /** Some of the rows, in this order; the hits are shared. */
    public SparseImages pick(int[] rows) {
        int[] someStarts = new int[rows.length];
        int[] someEnds = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            someStarts[i] = starts[rows[i]];
            someEnds[i] = ends[rows[i]];
        }
        return new SparseImages(shape, someStarts, someEnds, cells, values);
    }

    /** The rows {@code from} to before {@code to}; the hits are shared. */
    public SparseImages range(int from, int to) {
        return new SparseImages(
                shape, Arrays.copyOfRange(starts, from, to), Arrays.copyOfRange(ends, from, to), cells, values);
    }

    /** The same rows with hits of their own, those of a row behind those of the row before. */
    public SparseImages copied() {
        int size = Math.toIntExact(hits());
        SparseImages copy = new SparseImages(shape, new int[rows()], new int[rows()], new int[size], new float[size]);
        int place = 0;
        for (int row = 0; row < rows(); row++) {
            int count = ends[row] - starts[row];
            System.arraycopy(cells, starts[row], copy.cells, place, count);
            System.arraycopy(values, starts[row], copy.values, place, count);
            copy.starts[row] = place;
            place += count;
            copy.ends[row] = place;
        }
        return copy;
    }

    /** Adds the hits of a row to an image that has all cells, of which the first one stands at {@code at}. */
    public void addTo(float[] image, int row, int at) {
        for (int hit = starts[row]; hit < ends[row]; hit++) {
            image[at + cells[hit]] += values[hit];
        }
    }
}
