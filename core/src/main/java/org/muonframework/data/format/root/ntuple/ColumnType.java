package org.muonframework.data.format.root.ntuple;

import java.util.Optional;
import org.muonframework.data.format.root.table.ValueType;

/** How the elements of a column are stored; the order is that of the format's numbers. */
enum ColumnType {
    BIT(1, ValueType.BOOL),
    BYTE(8, ValueType.UINT8),
    CHAR(8, ValueType.INT8),
    INT8(8, ValueType.INT8),
    UINT8(8, ValueType.UINT8),
    INT16(16, ValueType.INT16),
    UINT16(16, ValueType.UINT16),
    INT32(32, ValueType.INT32),
    UINT32(32, ValueType.UINT32),
    INT64(64, ValueType.INT64),
    UINT64(64, ValueType.UINT64),
    REAL16(16, ValueType.FLOAT32),
    REAL32(32, ValueType.FLOAT32),
    REAL64(64, ValueType.FLOAT64),
    INDEX32(32, ValueType.UINT64),
    INDEX64(64, ValueType.UINT64),
    SWITCH(96, ValueType.UINT64),
    SPLIT_INT16(16, ValueType.INT16),
    SPLIT_UINT16(16, ValueType.UINT16),
    SPLIT_INT32(32, ValueType.INT32),
    SPLIT_UINT32(32, ValueType.UINT32),
    SPLIT_INT64(64, ValueType.INT64),
    SPLIT_UINT64(64, ValueType.UINT64),
    SPLIT_REAL16(16, ValueType.FLOAT32),
    SPLIT_REAL32(32, ValueType.FLOAT32),
    SPLIT_REAL64(64, ValueType.FLOAT64),
    SPLIT_INDEX32(32, ValueType.UINT64),
    SPLIT_INDEX64(64, ValueType.UINT64),
    REAL32_TRUNC(10, 31, ValueType.FLOAT32),
    REAL32_QUANT(1, 32, ValueType.FLOAT64);

    private final int fewestBits;
    private final int mostBits;
    private final ValueType decoded;

    ColumnType(int bits, ValueType decoded) {
        this(bits, bits, decoded);
    }

    ColumnType(int fewestBits, int mostBits, ValueType decoded) {
        this.fewestBits = fewestBits;
        this.mostBits = mostBits;
        this.decoded = decoded;
    }

    /** The type of a number; empty for one that newer writers know. */
    static Optional<ColumnType> of(int number) {
        return number < values().length ? Optional.of(values()[number]) : Optional.empty();
    }

    /** Whether an element may be stored in so many bits. */
    boolean holds(int bits) {
        return bits >= fewestBits && bits <= mostBits;
    }

    /** The type of its elements when decoded. */
    ValueType decoded() {
        return decoded;
    }

    /** Whether it holds the ends of the lists of a collection. */
    boolean index() {
        return switch (this) {
            case INDEX32, INDEX64, SPLIT_INDEX32, SPLIT_INDEX64 -> true;
            default -> false;
        };
    }

    /** Whether its elements may become values of a type. */
    boolean gives(ValueType type) {
        return decoded == type || (real(decoded) && real(type));
    }

    private static boolean real(ValueType type) {
        return type == ValueType.FLOAT32 || type == ValueType.FLOAT64;
    }
}
