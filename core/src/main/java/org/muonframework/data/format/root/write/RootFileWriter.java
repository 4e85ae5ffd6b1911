package org.muonframework.data.format.root.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.zip.CRC32C;
import org.muonframework.data.format.root.bytes.RootException;
import org.muonframework.data.format.root.codec.Blocks;
import org.muonframework.data.format.root.codec.Compression;
import org.muonframework.data.format.root.table.RootColumn;

/**
 * A new ROOT file. Nothing in it can be read before {@link #finish}; not for use by several threads.
 *
 * <p>The layout is that of ROOT's {@code TFile}: positions have four bytes in what lies below 2,000,000,000 bytes, and
 * eight in what lies above; so has the header of a file that is longer.
 */
public final class RootFileWriter implements AutoCloseable {

    /** Where ROOT starts to write positions of eight bytes. */
    private static final long LARGE_FROM = 2_000_000_000L;

    /** The list of free places ends with one up to a multiple of this. */
    private static final long FREE_STEP = 1_000_000_000L;

    /** Version 6.24/06 of ROOT, whose layout of classes is written. */
    private static final int VERSION = 62_406;

    private static final int LARGE_VERSION = 1_000_000;

    /** First byte after the header. */
    private static final int BEGIN = 100;

    private final String name;
    private final FileChannel channel;
    private final Compression compression;
    private final long largeFrom;
    private final CRC32C checkSum = new CRC32C();
    private final Set<String> classes = new TreeSet<>();
    private final Directory top;
    private long end = BEGIN;

    private RootFileWriter(FileChannel channel, String name, Compression compression, long largeFrom) {
        this.channel = channel;
        this.name = name;
        this.compression = compression;
        this.largeFrom = largeFrom;
        Key.Label label = new Key.Label("TFile", name, "");
        byte[] names = new Output().string(name).string("").toBytes();
        byte[] record = Arrays.copyOf(names, names.length + Directory.RECORD_BYTES);
        Key key = append(label, 0, keyBytes -> record, false);
        top = new Directory(label, BEGIN, 0, key.keyBytes() + names.length);
    }

    /**
     * Starts a file, in place of one that may be there.
     *
     * @param name what the file calls itself; messages name it so too
     * @throws RootException if it cannot be written
     */
    public static RootFileWriter create(Path path, String name, Compression compression) {
        return create(path, name, compression, LARGE_FROM);
    }

    /** Starts a file where positions have eight bytes from some position on, not only from that of ROOT. */
    static RootFileWriter create(Path path, String name, Compression compression, long largeFrom) {
        try {
            FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
            return new RootFileWriter(channel, name, compression, largeFrom);
        } catch (IOException e) {
            throw unwritable(name, e);
        }
    }

    /**
     * Starts a tree; see {@link TreeWriter}.
     *
     * @param path its name, with directories before it: {@code ntuples/events}
     * @param title what it says about itself; may be empty
     * @param columns of depth 0 or 1, with different names, and titles as {@link RootColumn} has them
     * @param threads how many threads may compress at a time; the file does not depend on it
     * @throws RootException if a column cannot be written
     */
    public TreeWriter tree(String path, String title, List<RootColumn> columns, int threads) {
        return new TreeWriter(this, path, title, columns, threads);
    }

    /**
     * Writes a histogram.
     *
     * @param path its name, with directories before it: {@code plots/mass}
     * @throws RootException if it cannot be written
     */
    public void write(String path, Histogram histogram) {
        String className = histogram.className();
        Directory directory = directory(path);
        String last = lastName(path);
        classes.add(className);
        Key.Label label = new Key.Label(className, last, histogram.title());
        directory.add(append(label, directory, keyBytes -> {
            Output out = new Output(keyBytes);
            histogram.write(last, out);
            return out.toBytes();
        }));
    }

