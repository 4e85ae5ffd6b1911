package org.muonframework.data.format.hdf5;

import java.nio.ByteBuffer;
import org.muonframework.data.format.binary.Cell;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnType;

/** How the values of a column come from the rows of a dataset. */
sealed interface HdfValues permits HdfValues.Fixed, HdfVariableValues {

    /** Type of the values. */
    ColumnType type();

    /** Whether each row is a list. */
    boolean jagged();

    /** The same, so many bytes further on in the row. */
    HdfValues after(int bytes);

    /**
     * Reads some rows.
     *
     * @param stride bytes of a row
     * @throws ArithmeticException if a value does not fit its type
     */
    Column decode(ByteBuffer rows, int count, int stride, HdfHeaps heaps);

    /** Values that lie in the row itself. */
    record Fixed(Cell cell) implements HdfValues {

        @Override
        public ColumnType type() {
            return cell.element().type();
        }

        @Override
        public boolean jagged() {
            return cell.jagged();
        }

        @Override
        public HdfValues after(int bytes) {
            return new Fixed(cell.after(bytes));
        }

        @Override
        public Column decode(ByteBuffer rows, int count, int stride, HdfHeaps heaps) {
            return cell.decode(rows, count, stride);
        }
    }
}
