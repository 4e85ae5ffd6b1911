package org.muonframework.data.format.root.tree;

import java.util.List;
import org.muonframework.data.format.root.table.Values;

/**
 * Every entry is a list of basic values that fills it.
 *
 * @param shape the column
 * @param encoding how its values stand
 * @param header what stands before the values
 */
record JaggedLayout(Shape shape, Encoding encoding, Header header) implements Layout {

    /** What stands before the values of an entry. */
    enum Header {
        /** Nothing. */
        NONE(0),
        /** Whether there are any, one byte: a variable array behind a pointer. */
        POINTER(1),
        /** Length and version of a container, and the number of its values. */
        CONTAINER(10);

        private final int bytes;

        Header(int bytes) {
            this.bytes = bytes;
        }

        int bytes() {
            return bytes;
        }
    }

    @Override
    public List<Shape> shapes() {
        return List.of(shape);
    }

    @Override
    public List<Values> decode(List<Segment> segments) {
        int[] offsets = offsets(segments);
        Object array = Storage.array(encoding.type(), offsets[offsets.length - 1]);
        int row = 0;
        for (Segment segment : segments) {
            Basket basket = segment.basket();
            if (header == Header.NONE) {
                encoding.decode(
                        basket.bytes(),
                        basket.offsets()[segment.from()],
                        array,
                        offsets[row],
                        offsets[row + segment.entries()] - offsets[row]);
                row += segment.entries();
            } else {
                for (int i = segment.from(); i < segment.to(); i++, row++) {
                    int from = basket.offsets()[i] + header.bytes;
                    encoding.decode(basket.bytes(), from, array, offsets[row], offsets[row + 1] - offsets[row]);
                }
            }
        }
        return List.of(new Values.Lists(offsets, Storage.values(array)));
    }

    private int[] offsets(List<Segment> segments) {
        int[] offsets = new int[Segment.rows(segments) + 1];
        int row = 0;
        int size = encoding.bytes();
        for (Segment segment : segments) {
            Basket basket = segment.basket();
            if (!basket.hasOffsets()) {
                throw basket.damaged("it does not tell where its entries start");
            }
            int[] starts = basket.offsets();
            int wrong = 0;
            int signs = 0;
            for (int i = segment.from(); i < segment.to(); i++, row++) {
                int bytes = Math.max(0, starts[i + 1] - starts[i] - header.bytes);
                int values = bytes / size;
                wrong |= bytes - values * size;
                offsets[row + 1] = offsets[row] + values;
                signs |= offsets[row + 1];
            }
            if (signs < 0) {
                throw basket.damaged(
                        "a block of " + (offsets.length - 1) + " rows has more values than an array may have");
            }
            if (wrong != 0) {
                throw basket.damaged("its entries are no whole numbers of values of " + size + " bytes");
            }
            if (header == Header.CONTAINER) {
                checkCounts(segment, offsets, row - segment.entries());
            }
        }
        return offsets;
    }

    private void checkCounts(Segment segment, int[] offsets, int firstRow) {
        Basket basket = segment.basket();
        int[] count = new int[1];
        for (int i = 0; i < segment.entries(); i++) {
            int start = basket.offsets()[segment.from() + i];
            if (basket.offsets()[segment.from() + i + 1] - start < header.bytes) {
                throw basket.damaged("an entry is shorter than the header of a container");
            }
            Plain.ints(basket.bytes(), start + header.bytes - Integer.BYTES, count, 0, 1);
            if (count[0] != offsets[firstRow + i + 1] - offsets[firstRow + i]) {
                throw basket.damaged("a container claims " + Integer.toUnsignedLong(count[0])
                        + " values, but its entry has " + (offsets[firstRow + i + 1] - offsets[firstRow + i]));
            }
        }
    }
}
