package org.muonframework.data.format.root.tree;

import java.util.List;
import org.muonframework.data.format.root.bytes.Bytes;
import org.muonframework.data.format.root.table.Values;

/** The base {@code TObject} of an object, whose number and status bits are no columns. */
record SkippedPart() implements Part {

    private static final int IS_REFERENCED = 1 << 4;

    @Override
    public List<Shape> shapes(String name, int depth) {
        return List.of();
    }

    @Override
    public Part fresh() {
        return this;
    }

    @Override
    public int fewestBytes() {
        return Short.BYTES + 2 * Integer.BYTES;
    }

    @Override
    public void read(Bytes in, int count) {
        for (int i = 0; i < count; i++) {
            in.objectHeader();
            in.skip(Integer.BYTES);
            if ((in.int32() & IS_REFERENCED) != 0) {
                in.skip(Short.BYTES);
            }
        }
    }

    @Override
    public void clear() {
        // nothing is gathered
    }

    @Override
    public List<Values> take() {
        return List.of();
    }
}
