package org.muonframework.data.format.root.ntuple;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.muonframework.data.format.root.ntuple.FieldRecord.Role;

/** Writes small files with one ntuple 'events', not compressed, with what the files of the collection do not have. */
final class NtupleBuilder {

    private static final int BEGIN = 100;
    private static final int DIRECTORY = 30;

    private final List<LittleOutput> fields = new ArrayList<>();
    private final List<LittleOutput> columns = new ArrayList<>();
    private final List<LittleOutput> aliases = new ArrayList<>();
    private final List<Cluster> clusters = new ArrayList<>();
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private int headerFields = -1;
    private int headerColumns = -1;
    private long features;
    private int epoch = 1;
    private BiFunction<Envelope.Kind, byte[], byte[]> damage = (kind, bytes) -> bytes;

    private record Cluster(long rows, List<Pages> columns) {}

    /** The pages of a column in a cluster; see {@link #page}. */
    record Pages(List<byte[]> pages, boolean suppressed) {}

    /** What is defined from here on was added while rows were written already. */
    NtupleBuilder extension() {
        headerFields = fields.size();
        headerColumns = columns.size();
        return this;
    }

    NtupleBuilder features(long flags) {
        features = flags;
        return this;
    }

    NtupleBuilder epoch(int number) {
        epoch = number;
        return this;
    }

    /** Changes the description before it gets its check sum. */
    NtupleBuilder damage(BiFunction<Envelope.Kind, byte[], byte[]> change) {
        damage = change;
        return this;
    }

    int top(Role role, String name, String type) {
        return field(fields.size(), role, name, type, 0, new LittleOutput());
    }

    int field(int parent, Role role, String name, String type) {
        return field(parent, role, name, type, 0, new LittleOutput());
    }

    int array(int parent, String name, String type, long length) {
        return field(parent < 0 ? fields.size() : parent, Role.LEAF, name, type, 1, new LittleOutput().int64(length));
    }

    int projected(int parent, Role role, String name, String type, int source) {
        return field(parent < 0 ? fields.size() : parent, role, name, type, 2, new LittleOutput().int32(source));
    }

    private int field(int parent, Role role, String name, String type, int flags, LittleOutput more) {
        LittleOutput field = new LittleOutput().int32(0).int32(0).int32(parent);
        field.int16(List.of(Role.values()).indexOf(role))
                .int16(flags)
                .string(name)
                .string(type)
                .string("")
                .string("about " + name);
        fields.add(new LittleOutput().record(field.bytes(more.toBytes())));
        return fields.size() - 1;
    }

    int column(int field, ColumnType type, int bits) {
        return alternative(field, type, bits, 0);
    }

    int alternative(int field, ColumnType type, int bits, int representation) {
        return column(field, number(type), bits, representation, new LittleOutput(), 0);
    }

    int unknown(int field, int type, int bits) {
        return column(field, type, bits, 0, new LittleOutput(), 0);
    }

    int deferred(int field, ColumnType type, int bits, int representation, long first) {
        return column(field, number(type), bits, representation, new LittleOutput().int64(first), 1);
    }

    int quantised(int field, int bits, double min, double max) {
        LittleOutput range = new LittleOutput().float64(min).float64(max);
        return column(field, number(ColumnType.REAL32_QUANT), bits, 0, range, 2);
    }

    private int column(int field, int type, int bits, int representation, LittleOutput more, int flags) {
        LittleOutput column = new LittleOutput().int16(type).int16(bits).int32(field);
        columns.add(new LittleOutput()
                .record(column.int16(flags).int16(representation).bytes(more.toBytes())));
        return columns.size() - 1;
    }

    private static int number(ColumnType type) {
        return List.of(ColumnType.values()).indexOf(type);
    }

    NtupleBuilder alias(int column, int field) {
        aliases.add(new LittleOutput().record(new LittleOutput().int32(column).int32(field)));
        return this;
    }

    /**
     * Rows whose columns have these pages.
     *
     * @param pages for each column
     */
    NtupleBuilder cluster(long rows, Pages... pages) {
        clusters.add(new Cluster(rows, List.of(pages)));
        return this;
    }

    static Pages pages(byte[]... pages) {
        return new Pages(List.of(pages), false);
    }

    static Pages suppressed() {
        return new Pages(List.of(), true);
    }

    /** A page: the number of its elements, then their bytes. */
    static byte[] page(int elements, LittleOutput content) {
        return new LittleOutput().int32(elements).bytes(content.toBytes()).toBytes();
    }

    static byte[] page8(int... values) {
        LittleOutput content = new LittleOutput();
        for (int value : values) {
            content.bytes(new byte[] {(byte) value});
        }
        return page(values.length, content);
    }

    static byte[] page32(int... values) {
        LittleOutput content = new LittleOutput();
        for (int value : values) {
            content.int32(value);
        }
        return page(values.length, content);
    }

