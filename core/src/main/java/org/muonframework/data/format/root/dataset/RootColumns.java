package org.muonframework.data.format.root.dataset;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muonframework.data.format.root.table.RootColumn;
import org.muonframework.data.format.root.table.ValueType;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;

/** What the columns of a ROOT file are to the framework. */
final class RootColumns {

    /** A unit at the end of a title: {@code transverse momentum [GeV]}. */
    private static final Pattern UNIT = Pattern.compile("(?:(.*) )?\\[([^\\[\\]]*)]");

    /** What ROOT itself puts for a title: the list of leaves, {@code Muon_Px[NMuon]/F}. */
    private static final Pattern LEAVES = Pattern.compile("\\S+/[A-Za-z](?::\\S+)?");

    private RootColumns() {}

    /** The description of a column that is flat or holds lists of values. */
    static ColumnSpec spec(RootColumn column) {
        String title = column.title().strip();
        String unit = "";
        if (LEAVES.matcher(title).matches() || title.equals(column.name())) {
            title = "";
        }
        Matcher matcher = UNIT.matcher(title);
        if (matcher.matches()) {
            title = matcher.group(1) == null ? "" : matcher.group(1);
            unit = matcher.group(2);
        }
        return new ColumnSpec(
                column.name(), type(column.type()), column.depth() == 1, unit, title, ColumnRole.FEATURE);
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
