package org.muonframework.data.format.root.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Bytes of one record of a file, read one after the other; numbers are big-endian. Whatever would read beyond the end is
 * a {@link RootException}. Not for use by several threads.
 */
public final class Bytes {

    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);

    /** Set in a byte count; the rest is the number of bytes after the count itself. */
    private static final int COUNT_MASK = 0x4000_0000;

    private static final int LONG_STRING = 255;

    private final byte[] array;
    private final int end;
    private final int origin;
    private final String file;
    private final String what;
    private int position;

    private Bytes(byte[] array, int start, int end, int origin, String file, String what) {
        this.array = array;
        this.end = end;
        this.origin = origin;
        this.file = file;
        this.what = what;
        position = start;
    }

    /**
     * All bytes of an array.
     *
     * @param file the file they come from, for messages
     * @param what what they are, for messages: {@code the list of keys}
     */
    public static Bytes of(byte[] array, String file, String what) {
        return new Bytes(array, 0, array.length, 0, file, what);
    }

    /**
     * The same bytes from the start, where the first one counts as {@code newOrigin} in references between objects:
     * ROOT counts from the start of the key before the object.
     */
    public Bytes countingFrom(int newOrigin) {
        return new Bytes(array, 0, end, newOrigin, file, what);
    }

    /** The same bytes, read from another place, independently of this. */
    public Bytes at(int newPosition) {
        if (newPosition < 0 || newPosition > end) {
            throw damaged("refers to byte " + newPosition + " of " + end);
        }
        return new Bytes(array, newPosition, end, origin, file, what);
    }

    /** The next bytes, which are then behind this. */
    public Bytes slice(int length) {
        int start = advance(length);
        return new Bytes(array, start, start + length, origin - start, file, what);
    }

    /** The file they come from. */
    public String file() {
        return file;
    }

    /** The array behind; not to be changed. */
    public byte[] array() {
        return array;
    }

    /** Index into {@link #array} of the next byte. */
    public int position() {
        return position;
    }

    /** Number of the next byte as references between objects count. */
    public int reference() {
        return position + origin;
    }

    /** Index into {@link #array} after the last byte. */
    public int end() {
        return end;
    }

    /** Number of bytes left. */
    public int remaining() {
        return end - position;
    }

    /** Goes to another place. */
    public void seek(int newPosition) {
        if (newPosition < 0 || newPosition > end) {
            throw damaged("refers to byte " + newPosition + " of " + end);
        }
        position = newPosition;
    }

    /** Goes past some bytes. */
    public void skip(int length) {
        advance(length);
    }

    /** The next byte, with its sign. */
    public byte int8() {
        return array[advance(Byte.BYTES)];
    }

    /** The next byte, 0 to 255. */
    public int uint8() {
        return Byte.toUnsignedInt(int8());
    }

    /** Two bytes, with their sign. */
    public short int16() {
        return (short) SHORT.get(array, advance(Short.BYTES));
    }

    /** Two bytes, 0 to 65,535. */
    public int uint16() {
        return Short.toUnsignedInt(int16());
    }

    /** Four bytes, with their sign. */
    public int int32() {
        return (int) INT.get(array, advance(Integer.BYTES));
    }

    /** Four bytes, without a sign. */
    public long uint32() {
        return Integer.toUnsignedLong(int32());
    }

    /** Eight bytes, with their sign. */
    public long int64() {
        return (long) LONG.get(array, advance(Long.BYTES));
    }

    /** A number of four bytes. */
    public float float32() {
        return Float.intBitsToFloat(int32());
    }

    /** A number of eight bytes. */
    public double float64() {
        return Double.longBitsToDouble(int64());
    }

    /** A text with its length before it: one byte, or five for long ones. */
    public String string() {
        int length = uint8();
        return text(length == LONG_STRING ? length(1) : length);
    }

    /** A text up to a zero byte. */
    public String cString() {
        for (int i = position; i < end; i++) {
            if (array[i] == 0) {
                String text = new String(array, position, i - position, StandardCharsets.UTF_8);
                position = i + 1;
                return text;
            }
        }
        throw damaged("a text does not end");
    }

    /** A text of so many bytes. */
    public String text(int length) {
        int start = advance(length);
        return new String(array, start, length, StandardCharsets.UTF_8);
    }

    /**
     * Four bytes that tell how many elements follow.
     *
     * @param elementSize the fewest bytes of an element: more elements than the bytes left can hold are refused
     */
    public int length(int elementSize) {
        int length = int32();
        if (length < 0 || (long) length * elementSize > remaining()) {
            throw damaged(
                    "claims " + Integer.toUnsignedLong(length) + " elements where " + remaining() + " bytes are left");
        }
        return length;
    }

    /** The version of the class of the object that follows, and where the object ends if that is told. */
    public ObjectHeader objectHeader() {
        int start = position;
        int first = int32();
        if ((first & COUNT_MASK) == 0) {
            position = start;
            return new ObjectHeader(uint16(), end, false);
        }
        int count = first & ~COUNT_MASK;
        if (count < Short.BYTES || count > remaining()) {
            throw damaged("an object claims " + count + " bytes where " + remaining() + " are left");
        }
        int objectEnd = position + count;
        return new ObjectHeader(uint16(), objectEnd, true);
    }

    /** Goes past an object without looking at it. */
    public void skipObject() {
        ObjectHeader header = objectHeader();
        if (!header.counted()) {
            throw damaged("an object of unknown length cannot be skipped");
        }
        seek(header.end());
    }

    /** An exception that says that these bytes are damaged. */
    public RootException damaged(String why) {
        return new RootException(file, what + " is damaged: " + why);
    }

    private int advance(int length) {
        int start = position;
        if (length < 0 || length > end - start) {
            throw damaged("it ends before its content does");
        }
        position = start + length;
        return start;
    }

    private static VarHandle view(Class<?> arrayType) {
        return MethodHandles.byteArrayViewVarHandle(Objects.requireNonNull(arrayType), ByteOrder.BIG_ENDIAN);
    }

    /**
     * What stands before an object.
     *
     * @param version version of its class
     * @param end index after its last byte; of all bytes where it is not told
     * @param counted whether the end is told
     */
    public record ObjectHeader(int version, int end, boolean counted) {}
}
