package org.muonframework.data.format.root.write;

import org.muonframework.data.format.root.table.ValueType;

/**
 * How the values of a branch stand in the file.
 *
 * @param className class of the leaf
 * @param letter the type in the title of the branch
 * @param bytes length of one value; of texts, of one character
 */
record LeafType(String className, char letter, int bytes) {

    static LeafType of(ValueType type) {
        return switch (type) {
            case BOOL -> new LeafType("TLeafO", 'O', Byte.BYTES);
            case INT8 -> new LeafType("TLeafB", 'B', Byte.BYTES);
            case UINT8 -> new LeafType("TLeafB", 'b', Byte.BYTES);
            case INT16 -> new LeafType("TLeafS", 'S', Short.BYTES);
            case UINT16 -> new LeafType("TLeafS", 's', Short.BYTES);
            case INT32 -> new LeafType("TLeafI", 'I', Integer.BYTES);
            case UINT32 -> new LeafType("TLeafI", 'i', Integer.BYTES);
            case INT64 -> new LeafType("TLeafL", 'L', Long.BYTES);
            case UINT64 -> new LeafType("TLeafL", 'l', Long.BYTES);
            case FLOAT32 -> new LeafType("TLeafF", 'F', Float.BYTES);
            case FLOAT64 -> new LeafType("TLeafD", 'D', Double.BYTES);
            case STRING -> new LeafType("TLeafC", 'C', Byte.BYTES);
        };
    }

    boolean text() {
        return letter == 'C';
    }

    boolean unsigned() {
        return Character.isLowerCase(letter);
    }

    /** Writes a limit of the values, as the leaf has it. */
    void writeLimit(int limit, Output out) {
        switch (className) {
            case "TLeafO", "TLeafB" -> out.int8(limit);
            case "TLeafS" -> out.int16(limit);
            case "TLeafL" -> out.int64(limit);
            case "TLeafF" -> out.float32(limit);
            case "TLeafD" -> out.float64(limit);
            default -> out.int32(limit);
        }
    }
}
