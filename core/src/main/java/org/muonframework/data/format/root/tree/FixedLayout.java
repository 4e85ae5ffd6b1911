package org.muonframework.data.format.root.tree;

import java.util.List;
import org.muonframework.data.format.root.table.Values;

/**
 * Every entry has the same number of bytes.
 *
 * @param shape the column; of depth 1 if it is an array
 * @param encoding how its values stand
 * @param offset first byte of the column within an entry
 * @param count number of values in an entry
 * @param stride number of bytes of an entry
 */
record FixedLayout(Shape shape, Encoding encoding, int offset, int count, int stride) implements Layout {

    @Override
    public List<Shape> shapes() {
        return List.of(shape);
    }

    @Override
    public List<Values> decode(List<Segment> segments) {
        segments.forEach(this::check);
        int rows = Segment.rows(segments);
        if ((long) rows * count > Integer.MAX_VALUE - Long.BYTES) {
            throw segments.get(0)
                    .basket()
                    .damaged("a block of " + rows + " rows has more values than an array may have");
        }
        Object array = Storage.array(encoding.type(), rows * count);
        int row = 0;
        for (Segment segment : segments) {
            Basket basket = segment.basket();
            if (count * encoding.bytes() == stride) {
                encoding.decode(basket.bytes(), segment.from() * stride, array, row * count, segment.entries() * count);
            } else {
                for (int i = 0; i < segment.entries(); i++) {
                    int from = (segment.from() + i) * stride + offset;
                    encoding.decode(basket.bytes(), from, array, (row + i) * count, count);
                }
            }
            row += segment.entries();
        }
        Values values = Storage.values(array);
        return List.of(shape.depth() == 0 ? values : new Values.Lists(regular(rows), values));
    }

    private void check(Segment segment) {
        Basket basket = segment.basket();
        if ((long) basket.entries() * stride != basket.length()) {
            throw basket.damaged("its " + basket.entries() + " entries of " + stride + " bytes do not fill its "
                    + basket.length() + " bytes");
        }
    }

    private int[] regular(int rows) {
        int[] offsets = new int[rows + 1];
        for (int i = 0; i <= rows; i++) {
            offsets[i] = i * count;
        }
        return offsets;
    }
}
