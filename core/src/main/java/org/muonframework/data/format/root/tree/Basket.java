package org.muonframework.data.format.root.tree;

import org.muonframework.data.format.root.bytes.Bytes;
import org.muonframework.data.format.root.bytes.RootException;

/**
 * The decompressed entries of a branch from one row to another.
 *
 * @param firstRow row of the first entry
 * @param entries how many
 * @param bytes all of them, one after the other, at the start of the array
 * @param length number of their bytes
 * @param offsets where each entry starts, and after them where the last ends; empty where that is not told
 * @param file the file, for messages
 * @param where tree, branch and number of the basket, for messages
 */
record Basket(long firstRow, int entries, byte[] bytes, int length, int[] offsets, String file, String where) {

    boolean hasOffsets() {
        return offsets.length > 0;
    }

    Basket withOffsets(int[] newOffsets) {
        return new Basket(firstRow, entries, bytes, length, newOffsets, file, where);
    }

    /** Checks offsets: they start at or after 0, never go back, and end within the bytes. */
    Basket checked() {
        int last = 0;
        for (int offset : offsets) {
            if (offset < last) {
                throw damaged("its entries do not stand one after the other");
            }
            last = offset;
        }
        if (last > length) {
            throw damaged("its entries end at byte " + last + " of " + length);
        }
        return this;
    }

    Bytes in() {
        return Bytes.of(bytes, file, where);
    }

    RootException damaged(String why) {
        return new RootException(file, where + " is damaged: " + why);
    }
}
