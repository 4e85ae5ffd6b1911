package org.muonframework.data.format.root.tree;

import java.util.List;
import org.muonframework.data.format.root.bytes.Bytes;
import org.muonframework.data.format.root.table.Values;

/** A container or text of the standard library with the version of its class before it. */
record HeadedPart(Part content) implements Part {

    /** Set in the version of a container whose objects are written member by member. */
    static final int BY_MEMBER = 0x4000;

    @Override
    public List<Shape> shapes(String name, int depth) {
        return content.shapes(name, depth);
    }

    @Override
    public Part fresh() {
        return new HeadedPart(content.fresh());
    }

    @Override
    public int fewestBytes() {
        return Short.BYTES + content.fewestBytes();
    }

    @Override
    public void read(Bytes in, int count) {
        for (int i = 0; i < count; i++) {
            Bytes.ObjectHeader header = in.objectHeader();
            if ((header.version() & BY_MEMBER) == 0) {
                content.read(in, 1);
            } else if (content instanceof ListPart list) {
                list.readByMember(in);
            } else {
                throw in.damaged("a text is written member by member");
            }
            if (header.counted() && in.position() != header.end()) {
                throw in.damaged("a container has another length than it claims");
            }
        }
    }

    @Override
    public void clear() {
        content.clear();
    }

    @Override
    public List<Values> take() {
        return content.take();
    }
}
