package org.muonframework.data.format.root.tree;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.data.format.root.bytes.Bytes;
import org.muonframework.data.format.root.table.Values;

/** Maps, as a list of keys and one of values, with the version of the class before each map. */
final class MapPart implements Part {

    private final Part key;
    private final Part value;
    private final Offsets offsets = new Offsets();

    MapPart(Part key, Part value) {
        this.key = key;
        this.value = value;
    }

    @Override
    public List<Shape> shapes(String name, int depth) {
        List<Shape> shapes = new ArrayList<>(key.shapes(name + ".first", depth + 1));
        shapes.addAll(value.shapes(name + ".second", depth + 1));
        return shapes;
    }

    @Override
    public Part fresh() {
        return new MapPart(key.fresh(), value.fresh());
    }

    @Override
    public int fewestBytes() {
        return Short.BYTES + Integer.BYTES;
    }

    @Override
    public void read(Bytes in, int count) {
        for (int i = 0; i < count; i++) {
            Bytes.ObjectHeader header = in.objectHeader();
            boolean byMember = (header.version() & HeadedPart.BY_MEMBER) != 0;
            if (byMember && in.int16() <= 0) {
                in.skip(Integer.BYTES); // checksum of the pair
            }
            int elements = in.length(key.fewestBytes());
            if (byMember) {
                readAll(key, in, elements);
                readAll(value, in, elements);
            } else {
                for (int j = 0; j < elements; j++) {
                    key.read(in, 1);
                    value.read(in, 1);
                }
            }
            offsets.add(elements);
            if (header.counted() && in.position() != header.end()) {
                throw in.damaged("a map has another length than it claims");
            }
        }
    }

    private static void readAll(Part part, Bytes in, int count) {
        if (part.headed()) {
            in.objectHeader();
        }
        part.read(in, count);
    }

    @Override
    public void clear() {
        offsets.clear();
        key.clear();
        value.clear();
    }

    @Override
    public List<Values> take() {
        int[] shared = offsets.take();
        List<Values> columns = new ArrayList<>(key.take());
        columns.addAll(value.take());
        columns.replaceAll(values -> new Values.Lists(shared, values));
        return columns;
    }
}
