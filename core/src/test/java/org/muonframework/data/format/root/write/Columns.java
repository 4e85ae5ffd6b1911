package org.muonframework.data.format.root.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.muonframework.data.format.root.table.Block;
import org.muonframework.data.format.root.table.BlockReader;
import org.muonframework.data.format.root.table.RootColumn;
import org.muonframework.data.format.root.table.RootTable;
import org.muonframework.data.format.root.table.ValueType;
import org.muonframework.data.format.root.table.Values;

/** A table in memory, to be written and compared with what comes back. */
final class Columns {

    private static final String[] TEXTS = {"", "µµ", "a text", "long ".repeat(80)};

    private final List<RootColumn> columns = new ArrayList<>();
    private final Map<String, Values> values = new LinkedHashMap<>();

    /** Adds a column of single values. */
    Columns flat(String name, ValueType type, Values column) {
        columns.add(new RootColumn(name, type, 0, ""));
        values.put(name, column);
        return this;
    }

    /** Adds a column of lists. */
    Columns lists(String name, ValueType type, int[] lengths, Values content) {
        int[] offsets = new int[lengths.length + 1];
        for (int i = 0; i < lengths.length; i++) {
            offsets[i + 1] = offsets[i] + lengths[i];
        }
        columns.add(new RootColumn(name, type, 1, ""));
        values.put(name, new Values.Lists(offsets, content));
        return this;
    }

    List<RootColumn> columns() {
        return columns;
    }

    Map<String, Values> values() {
        return values;
    }

    int rows() {
        return values.values().iterator().next().size();
    }

    /** Writes all rows in blocks. */
    void write(TreeWriter tree, int blockRows) {
        for (int from = 0; from < rows(); from += blockRows) {
            int to = Math.min(rows(), from + blockRows);
            Map<String, Values> block = new HashMap<>();
            for (Map.Entry<String, Values> column : values.entrySet()) {
                block.put(column.getKey(), slice(column.getValue(), from, to));
            }
            tree.write(new Block(from, to - from, block));
        }
        tree.finish();
    }

    /** Whether a table holds these values in a column, to the bit but for the bits of a NaN. */
    static boolean holds(RootTable table, String column, Values expected) {
        try (BlockReader reader = table.open(List.of(column), 0, table.rows(), 10_000, 2)) {
            int row = 0;
            for (Optional<Block> block = reader.next(); block.isPresent(); block = reader.next()) {
                int end = row + block.get().rows();
                if (!equal(block.get().columns().get(column), slice(expected, row, end))) {
                    return false;
                }
                row = end;
            }
            return row == expected.size();
        }
    }

    private static boolean equal(Values a, Values b) {
        if (a instanceof Values.Booleans x && b instanceof Values.Booleans y) {
            return Arrays.equals(x.values(), y.values());
        } else if (a instanceof Values.Bytes x && b instanceof Values.Bytes y) {
            return Arrays.equals(x.values(), y.values());
        } else if (a instanceof Values.Shorts x && b instanceof Values.Shorts y) {
            return Arrays.equals(x.values(), y.values());
        } else if (a instanceof Values.Ints x && b instanceof Values.Ints y) {
            return Arrays.equals(x.values(), y.values());
        } else if (a instanceof Values.Longs x && b instanceof Values.Longs y) {
            return Arrays.equals(x.values(), y.values());
        } else if (a instanceof Values.Floats x && b instanceof Values.Floats y) {
            return Arrays.equals(x.values(), y.values());
        } else if (a instanceof Values.Doubles x && b instanceof Values.Doubles y) {
            return Arrays.equals(x.values(), y.values());
        } else if (a instanceof Values.Texts x && b instanceof Values.Texts y) {
            return Arrays.equals(x.values(), y.values());
        }
        return a instanceof Values.Lists x
                && b instanceof Values.Lists y
                && Arrays.equals(x.offsets(), y.offsets())
                && equal(x.content(), y.content());
    }

    static Values slice(Values values, int from, int to) {
        if (values instanceof Values.Booleans booleans) {
            return new Values.Booleans(Arrays.copyOfRange(booleans.values(), from, to));
        } else if (values instanceof Values.Bytes bytes) {
            return new Values.Bytes(Arrays.copyOfRange(bytes.values(), from, to));
        } else if (values instanceof Values.Shorts shorts) {
            return new Values.Shorts(Arrays.copyOfRange(shorts.values(), from, to));
        } else if (values instanceof Values.Ints ints) {
            return new Values.Ints(Arrays.copyOfRange(ints.values(), from, to));
        } else if (values instanceof Values.Longs longs) {
            return new Values.Longs(Arrays.copyOfRange(longs.values(), from, to));
        } else if (values instanceof Values.Floats floats) {
            return new Values.Floats(Arrays.copyOfRange(floats.values(), from, to));
        } else if (values instanceof Values.Doubles doubles) {
            return new Values.Doubles(Arrays.copyOfRange(doubles.values(), from, to));
        } else if (values instanceof Values.Texts texts) {
            return new Values.Texts(Arrays.copyOfRange(texts.values(), from, to));
        }
        Values.Lists lists = (Values.Lists) values;
        int start = lists.offsets()[from];
        int[] offsets = Arrays.stream(lists.offsets(), from, to + 1)
                .map(offset -> offset - start)
                .toArray();
        return new Values.Lists(offsets, slice(lists.content(), start, lists.offsets()[to]));
    }

    /** Any values of a type; all bits occur. */
    static Values random(ValueType type, int size, Random random) {
        return switch (type) {
            case BOOL -> {
                boolean[] values = new boolean[size];
                for (int i = 0; i < size; i++) {
                    values[i] = random.nextBoolean();
                }
                yield new Values.Booleans(values);
            }
            case INT8, UINT8 -> {
                byte[] values = new byte[size];
                random.nextBytes(values);
                yield new Values.Bytes(values);
            }
            case INT16, UINT16 -> {
                short[] values = new short[size];
                for (int i = 0; i < size; i++) {
                    values[i] = (short) random.nextInt();
                }
                yield new Values.Shorts(values);
            }
            case INT32, UINT32 -> new Values.Ints(random.ints(size).toArray());
            case INT64, UINT64 -> new Values.Longs(random.longs(size).toArray());
            case FLOAT32 -> {
                float[] values = new float[size];
                for (int i = 0; i < size; i++) {
                    values[i] = Float.intBitsToFloat(random.nextInt());
                }
                yield new Values.Floats(values);
            }
            case FLOAT64 ->
                new Values.Doubles(
                        random.longs(size).mapToDouble(Double::longBitsToDouble).toArray());
            case STRING ->
                new Values.Texts(random.ints(size, 0, TEXTS.length)
                        .mapToObj(i -> TEXTS[i])
                        .toArray(String[]::new));
        };
    }
}
