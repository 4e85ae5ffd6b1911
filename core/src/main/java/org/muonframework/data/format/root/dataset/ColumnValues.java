package org.muonframework.data.format.root.dataset;

import java.util.Arrays;
import org.muonframework.data.format.root.table.RootColumn;
import org.muonframework.data.format.root.table.ValueType;
import org.muonframework.data.format.root.table.Values;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.problem.DataException;

/**
 * Turns values of a ROOT file into a column of the framework: the same array where the types are the same, wider integers
 * where they are not.
 *
 * @param column the column
 * @param file the file, for messages
 */
record ColumnValues(RootColumn column, String file) {

    /**
     * The values of a block.
     *
     * @param firstRow number of its first row within the file, from 1
     * @throws DataException if an unsigned integer is too large
     */
    Column of(Values values, long firstRow) {
        if (values instanceof Values.Lists lists) {
            return new Column.Jagged(lists.offsets(), flat(lists.content(), firstRow, lists.offsets()));
        }
        return flat(values, firstRow, new int[0]);
    }

    private Column flat(Values values, long firstRow, int[] offsets) {
        if (values instanceof Values.Doubles doubles) {
            return new Column.Doubles(doubles.values());
        }
        if (values instanceof Values.Floats floats) {
            return new Column.Floats(floats.values());
        }
        if (values instanceof Values.Ints ints) {
            return column.type() == ValueType.UINT32 ? unsigned(ints.values()) : new Column.Ints(ints.values());
        }
        if (values instanceof Values.Longs longs) {
            if (column.type() == ValueType.UINT64) {
                check(longs.values(), firstRow, offsets);
            }
            return new Column.Longs(longs.values());
        }
        if (values instanceof Values.Booleans booleans) {
            return new Column.Booleans(booleans.values());
        }
        if (values instanceof Values.Shorts shorts) {
            return wider(shorts.values(), column.type() == ValueType.UINT16 ? 0xFFFF : -1);
        }
        if (values instanceof Values.Bytes bytes) {
            return wider(bytes.values(), column.type() == ValueType.UINT8 ? 0xFF : -1);
        }
        if (values instanceof Values.Texts texts) {
            return new Column.Texts(texts.values());
        }
        throw new IllegalStateException("lists of lists are no column");
    }

    private static Column wider(short[] values, int mask) {
        int[] wide = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i] & mask;
        }
        return new Column.Ints(wide);
    }

    private static Column wider(byte[] values, int mask) {
        int[] wide = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i] & mask;
        }
        return new Column.Ints(wide);
    }

    private static Column unsigned(int[] values) {
        long[] wide = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = Integer.toUnsignedLong(values[i]);
        }
        return new Column.Longs(wide);
    }

    /** Refuses what 63 bits cannot hold. */
    private void check(long[] values, long firstRow, int[] offsets) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0) {
                throw new DataException(
                        file,
                        "row " + (firstRow + row(i, offsets)) + ", column '" + column.name() + "': "
                                + Long.toUnsignedString(values[i])
                                + " is above 9223372036854775807, the largest integer that is read");
            }
        }
    }

    private static int row(int element, int[] offsets) {
        if (offsets.length == 0) {
            return element;
        }
        int found = Arrays.binarySearch(offsets, element);
        int row = found < 0 ? -found - 2 : found;
        while (offsets[row + 1] == element) {
            row++;
        }
        return row;
    }
}
