package org.muonframework.data.format.binary;

import java.nio.ByteBuffer;
import org.muonframework.spi.data.Column;

/**
 * Where the values of one column are in the bytes of a row.
 *
 * @param element how a value is read
 * @param offset bytes before the first value
 * @param count values in a row
 * @param jagged whether a row is the list of its values; if not, there is one
 */
public record Cell(Element element, int offset, int count, boolean jagged) {

    /** One value at the start of a row. */
    public static Cell of(Element element) {
        return new Cell(element, 0, 1, false);
    }

    /** A list of as many values in each row. */
    public static Cell listOf(Element element, int count) {
        return new Cell(element, 0, count, true);
    }

    /** The same, so many bytes further on. */
    public Cell after(int bytes) {
        return new Cell(element, Math.addExact(offset, bytes), count, jagged);
    }

    /** Bytes of the values. */
    public int width() {
        return Math.multiplyExact(element.size(), count);
    }

    /**
     * Reads some rows.
     *
     * @param bytes the rows, from index 0 on
     * @param stride bytes of a row
     * @throws ArithmeticException if a value does not fit its type
     */
    public Column decode(ByteBuffer bytes, int rows, int stride) {
        int width = width();
        ByteBuffer packed = bytes.duplicate();
        if (width != stride) {
            byte[] values = new byte[Math.multiplyExact(rows, width)];
            for (int row = 0; row < rows; row++) {
                bytes.get(row * stride + offset, values, row * width, width);
            }
            packed = ByteBuffer.wrap(values);
        }
        Column values = element.decoder().decode(packed, Math.multiplyExact(rows, count));
        if (!jagged) {
            return values;
        }
        int[] offsets = new int[rows + 1];
        for (int row = 0; row < rows; row++) {
            offsets[row + 1] = offsets[row] + count;
        }
        return new Column.Jagged(offsets, values);
    }
}
