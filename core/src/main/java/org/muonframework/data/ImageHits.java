package org.muonframework.data;

import java.util.Arrays;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.train.SparseImages;

/**
 * The images of a batch in its columns.
 *
 * @param cells the lists of cells
 * @param values the lists of values
 */
record ImageHits(Column.Jagged cells, Column.Jagged values) {

    /** Stands for a cell that no image has. */
    private static final int NO_CELL = -1;

    static ImageHits of(Batch batch, ImagePlan plan) {
        return new ImageHits((Column.Jagged) batch.column(plan.cells()), (Column.Jagged) batch.column(plan.values()));
    }

    /** How many values a row has more than cells; 0 if all is well. */
    int excess(int row) {
        return length(values, row) - length(cells, row);
    }

    /** The number of a cell as it stands in the column: the hit of this number in a row, from 0. */
    double cell(int row, int hit) {
        return cells.values().doubleAt(cells.offsets()[row] + hit);
    }

    /** The value as it stands in the column. */
    double value(int row, int hit) {
        return values.values().doubleAt(values.offsets()[row] + hit);
    }

    /**
     * The images, whatever they hold; what is no cell at all is −1. Arrays of the columns are shared where they are of the
     * right kind. Of a row with lists of different lengths only the shorter length is there.
     */
    SparseImages images(ImagePlan plan) {
        int[] numbers = integers(cells.values());
        float[] amounts = BatchValues.floats(values.values());
        int rows = cells.size();
        if (numbers.length == amounts.length && Arrays.equals(cells.offsets(), values.offsets())) {
            int[] offsets = cells.offsets();
            return new SparseImages(
                    plan.shape(),
                    Arrays.copyOfRange(offsets, 0, rows),
                    Arrays.copyOfRange(offsets, 1, rows + 1),
                    numbers,
                    amounts);
        }
        int[] ends = new int[rows];
        int[] starts = new int[rows];
        int size = 0;
        int[] alignedCells = new int[Math.min(numbers.length, amounts.length)];
        float[] alignedValues = new float[alignedCells.length];
        for (int row = 0; row < rows; row++) {
            int count = Math.min(length(cells, row), length(values, row));
            System.arraycopy(numbers, cells.offsets()[row], alignedCells, size, count);
            System.arraycopy(amounts, values.offsets()[row], alignedValues, size, count);
            starts[row] = size;
            size += count;
            ends[row] = size;
        }
        return new SparseImages(plan.shape(), starts, ends, alignedCells, alignedValues);
    }

    private static int length(Column.Jagged lists, int row) {
        return lists.offsets()[row + 1] - lists.offsets()[row];
    }

    private static int[] integers(Column column) {
        if (column instanceof Column.Ints ints) {
            return ints.values();
        }
        int[] values = new int[column.size()];
        for (int i = 0; i < values.length; i++) {
            double value = column.doubleAt(i);
            values[i] = value == (int) value ? (int) value : NO_CELL;
        }
        return values;
    }
}
