package org.muonframework.data.format.root.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muonframework.data.format.root.table.ValueType;
import org.muonframework.data.format.root.table.Values;

/** A branch in the making: its baskets so far, and the values of the one that is being filled. */
final class Branch {

    private static final int FIRST_ENDS = 1024;

    private final String name;
    private final String title;
    private final ValueType type;
    private final boolean jagged;
    private final List<Basket> baskets;
    private final Output values = new Output();
    private int[] ends = new int[0];
    private int rows;
    private long firstRow;
    private int longest;

    /** A branch without values. */
    Branch(String name, ValueType type, boolean jagged, String title) {
        this(name, type, jagged, title, new ArrayList<>());
    }

    private Branch(String name, ValueType type, boolean jagged, String title, List<Basket> baskets) {
        this.name = name;
        this.title = title;
        this.type = type;
        this.jagged = jagged;
        this.baskets = baskets;
    }

    /** A branch of whole numbers under another name that goes on where this one is; both share the baskets so far. */
    Branch fork(String newName) {
        Branch fork = new Branch(newName, ValueType.INT32, false, "", new ArrayList<>(baskets));
        fork.values.bytes(values.toBytes());
        fork.rows = rows;
        fork.firstRow = firstRow;
        fork.longest = longest;
        return fork;
    }

    String name() {
        return name;
    }

    /** What is said about it; empty for nothing. */
    String title() {
        return title;
    }

    ValueType type() {
        return type;
    }

    LeafType leaf() {
        return LeafType.of(type);
    }

    boolean jagged() {
        return jagged;
    }

    /** Whether a basket tells where each of its rows is. */
    boolean variable() {
        return jagged || type == ValueType.STRING;
    }

    List<Basket> baskets() {
        return baskets;
    }

    /** The longest text, or the longest list that this branch counts. */
    int longest() {
        return longest;
    }

    /** Tells of a list that this branch counts. */
    void counts(int length) {
        longest = Math.max(longest, length);
    }

    /** Whether these are values of this branch. */
    boolean holds(Values column) {
        return jagged ? column instanceof Values.Lists lists && plain(lists.content()) : plain(column);
    }

    private boolean plain(Values content) {
        return switch (type) {
            case BOOL -> content instanceof Values.Booleans;
            case INT8, UINT8 -> content instanceof Values.Bytes;
            case INT16, UINT16 -> content instanceof Values.Shorts;
            case INT32, UINT32 -> content instanceof Values.Ints;
            case INT64, UINT64 -> content instanceof Values.Longs;
            case FLOAT32 -> content instanceof Values.Floats;
            case FLOAT64 -> content instanceof Values.Doubles;
            case STRING -> content instanceof Values.Texts;
        };
    }

    /** Number of rows that are in no basket yet. */
    int openRows() {
        return rows;
    }

    /** Length of the values that are in no basket yet. */
    int openBytes() {
        return values.size();
    }

    /** Adds some rows of a column. */
    void append(Values column, int from, int to) {
        if (column instanceof Values.Lists lists) {
            int start = lists.offsets()[from];
            int before = values.size();
            int bytes = leaf().bytes();
            put(lists.content(), start, lists.offsets()[to]);
            for (int row = from; row < to; row++) {
                end(before + (lists.offsets()[row + 1] - start) * bytes, row - from);
            }
        } else if (column instanceof Values.Texts texts) {
            for (int row = from; row < to; row++) {
                int before = values.size();
                values.string(texts.values()[row]);
                counts(values.size() - before - 1);
                end(values.size(), row - from);
            }
        } else {
            put(column, from, to);
        }
        rows += to - from;
    }

    /** Adds some numbers to a branch of whole numbers. */
    void append(int[] numbers) {
        values.ints(numbers, 0, numbers.length);
        rows += numbers.length;
    }

    /** The rows since the last basket as the content of a new one, which then starts empty. */
    BasketContent takeBasket() {
        BasketContent content = new BasketContent(
                this, firstRow, rows, values.toBytes(), variable() ? Arrays.copyOf(ends, rows) : new int[0]);
        firstRow += rows;
        rows = 0;
        values.clear();
        return content;
    }

    private void end(int position, int row) {
        if (ends.length == rows + row) {
            ends = Arrays.copyOf(ends, Math.max(FIRST_ENDS, 2 * ends.length));
        }
        ends[rows + row] = position;
    }

    private void put(Values column, int from, int to) {
        if (column instanceof Values.Doubles doubles) {
            values.doubles(doubles.values(), from, to);
        } else if (column instanceof Values.Floats floats) {
            values.floats(floats.values(), from, to);
        } else if (column instanceof Values.Longs longs) {
            values.longs(longs.values(), from, to);
        } else if (column instanceof Values.Ints ints) {
            values.ints(ints.values(), from, to);
        } else if (column instanceof Values.Shorts shorts) {
            values.shorts(shorts.values(), from, to);
        } else if (column instanceof Values.Bytes bytes) {
            values.bytes(bytes.values(), from, to);
        } else if (column instanceof Values.Booleans booleans) {
            for (int i = from; i < to; i++) {
                values.bool(booleans.values()[i]);
            }
        }
    }

    /**
     * A basket in the file.
     *
     * @param firstRow number of its first row
     * @param position where it is
     * @param bytes its length there, with its key
     * @param rawBytes its length before it was compressed, with its key
     */
    record Basket(long firstRow, long position, int bytes, int rawBytes) {}

    /**
     * Rows that go to one basket.
     *
     * @param ends the number of the byte after each row in {@code values}; none where all rows have the same length
     */
    record BasketContent(Branch branch, long firstRow, int rows, byte[] values, int[] ends) {}
}
