package org.muonframework.data.format.root.tree;

import java.util.Arrays;
import org.muonframework.data.format.root.bytes.Bytes;

/**
 * A basket within the record of its tree.
 *
 * @param entries number of entries
 * @param bytes its entries
 * @param offsets where they start and where the last ends; empty where that is not told
 */
record EmbeddedBasket(int entries, byte[] bytes, int[] offsets) {

    private static final int LARGE = 1000;

    /** Reads a basket of class {@code TBasket} as it stands in a tree's record. */
    static EmbeddedBasket read(Bytes in) {
        in.skip(Integer.BYTES); // length with key
        int version = in.int16();
        in.skip(2 * Integer.BYTES); // length of the object, date
        int keyLength = in.int16();
        in.skip(Short.BYTES + 2 * (version > LARGE ? Long.BYTES : Integer.BYTES)); // cycle, positions
        in.string();
        in.string();
        in.string();
        BasketFormat format = BasketFormat.read(in);
        int border = format.last() - keyLength;
        if (!format.hasBytes()) {
            return new EmbeddedBasket(0, new byte[0], new int[0]);
        }
        if (border < 0) {
            throw in.damaged("a basket is shorter than its key");
        }
        int[] offsets = new int[0];
        if (format.offsetsBefore() && format.entries() > 0) {
            offsets = format.offsets(in, keyLength, border);
            if (format.displacementsBefore()) {
                in.skip(in.length(Integer.BYTES) * Integer.BYTES);
            }
        }
        in.skip(keyLength);
        int start = in.position();
        in.skip(border);
        return new EmbeddedBasket(format.entries(), Arrays.copyOfRange(in.array(), start, start + border), offsets);
    }
}
