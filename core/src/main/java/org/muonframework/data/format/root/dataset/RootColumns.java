package org.muonframework.data.format.root.dataset;

import org.muonframework.data.format.root.table.RootColumn;
import org.muonframework.data.format.root.table.ValueType;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;

/** What the columns of a ROOT file are to the framework. */
final class RootColumns {

    private RootColumns() {}

    /** The description of a column that is flat or holds lists of values. */
    static ColumnSpec spec(RootColumn column) {
        BranchTitle title = BranchTitle.parse(column.name(), column.title());
        return new ColumnSpec(
                column.name(),
                type(column.type()),
                column.depth() == 1,
                title.unit(),
                title.description(),
                ColumnRole.FEATURE);
    }

    private static ColumnType type(ValueType type) {
        return switch (type) {
            case BOOL -> ColumnType.BOOLEAN;
            case INT8, UINT8, INT16, UINT16, INT32 -> ColumnType.INT;
            case UINT32, INT64, UINT64 -> ColumnType.LONG;
            case FLOAT32 -> ColumnType.FLOAT;
            case FLOAT64 -> ColumnType.DOUBLE;
            case STRING -> ColumnType.TEXT;
        };
    }
}
