package org.muonframework.data.format.root.ntuple;

import java.util.Optional;

/**
 * What the schema says about a column.
 *
 * @param id its number
 * @param type how its elements are stored; empty for a type that newer writers know
 * @param typeNumber the format's number of that
 * @param bits of an element
 * @param field number of the field that it belongs to
 * @param representation number of the way of storing the field that it belongs to
 * @param firstElement elements before this one are not stored; negative if it starts suppressed
 * @param min the least value of a quantised column
 * @param max the greatest one
 */
record ColumnRecord(
        int id,
        Optional<ColumnType> type,
        int typeNumber,
        int bits,
        long field,
        int representation,
        long firstElement,
        double min,
        double max) {

    /** Bytes of a record without what its flags add. */
    static final int BYTES = Long.BYTES + 3 * Integer.BYTES;

    private static final int DEFERRED = 1;
    private static final int RANGE = 2;

    static ColumnRecord read(int id, LittleEndian in) {
        int number = in.uint16();
        Optional<ColumnType> type = ColumnType.of(number);
        int bits = in.uint16();
        long field = in.uint32();
        int flags = in.uint16();
        int representation = in.uint16();
        long first = (flags & DEFERRED) == 0 ? 0 : in.int64();
        boolean range = (flags & RANGE) != 0;
        double min = range ? in.float64() : 0;
        double max = range ? in.float64() : 0;
        boolean badRange = !range || !(max >= min) || !Double.isFinite(max - min);
        boolean badBits = type.isPresent() && !type.get().holds(bits);
        if (badBits || (badRange && type.equals(Optional.of(ColumnType.REAL32_QUANT)))) {
            throw in.damaged("column " + id + " claims elements that its type cannot have");
        }
        return new ColumnRecord(id, type, number, bits, field, representation, first, min, max);
    }

    /** Whether elements before the first stored one are zeros. */
    boolean deferred() {
        return firstElement > 0;
    }

    /** Number of bytes of a page with so many elements. */
    long pageBytes(int elements) {
        return ((long) elements * bits + Byte.SIZE - 1) / Byte.SIZE;
    }
}
