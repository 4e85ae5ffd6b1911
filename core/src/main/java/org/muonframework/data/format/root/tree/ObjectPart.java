package org.muonframework.data.format.root.tree;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.data.format.root.bytes.Bytes;
import org.muonframework.data.format.root.table.Values;

/**
 * Objects of a class: a column for each member, those of bases among them.
 *
 * @param className the class
 * @param version its version
 * @param fields its bases and members in the order in which they stand
 */
record ObjectPart(String className, int version, List<Field> fields) implements Part {

    ObjectPart {
        fields = List.copyOf(fields);
    }

    /**
     * A base or member.
     *
     * @param suffix what its columns add to their name: {@code .fX}; nothing for a base
     */
    record Field(String suffix, Part part) {}

    @Override
    public List<Shape> shapes(String name, int depth) {
        return fields.stream()
                .flatMap(field -> field.part().shapes(name + field.suffix(), depth).stream())
                .toList();
    }

    @Override
    public Part fresh() {
        return new ObjectPart(
                className,
                version,
                fields.stream()
                        .map(field -> new Field(field.suffix(), field.part().fresh()))
                        .toList());
    }

    @Override
    public int fewestBytes() {
        return Short.BYTES;
    }

    @Override
    public void read(Bytes in, int count) {
        for (int i = 0; i < count; i++) {
            Bytes.ObjectHeader header = in.objectHeader();
            if (header.version() == 0) {
                in.skip(Integer.BYTES); // checksum of a class without a version
            } else if (header.version() != version) {
                throw in.damaged("an object of class '" + className + "' has the version " + header.version()
                        + ", but the file describes " + version);
            }
            for (Field field : fields) {
                field.part().read(in, 1);
            }
            if (header.counted() && in.position() != header.end()) {
                throw in.damaged("an object of class '" + className + "' has another length than its members");
            }
        }
    }

    /** Reads so many objects, the first members of all before the second ones. */
    void readByMember(Bytes in, int count) {
        for (Field field : fields) {
            if (field.suffix().isEmpty()) {
                throw in.damaged("objects of class '" + className
                        + "', which has a base, are written member by member, which is not read");
            }
            field.part().read(in, count);
        }
    }

    @Override
    public void clear() {
        fields.forEach(field -> field.part().clear());
    }

    @Override
    public List<Values> take() {
        List<Values> columns = new ArrayList<>();
        fields.forEach(field -> columns.addAll(field.part().take()));
        return columns;
    }
}