    /** Writes the file. */
    Path write(Path path) {
        file.writeBytes(new byte[BEGIN + DIRECTORY]);
        int inHeaderFields = headerFields < 0 ? fields.size() : headerFields;
        int inHeaderColumns = headerColumns < 0 ? columns.size() : headerColumns;
        LittleOutput content =
                new LittleOutput().int64(features).string("events").string("").string("test");
        schema(content, 0, inHeaderFields, 0, inHeaderColumns, List.of());
        byte[] header = envelope(Envelope.Kind.HEADER, content);
        byte[] sum = Arrays.copyOfRange(header, header.length - Long.BYTES, header.length);
        long headerAt = blob(header);

        List<LittleOutput> groups = new ArrayList<>();
        long row = 0;
        for (Cluster cluster : clusters) {
            byte[] list = envelope(Envelope.Kind.PAGE_LIST, pageList(sum, row, cluster));
            LittleOutput group =
                    new LittleOutput().int64(row).int64(cluster.rows()).int32(1).int64(list.length);
            groups.add(new LittleOutput().record(group.int32(list.length).int64(blob(list))));
            row += cluster.rows();
        }
        LittleOutput extension = new LittleOutput();
        schema(extension, inHeaderFields, fields.size(), inHeaderColumns, columns.size(), aliases);
        byte[] footer = envelope(
                Envelope.Kind.FOOTER,
                new LittleOutput().int64(features).bytes(sum).record(extension).list(groups));
        long footerAt = blob(footer);
        try {
            Files.write(path, finish(anchor(headerAt, header.length, footerAt, footer.length)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }

    private void schema(
            LittleOutput out, int fromField, int toField, int fromColumn, int toColumn, List<LittleOutput> alias) {
        out.list(fields.subList(fromField, toField))
                .list(columns.subList(fromColumn, toColumn))
                .list(alias)
                .list(List.of());
    }

    private LittleOutput pageList(byte[] sum, long row, Cluster cluster) {
        List<LittleOutput> all = new ArrayList<>();
        for (Pages column : cluster.columns()) {
            List<LittleOutput> items = new ArrayList<>();
            for (byte[] page : column.pages()) {
                byte[] content = Arrays.copyOfRange(page, Integer.BYTES, page.length);
                int elements = new LittleEndian(page, 0, page.length, "", "").int32();
                long position = blob(new LittleOutput()
                        .bytes(content)
                        .int64(XxHash3.of(content, 0, content.length))
                        .toBytes());
                items.add(new LittleOutput()
                        .int32(-elements)
                        .int32(content.length)
                        .int64(position));
            }
            LittleOutput end = column.suppressed()
                    ? new LittleOutput().int64(Long.MIN_VALUE)
                    : new LittleOutput().int64(0).int32(0);
            all.add(new LittleOutput().list(items, end));
        }
        LittleOutput summary =
                new LittleOutput().record(new LittleOutput().int64(row).int64(cluster.rows()));
        return new LittleOutput().bytes(sum).list(List.of(summary)).list(List.of(new LittleOutput().list(all)));
    }

    private byte[] envelope(Envelope.Kind kind, LittleOutput content) {
        byte[] changed = damage.apply(kind, content.toBytes());
        long length = changed.length + 2L * Long.BYTES;
        byte[] bytes = new LittleOutput()
                .int64(length << 16 | kind.number())
                .bytes(changed)
                .toBytes();
        return new LittleOutput()
                .bytes(bytes)
                .int64(XxHash3.of(bytes, 0, bytes.length))
                .toBytes();
    }

    private long blob(byte[] bytes) {
        file.writeBytes(bytes);
        return (long) file.size() - bytes.length;
    }

    private byte[] anchor(long header, long headerBytes, long footer, long footerBytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(epoch);
        out.write(new byte[6]);
        for (long value : new long[] {header, headerBytes, headerBytes, footer, footerBytes, footerBytes, 1 << 30}) {
            out.writeLong(value);
        }
        byte[] content = bytes.toByteArray();
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        DataOutputStream objectOut = new DataOutputStream(object);
        objectOut.writeInt(0x4000_0000 | content.length + Short.BYTES);
        objectOut.writeShort(2);
        objectOut.write(content);
        objectOut.writeLong(XxHash3.of(content, 0, content.length));
        return object.toByteArray();
    }

    /** The file with the ROOT around it: key of the ntuple, list of keys, directory, header. */
    private byte[] finish(byte[] anchor) throws IOException {
        byte[] key = key(Anchor.CLASS, "events", anchor.length, file.size());
        file.writeBytes(key);
        file.writeBytes(anchor);
        int keys = file.size();
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        list.writeBytes(key("TFile", "events.root", Integer.BYTES + key.length, keys));
        list.writeBytes(new byte[] {0, 0, 0, 1});
        list.writeBytes(key);
        file.writeBytes(list.toByteArray());
        byte[] bytes = file.toByteArray();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(head);
        out.writeBytes("root");
        for (int value : new int[] {63400, BEGIN, bytes.length, 0, 0, 0, 0}) {
            out.writeInt(value);
        }
        System.arraycopy(head.toByteArray(), 0, bytes, 0, head.size());
        head.reset();
        out.writeShort(5);
        for (int value : new int[] {0, 0, list.size(), 0, BEGIN, 0, keys}) {
            out.writeInt(value);
        }
        System.arraycopy(head.toByteArray(), 0, bytes, BEGIN, head.size());
        return bytes;
    }

    private static byte[] key(String className, String name, int objectBytes, int position) throws IOException {
        int keyLength = 26 + 3 + className.length() + name.length();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(keyLength + objectBytes);
        out.writeShort(4);
        out.writeInt(objectBytes);
        out.writeInt(0);
        out.writeShort(keyLength);
        out.writeShort(1);
        out.writeInt(position);
        out.writeInt(BEGIN);
        for (String text : List.of(className, name, "")) {
            out.writeByte(text.length());
            out.writeBytes(text);
        }
        return bytes.toByteArray();
    }
}
