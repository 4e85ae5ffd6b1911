package org.muonframework.data.format.hdf5;

import org.muonframework.spi.data.ColumnSpec;

/** A column of the table of all folds, and where it comes from. */
sealed interface HdfFoldColumn {

    /** The column. */
    ColumnSpec spec();

    /** The number of the fold. */
    record Number(ColumnSpec spec) implements HdfFoldColumn {}

    /** Values that lie in the rows of a dataset of each fold. */
    record Stored(ColumnSpec spec, String part, HdfValues values) implements HdfFoldColumn {}

    /** The cells of a sparse matrix that hold something. */
    record Cells(ColumnSpec spec) implements HdfFoldColumn {}

    /** What these cells hold. */
    record Hits(ColumnSpec spec) implements HdfFoldColumn {}
}
