package org.muonframework.train.neural.data;

import java.util.List;

/** Scaled columns turned into rows, so that any row is read in one place; may hold more values than an array can. */
public final class RowTable {

    private static final int LARGEST_BLOCK = 1 << 22;
    private static final int TILE = 256;

    private final int width;
    private final int shift;
    private final float[][] blocks;

    /**
     * Copies columns.
     *
     * @param columns the columns; none for rows without a value
     * @param scales one for each column, or none to leave them as they are
     * @param rows length of each column
     * @param step the distance of rows is a multiple of this
     */
    public RowTable(float[][] columns, List<ColumnScale> scales, int rows, int step) {
        width = (columns.length + step - 1) / step * step;
        shift = Math.max(0, 31 - Integer.numberOfLeadingZeros(Math.max(1, LARGEST_BLOCK / Math.max(1, width))));
        int rowsInBlock = 1 << shift;
        blocks = new float[(rows + rowsInBlock - 1) >>> shift][];
        for (int block = 0; block < blocks.length; block++) {
            int from = block << shift;
            int to = Math.min(rows, from + rowsInBlock);
            blocks[block] = new float[(to - from) * width];
            fill(columns, scales, from, to, width, blocks[block]);
        }
    }

    /** Numbers from one row to the next. */
    public int width() {
        return width;
    }

    /** Takes other values of one column. */
    void replace(int column, float[] values, ColumnScale scale) {
        int mask = (1 << shift) - 1;
        for (int row = 0; row < values.length; row++) {
            blocks[row >>> shift][(row & mask) * width + column] = scale.apply(values[row]);
        }
    }

    /** Writes the rows {@code order[from]} to before {@code order[to]}, row by row, to the start of an array. */
    public void gather(int[] order, int from, int to, float[] target) {
        int mask = (1 << shift) - 1;
        for (int i = from, position = 0; i < to; i++, position += width) {
            int row = order[i];
            System.arraycopy(blocks[row >>> shift], (row & mask) * width, target, position, width);
        }
    }

    /** Writes part of a row: {@code count} values from {@code column} on. */
    public void copy(int row, int column, int count, float[] target, int at) {
        int place = (row & (1 << shift) - 1) * width + column;
        System.arraycopy(blocks[row >>> shift], place, target, at, count);
    }

    /** Writes the rows {@code from} to before {@code to} of scaled columns, row by row, to the start of an array. */
    public static void fill(float[][] columns, List<ColumnScale> scales, int from, int to, float[] target) {
        fill(columns, scales, from, to, columns.length, target);
    }

    private static void fill(float[][] columns, List<ColumnScale> scales, int from, int to, int width, float[] target) {
        for (int start = from; start < to; start += TILE) {
            int end = Math.min(to, start + TILE);
            for (int column = 0; column < columns.length; column++) {
                float[] values = columns[column];
                ColumnScale scale = scales.isEmpty() ? ColumnScale.IDENTITY : scales.get(column);
                int position = (start - from) * width + column;
                for (int row = start; row < end; row++, position += width) {
                    target[position] = scale.apply(values[row]);
                }
            }
        }
    }
}
