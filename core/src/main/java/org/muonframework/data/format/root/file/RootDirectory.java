package org.muonframework.data.format.root.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.data.format.root.bytes.ByteSource;
import org.muonframework.data.format.root.bytes.Bytes;
import org.muonframework.data.format.root.bytes.RootException;

/**
 * A directory of a file ({@code TDirectory}).
 *
 * @param path names from the top down, divided by slashes; empty for the top
 * @param keys what is in it, in the order of the file; several may have one name and differ in their cycle
 */
public record RootDirectory(String path, List<RootKey> keys) {

    /** Versions from here on have positions of eight bytes. */
    private static final int LARGE = 1000;

    private static final int DATES = 2 * Integer.BYTES;

    public RootDirectory {
        keys = List.copyOf(keys);
    }

    /** Reads a directory's record and its list of keys. */
    static RootDirectory read(String path, Bytes in, ByteSource source) {
        int version = in.int16();
        in.skip(DATES);
        int keysBytes = in.int32();
        in.skip(Integer.BYTES); // length of the directory's name
        boolean large = version > LARGE;
        in.skip(2 * (large ? Long.BYTES : Integer.BYTES)); // this directory and the one above
        long position = large ? in.int64() : in.uint32();
        if (position == 0) {
            throw new RootException(
                    source.name(),
                    "has no list of its objects: the program that wrote it ended before it closed the file, or it holds"
                            + " nothing. ROOT itself may recover trees in it (open it for update and write it again)");
        }
        String what = path.isEmpty() ? "the list of keys" : "the list of keys of '" + path + "'";
        Bytes list = Bytes.of(source.read(position, keysBytes, what), source.name(), what);
        RootKey own = RootKey.read(list);
        list.seek(own.keyLength());
        int count = list.length(1);
        List<RootKey> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            keys.add(RootKey.read(list));
        }
        return new RootDirectory(path, keys);
    }

    /** The newest key of each name, in the order of the file. */
    public List<RootKey> newest() {
        Map<String, RootKey> newest = new LinkedHashMap<>();
        for (RootKey key : keys) {
            newest.merge(key.name(), key, (a, b) -> a.cycle() >= b.cycle() ? a : b);
        }
        return Collections.unmodifiableList(new ArrayList<>(newest.values()));
    }

    /**
     * The key of an object.
     *
     * @param name its name, with its cycle or without: {@code events;2}; the newest without
     */
    public Optional<RootKey> find(String name) {
        return keys.stream()
                .filter(key -> key.name().equals(name) || key.nameCycle().equals(name))
                .max(Comparator.comparingInt(RootKey::cycle));
    }
}
