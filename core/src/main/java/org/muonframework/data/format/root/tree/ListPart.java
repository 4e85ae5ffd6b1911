package org.muonframework.data.format.root.tree;

import java.util.List;
import org.muonframework.data.format.root.bytes.Bytes;
import org.muonframework.data.format.root.table.Values;

/** Lists with their length before them: vectors, sets and other containers; or of one known length: arrays. */
final class ListPart implements Part {

    private static final int COUNTED = -1;

    private final Part element;
    private final int length;
    private final Offsets offsets = new Offsets();

    private ListPart(Part element, int length) {
        this.element = element;
        this.length = length;
    }

    /** A container. */
    static ListPart counted(Part element) {
        return new ListPart(element, COUNTED);
    }

    /** An array. */
    static ListPart fixed(Part element, int length) {
        return new ListPart(element, length);
    }

    Part element() {
        return element;
    }

    @Override
    public List<Shape> shapes(String name, int depth) {
        return element.shapes(name, depth + 1);
    }

    @Override
    public Part fresh() {
        return new ListPart(element.fresh(), length);
    }

    @Override
    public int fewestBytes() {
        return length == COUNTED ? Integer.BYTES : 1;
    }

    @Override
    public boolean headed() {
        return length == COUNTED;
    }

    @Override
    public void read(Bytes in, int count) {
        for (int i = 0; i < count; i++) {
            int elements = length == COUNTED ? in.length(element.fewestBytes()) : length;
            element.read(in, elements);
            offsets.add(elements);
        }
    }

    /** Reads a list of objects whose first members stand together, then whose second ones, and so on. */
    void readByMember(Bytes in) {
        if (!(element instanceof ObjectPart objects)) {
            throw in.damaged("a container that has no objects is written member by member");
        }
        if (in.int16() <= 0) {
            in.skip(Integer.BYTES); // checksum of a class without a version
        }
        int elements = in.length(1);
        objects.readByMember(in, elements);
        offsets.add(elements);
    }

    @Override
    public void clear() {
        offsets.clear();
        element.clear();
    }

    @Override
    public List<Values> take() {
        int[] shared = offsets.take();
        return element.take().stream()
                .map(values -> (Values) new Values.Lists(shared, values))
                .toList();
    }
}
