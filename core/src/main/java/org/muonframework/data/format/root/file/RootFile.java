package org.muonframework.data.format.root.file;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muonframework.data.format.root.bytes.ByteSource;
import org.muonframework.data.format.root.bytes.Bytes;
import org.muonframework.data.format.root.bytes.RootException;

/**
 * A ROOT file that is open for reading; may be used by several threads at once.
 *
 * <p>The layout is that of ROOT's {@code TFile}: small files have positions of four bytes, those above 2 GiB of eight.
 */
public final class RootFile implements AutoCloseable {

    private static final String MAGIC = "root";
    private static final int LARGE = 1_000_000;
    private static final int SHORTEST_HEADER = 64;
    private static final int LONGEST_RECORD = 1024;

    private final ByteSource source;
    private final Header header;

    private RootFile(ByteSource source, Header header) {
        this.source = source;
        this.header = header;
    }

    /**
     * Opens a file as far as its header.
     *
     * @throws RootException if it is no ROOT file, or was cut or never closed
     */
    public static RootFile open(Path path) {
        return open(path, path.toString());
    }

    /**
     * Opens a file as far as its header.
     *
     * @param name how the user wrote it, for messages
     * @throws RootException if it is no ROOT file, or was cut or never closed
     */
    public static RootFile open(Path path, String name) {
        ByteSource source = ByteSource.open(path, name);
        try {
            return new RootFile(source, Header.read(source));
        } catch (RootException e) {
            source.close();
            throw e;
        }
    }

    /** The bytes of the file. */
    public ByteSource source() {
        return source;
    }

    /** The file as the user named it. */
    public String name() {
        return source.name();
    }

    /**
     * The directory at the top.
     *
     * @throws RootException if it is damaged, or was never written
     */
    public RootDirectory top() {
        long position = header.begin() + header.nameBytes();
        long length = Math.min(LONGEST_RECORD, source.size() - position);
        Bytes record = Bytes.of(source.read(position, length, "the top directory"), name(), "the top directory");
        return RootDirectory.read("", record, source);
    }

    /**
     * A directory behind a key of another one.
     *
     * @param parent where the key is
     * @param key a key whose class is a directory's
     */
    public RootDirectory directory(RootDirectory parent, RootKey key) {
        String path = parent.path().isEmpty() ? key.name() : parent.path() + "/" + key.name();
        return RootDirectory.read(path, key.object(source), source);
    }

    /** The newest objects of the file that are no directories, by their path; directories are looked through in order. */
    public Map<String, RootKey> objects() {
        Map<String, RootKey> objects = new LinkedHashMap<>();
        collect(top(), objects, new HashSet<>());
        return objects;
    }

    private void collect(RootDirectory directory, Map<String, RootKey> objects, Set<Long> seen) {
        for (RootKey key : directory.newest()) {
            if (!isDirectory(key)) {
                objects.put(directory.path().isEmpty() ? key.name() : directory.path() + "/" + key.name(), key);
            } else if (seen.add(key.position())) {
                collect(directory(directory, key), objects, seen);
            }
        }
    }

    /**
     * The key of an object.
     *
     * @param path its path, with its cycle or without: {@code ntuples/events;2}; the newest without
     */
    public Optional<RootKey> find(String path) {
        RootDirectory directory = top();
        String[] names = path.split("/", -1);
        for (String name : Arrays.asList(names).subList(0, names.length - 1)) {
            Optional<RootKey> key = directory.find(name).filter(RootFile::isDirectory);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            directory = directory(directory, key.get());
        }
        return directory.find(names[names.length - 1]);
    }

    /** The record that describes the classes in the file; empty if there is none. */
    public Optional<Bytes> streamerInfo() {
        if (header.infoPosition() == 0 || header.infoBytes() == 0) {
            return Optional.empty();
        }
        String what = "the description of the classes";
        RootKey key =
                RootKey.read(Bytes.of(source.read(header.infoPosition(), header.infoBytes(), what), name(), what));
        return Optional.of(key.object(source));
    }

    private static boolean isDirectory(RootKey key) {
        return key.className().equals("TDirectory") || key.className().equals("TDirectoryFile");
    }

    @Override
    public void close() {
        source.close();
    }

    /**
     * The start of a file.
     *
     * @param begin first byte after it
     * @param nameBytes length of the top directory's key and name
     * @param infoPosition where the classes are described; 0 if they are not
     * @param infoBytes length of that
     */
    private record Header(long begin, int nameBytes, long infoPosition, int infoBytes) {

        static Header read(ByteSource source) {
            Bytes in = Bytes.of(
                    source.read(0, Math.min(SHORTEST_HEADER, source.size()), "the header"),
                    source.name(),
                    "the header");
            if (in.remaining() < MAGIC.length() || !in.text(MAGIC.length()).equals(MAGIC)) {
                throw new RootException(source.name(), "is not a ROOT file: it does not start with 'root'");
            }
            boolean large = in.int32() >= LARGE;
            long begin = in.uint32();
            long end = large ? in.int64() : in.uint32();
            in.skip(large ? Long.BYTES : Integer.BYTES); // list of free places
            in.skip(2 * Integer.BYTES); // its length and number
            int nameBytes = in.int32();
            in.skip(1 + Integer.BYTES); // size of positions, compression
            long infoPosition = large ? in.int64() : in.uint32();
            int infoBytes = in.int32();
            if (end > source.size()) {
                throw new RootException(
                        source.name(),
                        "is cut: it should have " + end + " bytes and has " + source.size() + "; fetch it again");
            }
            if (begin > source.size() || nameBytes < 0 || begin + nameBytes > source.size()) {
                throw new RootException(
                        source.name(), "has a damaged header: the top directory lies beyond the end of the file");
            }
            return new Header(begin, nameBytes, infoPosition, infoBytes);
        }
    }
}
