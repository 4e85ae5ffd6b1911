package org.muonframework.spi.data;

/** The primitive type of a column's values. */
public enum ColumnType {
    /** 64-bit floating point. */
    DOUBLE,
    /** 32-bit floating point. */
    FLOAT,
    /** 64-bit integer; event numbers keep all their digits. */
    LONG,
    /** 32-bit integer. */
    INT,
    /** True or false; 1 or 0 in an expression. */
    BOOLEAN,
    /** Text; may be compared for equality, never computed with. */
    TEXT;

    /** Whether the values can be computed with. */
    public boolean isNumeric() {
        return this != TEXT;
    }
}
