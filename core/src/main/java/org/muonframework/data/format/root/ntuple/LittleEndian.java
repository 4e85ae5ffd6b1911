package org.muonframework.data.format.root.ntuple;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.muonframework.data.format.root.bytes.RootException;

/**
 * The content of an envelope or of a frame in it, read one after the other; numbers are little-endian. Whatever would read
 * beyond the end is a {@link RootException}.
 *
 * <p>Frames tell their own length, so that what newer writers append to them is passed over.
 */
final class LittleEndian {

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] array;
    private final int end;
    private final String file;
    private final String what;
    private int position;

    LittleEndian(byte[] array, int start, int end, String file, String what) {
        this.array = array;
        this.end = end;
        this.file = file;
        this.what = what;
        position = start;
    }

    /** Number of bytes left. */
    int remaining() {
        return end - position;
    }

    /** The file they come from. */
    String file() {
        return file;
    }

    /** Two bytes, 0 to 65,535. */
    int uint16() {
        return Short.toUnsignedInt((short) SHORT.get(array, advance(Short.BYTES)));
    }

    /** Four bytes, with their sign. */
    int int32() {
        return (int) INT.get(array, advance(Integer.BYTES));
    }

    /** Four bytes, without a sign. */
    long uint32() {
        return Integer.toUnsignedLong(int32());
    }

    /** Eight bytes, with their sign. */
    long int64() {
        return (long) LONG.get(array, advance(Long.BYTES));
    }

    /** Eight bytes that count something: not above 2<sup>63</sup> − 1. */
    long count() {
        long count = int64();
        if (count < 0) {
            throw damaged("claims the number " + Long.toUnsignedString(count));
        }
        return count;
    }

    /** A number of eight bytes. */
    double float64() {
        return Double.longBitsToDouble(int64());
    }

    /** A text with its length before it. */
    String string() {
        long length = uint32();
        if (length > remaining()) {
            throw damaged("a text claims " + length + " bytes where " + remaining() + " are left");
        }
        return new String(array, advance((int) length), (int) length, StandardCharsets.UTF_8);
    }

    /** The record that follows, which is then behind this. */
    LittleEndian record() {
        return frame(int64());
    }

    /**
     * The list that follows, which is then behind this.
     *
     * @param itemBytes the fewest bytes of an item: more items than the list can hold are refused
     */
    ListFrame list(int itemBytes) {
        long size = int64();
        if (size >= 0) {
            throw damaged("a list is missing");
        }
        LittleEndian items = frame(-size);
        long count = items.uint32();
        if (count * itemBytes > items.remaining()) {
            throw damaged("a list claims " + count + " items in " + items.remaining() + " bytes");
        }
        return new ListFrame(items, (int) count);
    }

    /** Goes past some bytes. */
    void skip(int length) {
        advance(length);
    }

    /** An exception that says that these bytes are damaged. */
    RootException damaged(String why) {
        return new RootException(file, what + " is damaged: " + why);
    }

    /** A frame whose size, of which the eight bytes are already read, counts them too. */
    private LittleEndian frame(long size) {
        long length = size - Long.BYTES;
        if (length < 0 || length > remaining()) {
            throw damaged("a record or list claims " + size + " bytes where " + remaining() + " are left");
        }
        int start = advance((int) length);
        return new LittleEndian(array, start, start + (int) length, file, what);
    }

    private int advance(int length) {
        int start = position;
        if (length > end - start) {
            throw damaged("it ends before its content does");
        }
        position = start + length;
        return start;
    }

    /**
     * A list.
     *
     * @param items its items one after the other, and what stands after the last one
     * @param count how many
     */
    record ListFrame(LittleEndian items, int count) {}
}
