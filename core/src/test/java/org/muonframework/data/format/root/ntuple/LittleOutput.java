package org.muonframework.data.format.root.ntuple;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes what {@link LittleEndian} reads. */
final class LittleOutput {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    LittleOutput int16(int value) {
        return bytes(buffer(Short.BYTES).putShort((short) value).array());
    }

    LittleOutput int32(int value) {
        return bytes(buffer(Integer.BYTES).putInt(value).array());
    }

    LittleOutput int64(long value) {
        return bytes(buffer(Long.BYTES).putLong(value).array());
    }

    LittleOutput float64(double value) {
        return int64(Double.doubleToRawLongBits(value));
    }

    LittleOutput string(String text) {
        byte[] letters = text.getBytes(StandardCharsets.UTF_8);
        return int32(letters.length).bytes(letters);
    }

    LittleOutput bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** A frame with something in it. */
    LittleOutput record(LittleOutput content) {
        byte[] bytes = content.toBytes();
        return int64(Long.BYTES + bytes.length).bytes(bytes);
    }

    /** A frame with items and what follows the last one. */
    LittleOutput list(List<LittleOutput> items, LittleOutput rest) {
        LittleOutput content = new LittleOutput();
        items.forEach(item -> content.bytes(item.toBytes()));
        content.bytes(rest.toBytes());
        byte[] bytes = content.toBytes();
        return int64(-(Long.BYTES + Integer.BYTES + bytes.length))
                .int32(items.size())
                .bytes(bytes);
    }

    LittleOutput list(List<LittleOutput> items) {
        return list(items, new LittleOutput());
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
