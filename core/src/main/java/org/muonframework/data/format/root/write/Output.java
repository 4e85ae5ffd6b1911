package org.muonframework.data.format.root.write;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Big-endian bytes of one record, and the rules by which objects stand in them; grows as it is filled. */
final class Output {

    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);

    /** Set in the number of bytes before an object. */
    private static final int COUNTED = 0x4000_0000;

    /** Stands before the name of a class that was not named before. */
    private static final int NEW_CLASS = 0xFFFF_FFFF;

    /** Set in a reference to a class. */
    private static final int CLASS = 0x8000_0000;

    /** Added to references, so that none is zero. */
    private static final int REFERENCE_OFFSET = 2;

    private static final int LONG_STRING = 255;
    private static final int SMALLEST = 256;

    /** Bits of an object that lives on the heap and was not deleted. */
    private static final int OBJECT_BITS = 0x0300_0000;

    private final Map<String, Integer> classes = new HashMap<>();
    private final int origin;
    private byte[] array;
    private int size;

    /** References count from the first byte. */
    Output() {
        this(0);
    }

    /**
     * Starts a record.
     *
     * @param origin what the first byte counts as in references: the length of the key before it
     */
    Output(int origin) {
        this.origin = origin;
        array = new byte[SMALLEST];
    }

    int size() {
        return size;
    }

    byte[] toBytes() {
        return Arrays.copyOf(array, size);
    }

    void clear() {
        size = 0;
    }

    Output int8(int value) {
        int start = grow(Byte.BYTES);
        array[start] = (byte) value;
        return this;
    }

    Output bool(boolean value) {
        return int8(value ? 1 : 0);
    }

    Output int16(int value) {
        int start = grow(Short.BYTES);
        SHORT.set(array, start, (short) value);
        return this;
    }

    Output int32(int value) {
        int start = grow(Integer.BYTES);
        INT.set(array, start, value);
        return this;
    }

    Output int64(long value) {
        int start = grow(Long.BYTES);
        LONG.set(array, start, value);
        return this;
    }

    Output float32(float value) {
        return int32(Float.floatToRawIntBits(value));
    }

    Output float64(double value) {
        return int64(Double.doubleToRawLongBits(value));
    }

    /** A position in the file: four bytes, or eight in large records. */
    Output position(long value, boolean large) {
        return large ? int64(value) : int32((int) value);
    }

    Output bytes(byte[] bytes) {
        return bytes(bytes, 0, bytes.length);
    }

    Output bytes(byte[] bytes, int from, int to) {
        int start = grow(to - from);
        System.arraycopy(bytes, from, array, start, to - from);
        return this;
    }

    Output shorts(short[] values, int from, int to) {
        room(to - from, Short.BYTES).asShortBuffer().put(values, from, to - from);
        return this;
    }

    Output ints(int[] values, int from, int to) {
        room(to - from, Integer.BYTES).asIntBuffer().put(values, from, to - from);
        return this;
    }

    Output longs(long[] values, int from, int to) {
        room(to - from, Long.BYTES).asLongBuffer().put(values, from, to - from);
        return this;
    }

    Output floats(float[] values, int from, int to) {
        room(to - from, Float.BYTES).asFloatBuffer().put(values, from, to - from);
        return this;
    }

    Output doubles(double[] values, int from, int to) {
        room(to - from, Double.BYTES).asDoubleBuffer().put(values, from, to - from);
        return this;
    }

    /** A text with its length before it. */
    Output string(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < LONG_STRING) {
            int8(bytes.length);
        } else {
            int8(LONG_STRING).int32(bytes.length);
        }
        return bytes(bytes);
    }

    /** An array with its length before it ({@code TArrayD}). */
    Output array(double[] values) {
        return int32(values.length).doubles(values, 0, values.length);
    }

    /** Number of bytes that {@link #string} writes for a text. */
    static int stringBytes(String text) {
        return new Output().string(text).size;
    }

    /** An object: how many bytes it has, its version, and its content. */
    Output object(int version, Runnable content) {
        int start = size;
        int32(0).int16(version);
        content.run();
        INT.set(array, start, COUNTED | (size - start - Integer.BYTES));
        return this;
    }

    /** An object behind a pointer, with its class. */
    Output pointer(String className, Runnable object) {
        int start = size;
        int32(0);
        Integer known = classes.get(className);
        if (known == null) {
            classes.put(className, size + origin + REFERENCE_OFFSET);
            int32(NEW_CLASS).bytes((className + "\0").getBytes(StandardCharsets.US_ASCII));
        } else {
            int32(CLASS | known);
        }
        object.run();
        INT.set(array, start, COUNTED | (size - start - Integer.BYTES));
        return this;
    }

    /** What refers to the object that {@link #pointer} would write next. */
    int reference() {
        return size + origin + REFERENCE_OFFSET;
    }

    /** A pointer to nothing. */
    Output nothing() {
        return int32(0);
    }

    /** The part of a {@code TObject}. */
    Output base(int bits) {
        return int16(1).int32(0).int32(OBJECT_BITS | bits);
    }

    /** The part of a {@code TNamed}. */
    Output named(String name, String title, int bits) {
        return object(1, () -> base(bits).string(name).string(title));
    }

    /** A {@code TList} of objects without options; each is written by a {@link #pointer}. */
    Output list(List<Runnable> elements) {
        return object(5, () -> {
            base(0).string("").int32(elements.size());
            elements.forEach(element -> {
                element.run();
                string("");
            });
        });
    }

    /** A {@code TObjArray}; each of its objects is written by a {@link #pointer}, or refers to another. */
    Output objectArray(List<Runnable> elements) {
        return object(3, () -> {
            base(0).string("").int32(elements.size()).int32(0);
            elements.forEach(Runnable::run);
        });
    }

    /**
     * Makes room.
     *
     * @return where the room starts
     */
    private int grow(int bytes) {
        int start = size;
        int needed = Math.addExact(start, bytes);
        if (needed > array.length) {
            array = Arrays.copyOf(array, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, array.length * 2L)));
        }
        size = needed;
        return start;
    }

    private ByteBuffer room(int elements, int bytes) {
        int length = Math.multiplyExact(elements, bytes);
        int start = grow(length);
        return ByteBuffer.wrap(array, start, length);
    }

    private static VarHandle view(Class<?> arrayType) {
        return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.BIG_ENDIAN);
    }
}
