package org.muonframework.data.format.root.tree;

import org.muonframework.data.format.root.table.ValueType;
import org.muonframework.data.format.root.table.Values;

/** The primitive arrays behind {@link Values}, whatever the type. */
final class Storage {

    private Storage() {}

    static Object array(ValueType type, int length) {
        return switch (type) {
            case BOOL -> new boolean[length];
            case INT8, UINT8 -> new byte[length];
            case INT16, UINT16 -> new short[length];
            case INT32, UINT32 -> new int[length];
            case INT64, UINT64 -> new long[length];
            case FLOAT32 -> new float[length];
            case FLOAT64 -> new double[length];
            case STRING -> new String[length];
        };
    }

    static Values values(Object array) {
        if (array instanceof boolean[] values) {
            return new Values.Booleans(values);
        }
        if (array instanceof byte[] values) {
            return new Values.Bytes(values);
        }
        if (array instanceof short[] values) {
            return new Values.Shorts(values);
        }
        if (array instanceof int[] values) {
            return new Values.Ints(values);
        }
        if (array instanceof long[] values) {
            return new Values.Longs(values);
        }
        if (array instanceof float[] values) {
            return new Values.Floats(values);
        }
        if (array instanceof double[] values) {
            return new Values.Doubles(values);
        }
        return new Values.Texts((String[]) array);
    }
}
