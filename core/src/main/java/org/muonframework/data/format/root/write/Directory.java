package org.muonframework.data.format.root.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A directory in the making ({@code TDirectory}): its record has its place from the start, and is written at the end. */
final class Directory {

    /** Length of the record, whether positions in it have four bytes or eight. */
    static final int RECORD_BYTES = 18 + 3 * Long.BYTES + Identifier.BYTES;

    private static final int VERSION = 5;
    private static final int UNUSED_WHEN_SMALL = 3 * (Long.BYTES - Integer.BYTES);

    private final Key.Label label;
    private final long position;
    private final long parent;
    private final long record;
    private final int nameBytes;
    private final List<Key> keys = new ArrayList<>();
    private final Map<String, Directory> children = new LinkedHashMap<>();

    /**
     * Starts an empty directory.
     *
     * @param label how it is called in the key of the list of its keys
     * @param position where the record with its key is
     * @param parent where the directory above is; 0 for the top
     * @param nameBytes bytes from its position to the record itself
     */
    Directory(Key.Label label, long position, long parent, int nameBytes) {
        this.label = label;
        this.position = position;
        this.parent = parent;
        this.nameBytes = nameBytes;
        record = position + nameBytes;
    }

    Key.Label label() {
        return label;
    }

    long position() {
        return position;
    }

    /** Where the record without its key is. */
    long record() {
        return record;
    }

    int nameBytes() {
        return nameBytes;
    }

    Map<String, Directory> children() {
        return children;
    }

    /** The number of the next object of a name. */
    int nextCycle(String name) {
        return 1
                + (int) keys.stream()
                        .filter(key -> key.label().name().equals(name))
                        .count();
    }

    void add(Key key) {
        keys.add(key);
    }

    /** The list of its keys. */
    byte[] keyList() {
        Output out = new Output().int32(keys.size());
        keys.forEach(key -> key.write(out));
        return out.toBytes();
    }

    /** The record itself, when the list of its keys has been written. */
    byte[] record(Key keyList, Identifier identifier, long largeFrom) {
        boolean large = keyList.position() > largeFrom || position > largeFrom;
        Output out = new Output()
                .int16(large ? VERSION + Key.LARGE : VERSION)
                .int32(Key.DATE)
                .int32(Key.DATE)
                .int32(keyList.bytes())
                .int32(nameBytes)
                .position(position, large)
                .position(parent, large)
                .position(keyList.position(), large);
        identifier.write(out);
        return out.bytes(new byte[large ? 0 : UNUSED_WHEN_SMALL]).toBytes();
    }
}
