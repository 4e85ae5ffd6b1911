package org.muonframework.data;

import java.util.regex.Pattern;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;

/** The role that the name of a column tells, where nothing else does, as in plain files. */
public final class NamedRole {

    private static final Pattern KEY = Pattern.compile(
            "run|event|lumi|luminosityblock|ls|runno|evno|eventno|run_?number|event_?number|lumi_?block",
            Pattern.CASE_INSENSITIVE);

    private NamedRole() {}

    /** {@code event}, {@code run} and the like are keys, {@code label} and {@code weight} what they say; else a feature. */
    public static ColumnRole of(ColumnSpec column) {
        if (column.jagged()) {
            return ColumnRole.FEATURE;
        }
        if (KEY.matcher(column.name()).matches()) {
            return ColumnRole.KEY;
        }
        if (column.name().equals("label") && isWhole(column.type())) {
            return ColumnRole.LABEL;
        }
        return column.name().equals("weight") && column.type().isNumeric() ? ColumnRole.WEIGHT : ColumnRole.FEATURE;
    }

    private static boolean isWhole(ColumnType type) {
        return type == ColumnType.INT || type == ColumnType.LONG;
    }
}
