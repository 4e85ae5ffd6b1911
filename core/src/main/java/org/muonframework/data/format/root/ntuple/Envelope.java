package org.muonframework.data.format.root.ntuple;

import java.util.Locale;
import org.muonframework.data.format.root.bytes.ByteSource;
import org.muonframework.data.format.root.bytes.RootException;
import org.muonframework.data.format.root.codec.Blocks;

/**
 * A part of an ntuple's description, decompressed and with its check sum verified.
 *
 * @param content what is between its start and its check sum
 * @param checksum XXH3 of it; the others refer to the header's
 */
record Envelope(LittleEndian content, long checksum) {

    private static final int KIND_BITS = 16;
    private static final int KIND_MASK = 0xffff;

    /** What an envelope describes. */
    enum Kind {
        HEADER(1),
        FOOTER(2),
        PAGE_LIST(3);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        /** The format's number of it. */
        int number() {
            return number;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * Where an envelope is.
     *
     * @param place its bytes in the file
     * @param length their number when decompressed
     */
    record Link(Locator place, long length) {

        static Link read(LittleEndian in) {
            long length = in.count();
            return new Link(Locator.read(in), length);
        }
    }

    /**
     * Reads an envelope.
     *
     * @throws RootException if it is damaged
     */
    static Envelope read(ByteSource source, Kind kind, Link link) {
        String what = "the " + kind;
        Locator place = link.place();
        byte[] packed = source.read(place.position(), place.bytes(), what);
        if (link.length() < 2 * Long.BYTES || link.length() > Integer.MAX_VALUE) {
            throw new RootException(source.name(), what + " is damaged: it claims " + link.length() + " bytes");
        }
        int length = (int) link.length();
        byte[] bytes = Blocks.decompress(packed, 0, packed.length, length, source.name(), what);
        int end = length - Long.BYTES;
        LittleEndian content = new LittleEndian(bytes, 0, end, source.name(), what);
        long checksum = new LittleEndian(bytes, end, length, source.name(), what).int64();
        if (checksum != XxHash3.of(bytes, 0, end)) {
            throw content.damaged("its check sum is wrong");
        }
        long start = content.int64();
        if ((start & KIND_MASK) != kind.number() || start >>> KIND_BITS != length) {
            throw content.damaged("another part of the file stands in its place");
        }
        return new Envelope(content, checksum);
    }
}
