package org.muonframework.data;

import java.util.Locale;
import org.muonframework.spi.data.ColumnType;

/** How a column that identifies events is hashed: the number 7 as an integer is another event than 7.0 or "7". */
public enum KeyKind {
    /** With all digits. */
    INTEGER,
    /** By the bits of a double. */
    NUMBER,
    /** By its characters. */
    TEXT;

    /** The kind of a column of this type. */
    public static KeyKind of(ColumnType type) {
        return switch (type) {
            case LONG, INT, BOOLEAN -> INTEGER;
            case DOUBLE, FLOAT -> NUMBER;
            case TEXT -> TEXT;
        };
    }

    /**
     * The kind of this {@link #label()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static KeyKind labelled(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** The name in files and messages. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
