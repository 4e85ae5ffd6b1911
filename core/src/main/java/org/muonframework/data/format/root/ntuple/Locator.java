package org.muonframework.data.format.root.ntuple;

/**
 * Where some bytes of the file are.
 *
 * @param position the first one
 * @param bytes how many
 */
record Locator(long position, long bytes) {

    private static final int LARGE = 1;
    private static final int TYPE = 24;
    private static final int SIZE_MASK = 0xffff;
    private static final int LARGE_SIZE = Integer.BYTES + 2 * Long.BYTES;

    static Locator read(LittleEndian in) {
        int size = in.int32();
        if (size >= 0) {
            return new Locator(in.count(), size);
        }
        int head = -size;
        if ((head >>> TYPE) != LARGE || (head & SIZE_MASK) != LARGE_SIZE) {
            throw in.damaged(
                    "it refers to bytes in a way that is not read (locator " + Integer.toHexString(size) + ")");
        }
        long bytes = in.count();
        return new Locator(in.count(), bytes);
    }
}
