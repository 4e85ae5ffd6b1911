package org.muonframework.data.format.npy;

import org.muonframework.data.format.binary.Cell;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;

/**
 * A column and where it comes from.
 *
 * @param cell where its values are in the rows of the strand
 */
record NpyColumn(ColumnSpec spec, Strand strand, Cell cell) {

    /**
     * Rows that lie one after the other.
     *
     * @param array name of the array
     * @param start bytes before the first row
     * @param stride bytes of a row
     */
    record Strand(String array, long start, int stride) {}

    static NpyColumn of(String name, Strand strand, Cell cell) {
        ColumnSpec spec = new ColumnSpec(name, cell.element().type(), cell.jagged(), "", "", ColumnRole.FEATURE);
        return new NpyColumn(spec, strand, cell);
    }
}
