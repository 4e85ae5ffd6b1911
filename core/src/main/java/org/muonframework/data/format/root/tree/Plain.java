package org.muonframework.data.format.root.tree;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.muonframework.data.format.root.table.ValueType;

/** Values as they are, big-endian. */
record Plain(ValueType type) implements Encoding {

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    @Override
    public int bytes() {
        return switch (type) {
            case BOOL, INT8, UINT8 -> Byte.BYTES;
            case INT16, UINT16 -> Short.BYTES;
            case INT32, UINT32, FLOAT32 -> Integer.BYTES;
            case INT64, UINT64, FLOAT64 -> Long.BYTES;
            case STRING -> throw new IllegalStateException("texts have no fixed length");
        };
    }

    @Override
    public void decode(byte[] from, int position, Object to, int at, int count) {
        switch (type) {
            case BOOL -> booleans(from, position, (boolean[]) to, at, count);
            case INT8, UINT8 -> System.arraycopy(from, position, to, at, count);
            case INT16, UINT16 -> shorts(from, position, (short[]) to, at, count);
            case INT32, UINT32 -> ints(from, position, (int[]) to, at, count);
            case INT64, UINT64 -> longs(from, position, (long[]) to, at, count);
            case FLOAT32 -> floats(from, position, (float[]) to, at, count);
            case FLOAT64 -> doubles(from, position, (double[]) to, at, count);
            case STRING -> throw new IllegalStateException("texts have no fixed length");
        }
    }

    static void ints(byte[] from, int position, int[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            to[at + i] = (int) INT.get(from, position + i * Integer.BYTES);
        }
    }

    private static void booleans(byte[] from, int position, boolean[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            to[at + i] = from[position + i] != 0;
        }
    }

    private static void shorts(byte[] from, int position, short[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            to[at + i] = (short) SHORT.get(from, position + i * Short.BYTES);
        }
    }

    private static void longs(byte[] from, int position, long[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            to[at + i] = (long) LONG.get(from, position + i * Long.BYTES);
        }
    }

    private static void floats(byte[] from, int position, float[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            to[at + i] = Float.intBitsToFloat((int) INT.get(from, position + i * Integer.BYTES));
        }
    }

    private static void doubles(byte[] from, int position, double[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            to[at + i] = Double.longBitsToDouble((long) LONG.get(from, position + i * Long.BYTES));
        }
    }
}
