package org.muonframework.data.format.root.ntuple;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.muonframework.data.format.root.bytes.RootException;
import org.muonframework.data.format.root.table.ValueType;
import org.muonframework.data.format.root.table.Values;

/** Puts together the rows of one block, which may be in several clusters. */
final class BlockAssembly {

    private static final int LONGEST = Integer.MAX_VALUE - 8;

    private final Readers readers;
    private final Segment[] segments;
    private final Lists[] lists;

    /**
     * @param readers what reads the elements
     * @param segments the rows
     */
    BlockAssembly(Readers readers, Segment[] segments) {
        this.readers = readers;
        this.segments = segments;
        lists = new Lists[readers.plan().levels().size()];
    }

    /**
     * The lists of one level.
     *
     * @param offsets where they start, counted in the block
     * @param elements the elements of all, counted in the clusters
     */
    record Lists(int[] offsets, Segment[] elements) {}

    /**
     * What has to be done before the columns can be assembled: each task needs those of the lower depths to have ended.
     *
     * @param depth how many lists are around the elements
     */
    List<Supplier<Lists>> levels(int depth) {
        List<ListLevel> levels = readers.plan().levels();
        return IntStream.range(0, lists.length)
                .filter(i -> levels.get(i).depth() == depth)
                .<Supplier<Lists>>mapToObj(i -> () -> lists[i] = lists(i, levels.get(i)))
                .toList();
    }

    /** The columns, in their order; the lists have to be there. */
    List<Supplier<Values>> columns() {
        List<Leaf> leaves = readers.plan().leaves();
        return IntStream.range(0, leaves.size())
                .<Supplier<Values>>mapToObj(i -> () -> {
                    Leaf leaf = leaves.get(i);
                    return readers.atColumn(leaf.column().name(), () -> values(i, leaf));
                })
                .toList();
    }

    private Lists lists(int number, ListLevel level) {
        Segment[] outer = ranges(level.parent());
        return readers.atColumn(readers.user(level), () -> {
            Lists all =
                    level.index().isPresent() ? indexed(readers.index(number), outer) : repeated(level.length(), outer);
            for (Segment range : all.elements()) {
                readers.requireContent(number, range);
            }
            return all;
        });
    }

    private Lists indexed(ElementReader index, Segment[] outer) {
        int[] offsets = new int[1 + size(index, outer)];
        Segment[] inner = new Segment[outer.length];
        int done = 0;
        for (int i = 0; i < outer.length; i++) {
            Segment range = outer[i];
            int count = (int) (range.to() - range.from());
            long[] ends = new long[count + 1];
            boolean atStart = range.from() == 0;
            index.read(range.cluster(), atStart ? 0 : range.from() - 1, range.to(), ends, atStart ? 1 : 0);
            if (ends[0] < 0) {
                throw range.cluster().damaged("a list is said to end before the first one");
            }
            for (int k = 1; k <= count; k++) {
                long length = ends[k] - ends[k - 1];
                if (length < 0 || length > LONGEST - offsets[done]) {
                    throw range.cluster().damaged("a list is said to have " + length + " elements");
                }
                offsets[done + 1] = offsets[done] + (int) length;
                done++;
            }
            inner[i] = new Segment(range.cluster(), ends[0], ends[count]);
        }
        return new Lists(offsets, inner);
    }

    private static Lists repeated(int length, Segment[] outer) {
        int[] offsets = new int[1 + size(outer, length)];
        Arrays.setAll(offsets, i -> i * length);
        Segment[] inner = new Segment[outer.length];
        for (int i = 0; i < outer.length; i++) {
            Segment range = outer[i];
            inner[i] = new Segment(range.cluster(), range.from() * length, range.to() * length);
        }
        return new Lists(offsets, inner);
    }

    private Values values(int number, Leaf leaf) {
        Optional<ListLevel> level = leaf.level();
        Values values;
        switch (leaf.kind()) {
            case LENGTHS -> {
                values = lengths(leaf.column().type(), lists[number(level)].offsets());
                level = level.orElseThrow().parent();
            }
            case TEXTS -> {
                byte[] letters = (byte[]) elements(number, level, ValueType.INT8);
                values = texts(lists[number(level)].offsets(), letters);
                level = level.orElseThrow().parent();
            }
            case ELEMENTS -> {
                ValueType type = leaf.column().type();
                values = wrapped(type, elements(number, level, type));
            }
            default -> throw new IllegalArgumentException("unknown kind of column");
        }
        for (; level.isPresent(); level = level.get().parent()) {
            values = new Values.Lists(lists[number(level)].offsets(), values);
        }
        return values;
    }

    private Object elements(int number, Optional<ListLevel> level, ValueType type) {
        ElementReader reader = readers.elements(number);
        Segment[] ranges = ranges(level);
        Object out = array(type, size(reader, ranges));
        int done = 0;
        for (Segment range : ranges) {
            reader.read(range.cluster(), range.from(), range.to(), out, done);
            done += (int) (range.to() - range.from());
        }
        return out;
    }

    private Segment[] ranges(Optional<ListLevel> level) {
        return level.isPresent() ? lists[number(level)].elements() : segments;
    }

    private int number(Optional<ListLevel> level) {
        return readers.number(level.orElseThrow());
    }

    /** The number of elements in some ranges, when all are known to be there. */
    private static int size(ElementReader reader, Segment[] ranges) {
        for (Segment range : ranges) {
            reader.require(range.cluster(), range.to());
        }
        return size(ranges, 1);
    }

    private static int size(Segment[] ranges, int each) {
        long size = 0;
        for (Segment range : ranges) {
            size += range.to() - range.from();
            if (size > LONGEST / each) {
                throw new RootException(
                        range.cluster().file(), "there are too many elements in a block of rows; ask for fewer rows");
            }
        }
        return (int) size;
    }

    private static Values lengths(ValueType type, int[] offsets) {
        int count = offsets.length - 1;
        if (type == ValueType.UINT32) {
            int[] lengths = new int[count];
            Arrays.setAll(lengths, i -> offsets[i + 1] - offsets[i]);
            return new Values.Ints(lengths);
        }
        long[] lengths = new long[count];
        Arrays.setAll(lengths, i -> offsets[i + 1] - offsets[i]);
        return new Values.Longs(lengths);
    }

    private static Values texts(int[] offsets, byte[] letters) {
        String[] texts = new String[offsets.length - 1];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = new String(letters, offsets[i], offsets[i + 1] - offsets[i], StandardCharsets.UTF_8);
        }
        return new Values.Texts(texts);
    }

    private static Values wrapped(ValueType type, Object values) {
        return switch (type) {
            case BOOL -> new Values.Booleans((boolean[]) values);
            case INT8, UINT8 -> new Values.Bytes((byte[]) values);
            case INT16, UINT16 -> new Values.Shorts((short[]) values);
            case INT32, UINT32 -> new Values.Ints((int[]) values);
            case INT64, UINT64 -> new Values.Longs((long[]) values);
            case FLOAT32 -> new Values.Floats((float[]) values);
            case FLOAT64 -> new Values.Doubles((double[]) values);
            case STRING -> throw new IllegalArgumentException("texts are not elements");
        };
    }

    private static Object array(ValueType type, int size) {
        return switch (type) {
            case BOOL -> new boolean[size];
            case INT8, UINT8, STRING -> new byte[size];
            case INT16, UINT16 -> new short[size];
            case INT32, UINT32 -> new int[size];
            case INT64, UINT64 -> new long[size];
            case FLOAT32 -> new float[size];
            case FLOAT64 -> new double[size];
        };
    }
}
