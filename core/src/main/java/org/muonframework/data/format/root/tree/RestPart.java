package org.muonframework.data.format.root.tree;

import java.util.List;
import org.muonframework.data.format.root.bytes.Bytes;
import org.muonframework.data.format.root.table.Values;

/**
 * A list that fills its entry: a member of the objects of a split container.
 *
 * @param headed whether the version of a class stands once before all
 * @param element what the list has
 * @param offsets of the lists gathered
 */
record RestPart(boolean headed, Part element, Offsets offsets) implements Part {

    static RestPart of(Part element) {
        return new RestPart(element.headed(), element, new Offsets());
    }

    @Override
    public List<Shape> shapes(String name, int depth) {
        return element.shapes(name, depth + 1);
    }

    @Override
    public Part fresh() {
        return new RestPart(headed, element.fresh(), new Offsets());
    }

    @Override
    public int fewestBytes() {
        return 0;
    }

    @Override
    public void read(Bytes in, int count) {
        throw in.damaged("it does not tell where its entries end");
    }

    @Override
    public void readEntry(Bytes in, int end) {
        if (headed && in.position() < end && (in.objectHeader().version() & HeadedPart.BY_MEMBER) != 0) {
            throw in.damaged("containers of objects are written member by member, which is not read");
        }
        int elements = 0;
        while (in.position() < end) {
            element.read(in, 1);
            elements++;
        }
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
