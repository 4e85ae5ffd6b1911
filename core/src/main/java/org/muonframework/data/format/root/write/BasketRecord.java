package org.muonframework.data.format.root.write;

import org.muonframework.data.format.root.codec.Blocks;
import org.muonframework.data.format.root.codec.Compression;
import org.muonframework.data.format.root.write.Branch.BasketContent;

/**
 * A basket as it stands in the file ({@code TBasket}), but for its key, which tells its position.
 *
 * @param rawBytes length before it was compressed
 */
record BasketRecord(BasketContent content, Key.Label label, int rawBytes, byte[] packed) {

    private static final int VERSION = 3;

    /** What a basket adds to its key: a version, four lengths and a flag. */
    private static final int OWN_BYTES = Short.BYTES + 4 * Integer.BYTES + Byte.BYTES;

    /** Compresses a basket; may be done by any thread. */
    static BasketRecord of(BasketContent content, String tree, Compression compression) {
        Key.Label label = new Key.Label("TBasket", content.branch().name(), tree);
        Output out = new Output().bytes(content.values());
        if (content.branch().variable()) {
            int keyBytes = keyBytes(label);
            out.int32(content.rows() + 1).int32(keyBytes);
            for (int end : content.ends()) {
                out.int32(keyBytes + end);
            }
        }
        byte[] raw = out.toBytes();
        return new BasketRecord(content, label, raw.length, Blocks.compress(raw, compression));
    }

    /** The length of its key does not depend on its position, for it is part of the positions of rows. */
    private static int keyBytes(Key.Label label) {
        return label.keyBytes(true) + OWN_BYTES;
    }

    /** Writes it to the file. */
    Branch.Basket append(RootFileWriter file, long directory) {
        int keyBytes = keyBytes(label);
        long position = file.end();
        int bytes = keyBytes + packed.length;
        int last = keyBytes + content.values().length;
        Output out = new Output();
        new Key(bytes, rawBytes, keyBytes, 0, position, directory, true, label).write(out);
        out.int16(VERSION)
                .int32(last)
                .int32(
                        content.branch().variable()
                                ? content.rows() + 1
                                : content.branch().leaf().bytes())
                .int32(content.rows())
                .int32(last)
                .int8(0)
                .bytes(packed);
        file.append(out.toBytes());
        return new Branch.Basket(content.firstRow(), position, bytes, keyBytes + rawBytes);
    }
}
