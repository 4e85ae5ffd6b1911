package org.muonframework.data.format.root.write;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What tells a file from all others ({@code TUUID}); made from its content, so that equal files have equal ones. */
record Identifier(UUID value) {

    /** Length in the file. */
    static final int BYTES = Short.BYTES + 2 * Long.BYTES;

    /** The identifier of a file whose name, length and check sum are known. */
    static Identifier of(String name, long length, long checkSum) {
        String all = name + '\n' + length + '\n' + checkSum;
        return new Identifier(UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)));
    }

    void write(Output out) {
        out.int16(1).int64(value.getMostSignificantBits()).int64(value.getLeastSignificantBits());
    }
}