    /**
     * Completes the file; nothing can be written afterwards.
     *
     * @throws RootException if it cannot be written
     */
    public void finish() {
        Key.Label infoLabel = new Key.Label("TList", "StreamerInfo", "Doubly linked list");
        ClassDescriptions descriptions = ClassDescriptions.load();
        Key info = append(
                infoLabel,
                BEGIN,
                keyBytes -> {
                    Output out = new Output(keyBytes);
                    descriptions.write(classes, out);
                    return out.toBytes();
                },
                true);
        List<Directory> directories = new ArrayList<>();
        collect(top, directories);
        List<Key> keyLists = new ArrayList<>();
        for (Directory directory : directories) {
            keyLists.add(append(directory.label(), directory.position(), keyBytes -> directory.keyList(), false));
        }
        Key free = append(new Key.Label("TFile", name, ""), BEGIN, this::freeList, false);
        Identifier identifier = Identifier.of(name, end, checkSum.getValue());
        for (int i = 0; i < directories.size(); i++) {
            Directory directory = directories.get(i);
            put(directory.record(keyLists.get(i), identifier, largeFrom), directory.record());
        }
        put(header(free, info, identifier), 0);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw unwritable(name, e);
        }
    }

    /** The file as the user named it. */
    String name() {
        return name;
    }

    Compression compression() {
        return compression;
    }

    /** Says that objects of a class are in the file. */
    void uses(String className) {
        classes.add(className);
    }

    /** Where the next record will be. */
    long end() {
        return end;
    }

    /** The directory in which the object of a path is, made where it is not there. */
    Directory directory(String path) {
        Directory directory = top;
        String[] names = path.split("/", -1);
        for (String child : Arrays.asList(names).subList(0, names.length - 1)) {
            Directory parent = directory;
            directory = parent.children().computeIfAbsent(child, absent -> newDirectory(parent, absent));
        }
        return directory;
    }

    /** The name of an object without the directories before it. */
    static String lastName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private Directory newDirectory(Directory parent, String childName) {
        Key.Label label = new Key.Label("TDirectory", childName, childName);
        Key key = append(label, parent, keyBytes -> new byte[Directory.RECORD_BYTES], false);
        parent.add(key);
        return new Directory(label, key.position(), parent.position(), key.keyBytes());
    }

    /** Writes an object; the key is not yet in its directory. */
    Key append(Key.Label label, Directory directory, IntFunction<byte[]> object) {
        return append(label, directory, object, true);
    }

    private Key append(Key.Label label, Directory directory, IntFunction<byte[]> object, boolean compressed) {
        return append(label, directory.position(), directory.nextCycle(label.name()), object, compressed);
    }

    private Key append(Key.Label label, long directory, IntFunction<byte[]> object, boolean compressed) {
        return append(label, directory, 1, object, compressed);
    }

    private Key append(Key.Label label, long directory, int cycle, IntFunction<byte[]> object, boolean compressed) {
        boolean large = end > largeFrom;
        int keyBytes = label.keyBytes(large);
        byte[] raw = object.apply(keyBytes);
        byte[] packed = compressed ? Blocks.compress(raw, compression) : raw;
        Key key = new Key(keyBytes + packed.length, raw.length, keyBytes, cycle, end, directory, large, label);
        Output out = new Output();
        key.write(out);
        append(out.bytes(packed).toBytes());
        return key;
    }

    /** Writes a record with its key. */
    void append(byte[] record) {
        checkSum.update(record);
        put(record, end);
        end += record.length;
    }

    private void put(byte[] bytes, long position) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer, position + buffer.position());
            }
        } catch (IOException e) {
            throw unwritable(name, e);
        }
    }

    private static void collect(Directory directory, List<Directory> all) {
        all.add(directory);
        directory.children().values().forEach(child -> collect(child, all));
    }

    /** The list of free places ({@code TFree}) has one: what lies behind the file, this list included. */
    private byte[] freeList(int keyBytes) {
        boolean large = end > largeFrom;
        int length = Short.BYTES + 2 * (large ? Long.BYTES : Integer.BYTES);
        long first = end + keyBytes + length;
        long last = LARGE_FROM + Math.max(0, Math.floorDiv(first - LARGE_FROM, FREE_STEP) + 1) * FREE_STEP;
        return new Output()
                .int16(large ? 1 + Key.LARGE : 1)
                .position(first, large)
                .position(last, large)
                .toBytes();
    }

    private byte[] header(Key free, Key info, Identifier identifier) {
        boolean large = end > largeFrom;
        Output out = new Output()
                .bytes("root".getBytes(StandardCharsets.US_ASCII))
                .int32(large ? VERSION + LARGE_VERSION : VERSION)
                .int32(BEGIN)
                .position(end, large)
                .position(free.position(), large)
                .int32(free.bytes())
                .int32(1)
                .int32(top.nameBytes())
                .int8(large ? Long.BYTES : Integer.BYTES)
                .int32(compression.setting())
                .position(info.position(), large)
                .int32(info.bytes());
        identifier.write(out);
        return Arrays.copyOf(out.toBytes(), BEGIN);
    }

    private static RootException unwritable(String name, IOException e) {
        return new RootException(name, "cannot be written: " + e.getMessage(), e);
    }
}
