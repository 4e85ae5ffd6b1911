package org.muonframework.data.format.root.tree;

import org.muonframework.data.format.root.bytes.Bytes;
import org.muonframework.data.format.root.streamer.PackedReal;
import org.muonframework.data.format.root.table.ValueType;

/**
 * {@code Double32_t} and {@code Float16_t}.
 *
 * @param type {@link ValueType#FLOAT64} or {@link ValueType#FLOAT32}
 * @param stored how they are stored
 */
record Packed(ValueType type, PackedReal stored) implements Encoding {

    static Packed double32(String title) {
        return new Packed(ValueType.FLOAT64, PackedReal.double32(title));
    }

    static Packed float16(String title) {
        return new Packed(ValueType.FLOAT32, PackedReal.float16(title));
    }

    @Override
    public int bytes() {
        return stored.bytes();
    }

    @Override
    public void decode(byte[] from, int position, Object to, int at, int count) {
        Bytes in = Bytes.of(from, "", "").at(position);
        if (to instanceof double[] doubles) {
            for (int i = 0; i < count; i++) {
                doubles[at + i] = stored.read(in);
            }
        } else {
            float[] floats = (float[]) to;
            for (int i = 0; i < count; i++) {
                floats[at + i] = (float) stored.read(in);
            }
        }
    }
}
