package org.muonframework.data.format.root.ntuple;

import java.util.OptionalLong;

/**
 * What the schema says about a field.
 *
 * @param id its number
 * @param parent number of the field around it; its own at the top
 * @param role how it is made of others; see {@link Role}
 * @param name its name among the fields of its parent
 * @param type its C++ type in the format's spelling
 * @param description what the writer said about it
 * @param repeat how many elements each value has, of fixed-size arrays
 * @param projected whether it shows the columns of another field
 */
record FieldRecord(
        int id,
        int parent,
        Role role,
        String name,
        String type,
        String description,
        OptionalLong repeat,
        boolean projected) {

    /** The fewest bytes of a record: its size, integers and empty texts. */
    static final int BYTES = Long.BYTES + 8 * Integer.BYTES;

    private static final int REPEATED = 1;
    private static final int PROJECTED = 2;

    /** How a field is made of others; the order is that of the format's numbers. */
    enum Role {
        LEAF,
        COLLECTION,
        RECORD,
        VARIANT,
        STREAMER,
        /** One that newer writers know. */
        UNKNOWN;

        private static Role of(int number) {
            return number < values().length ? values()[number] : UNKNOWN;
        }
    }

    static FieldRecord read(int id, LittleEndian in) {
        in.skip(2 * Integer.BYTES); // versions of field and type
        long parent = in.uint32();
        Role role = Role.of(in.uint16());
        int flags = in.uint16();
        String name = in.string();
        String type = in.string();
        in.skip((int) Math.min(in.uint32(), Integer.MAX_VALUE)); // alias of the type
        String description = in.string();
        OptionalLong repeat = (flags & REPEATED) == 0 ? OptionalLong.empty() : OptionalLong.of(in.count());
        if (parent > Integer.MAX_VALUE) {
            throw in.damaged("field '" + name + "' claims the parent " + parent);
        }
        return new FieldRecord(id, (int) parent, role, name, type, description, repeat, (flags & PROJECTED) != 0);
    }

    boolean top() {
        return parent == id;
    }
}
