package org.muonframework.data.format.root.tree;

import org.muonframework.data.format.root.table.Values;

/**
 * A branch that counts the values of another one.
 *
 * @param baskets where the counts are
 * @param layout how they stand
 * @param headerBytes number of bytes before the values of an entry that has some, and of one that has none
 * @param bytes number of bytes of the values for each count
 */
record Counter(Baskets baskets, FixedLayout layout, int headerBytes, int bytes) {

    /**
     * Finds where the entries of a basket start.
     *
     * @param counts what this branch counts in the rows of the basket
     */
    Basket locate(Basket basket, Values counts) {
        int[] offsets = new int[basket.entries() + 1];
        for (int i = 0; i < basket.entries(); i++) {
            long count = at(counts, i);
            long end = offsets[i] + headerBytes + count * bytes;
            if (count < 0 || count > basket.length() || end > basket.length()) {
                throw basket.damaged("its entries should be longer than it, by the branch that counts their values");
            }
            offsets[i + 1] = (int) end;
        }
        if (offsets[basket.entries()] != basket.length()) {
            throw basket.damaged("its entries have " + basket.length() + " bytes, but by the branch that counts their"
                    + " values " + offsets[basket.entries()]);
        }
        return basket.withOffsets(offsets);
    }

    private static long at(Values counts, int row) {
        if (counts instanceof Values.Ints ints) {
            return ints.values()[row];
        }
        if (counts instanceof Values.Shorts shorts) {
            return Short.toUnsignedInt(shorts.values()[row]);
        }
        if (counts instanceof Values.Bytes bytes) {
            return Byte.toUnsignedInt(bytes.values()[row]);
        }
        return counts instanceof Values.Longs longs ? longs.values()[row] : -1;
    }
}
