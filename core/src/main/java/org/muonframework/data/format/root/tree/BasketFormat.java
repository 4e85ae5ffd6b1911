package org.muonframework.data.format.root.tree;

import org.muonframework.data.format.root.bytes.Bytes;

/**
 * What stands between the key of a basket and its bytes ({@code TBasket}).
 *
 * @param entries number of entries
 * @param last index, counted from the start of the key, after the last byte of an entry
 * @param lengths whether the lengths of the entries are told instead of their offsets
 * @param flag how the basket stands within the record of a tree
 */
record BasketFormat(int entries, int last, boolean lengths, int flag) {

    private static final int GENERATE_OFFSETS = 1;
    private static final int NO_OFFSETS = 80;
    private static final int DISPLACEMENT = 0xff00_0000;

    static BasketFormat read(Bytes in) {
        in.skip(Short.BYTES + Integer.BYTES); // version, size of the buffer
        boolean lengths = false;
        if (in.int32() < 0) { // most entries; negative if features follow
            lengths = (in.uint8() & GENERATE_OFFSETS) != 0;
        }
        int entries = in.int32();
        int last = in.int32();
        int flag = in.uint8();
        if (entries < 0 || last < 0) {
            throw in.damaged("a basket claims impossible lengths");
        }
        return new BasketFormat(entries, last, lengths, flag);
    }

    /** Whether offsets stand before the bytes of a basket that is part of the record of a tree. */
    boolean offsetsBefore() {
        return flag < NO_OFFSETS && flag != 0 && flag % 10 != 2;
    }

    /** Whether offsets before the bytes have other bits in them. */
    private boolean mixed() {
        return flag > 20 && flag < 40;
    }

    boolean displacementsBefore() {
        return flag > 40 && flag < NO_OFFSETS;
    }

    boolean hasBytes() {
        int kind = flag >= NO_OFFSETS ? flag - NO_OFFSETS : flag;
        return kind == 1 || kind > 10;
    }

    /**
     * Reads the array of offsets, counted from the start of the key, as offsets from the first entry.
     *
     * @param border number of bytes of all entries
     * @return one more than there are entries, or none if the array is empty
     */
    int[] offsets(Bytes in, int keyLength, int border) {
        int count = in.length(Integer.BYTES);
        if (count == 0) {
            return new int[0];
        }
        if (count < entries) {
            throw in.damaged("it has " + count + " offsets for " + entries + " entries");
        }
        int start = in.position();
        in.skip(count * Integer.BYTES);
        int[] offsets = new int[entries + 1];
        Plain.ints(in.array(), start, offsets, 0, entries);
        if (lengths) {
            offsets[0] = 0;
            for (int i = 1; i < entries; i++) {
                offsets[i] += offsets[i - 1];
            }
        } else {
            for (int i = 0; i < entries; i++) {
                offsets[i] = (mixed() ? offsets[i] & ~DISPLACEMENT : offsets[i]) - keyLength;
            }
        }
        offsets[entries] = border;
        return offsets;
    }
}
