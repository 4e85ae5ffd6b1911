package org.muonframework.data.format.root.tree;

import java.util.List;
import org.muonframework.data.format.root.bytes.Bytes;
import org.muonframework.data.format.root.table.Values;

/**
 * Every entry is read from its first byte to its last: texts, containers in containers, objects.
 *
 * @param name name of the branch
 * @param part what an entry has
 */
record PartLayout(String name, Part part) implements Layout {

    @Override
    public List<Shape> shapes() {
        return part.shapes(name, 0);
    }

    @Override
    public List<Values> decode(List<Segment> segments) {
        long bytes = 0;
        Part gathered = part.fresh();
        for (Segment segment : segments) {
            Basket basket = segment.basket();
            Bytes in = basket.in();
            bytes += basket.length();
            if (bytes > Integer.MAX_VALUE - Long.BYTES) { // each element has a byte
                throw basket.damaged("a block of " + Segment.rows(segments) + " rows is longer than an array may be");
            }
            if (basket.hasOffsets()) {
                readByOffsets(segment, in, gathered);
            } else {
                gathered.read(in, segment.from());
                if (segment.from() > 0) {
                    gathered.clear();
                }
                gathered.read(in, segment.entries());
            }
        }
        return gathered.take();
    }

    private static void readByOffsets(Segment segment, Bytes in, Part gathered) {
        int[] offsets = segment.basket().offsets();
        for (int i = segment.from(); i < segment.to(); i++) {
            in.seek(offsets[i]);
            gathered.readEntry(in, offsets[i + 1]);
            if (in.position() != offsets[i + 1]) {
                throw in.damaged("an entry has " + (offsets[i + 1] - offsets[i]) + " bytes, but its content "
                        + (in.position() - offsets[i]));
            }
        }
    }
}
