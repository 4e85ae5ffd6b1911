package org.muonframework.data.format.root.write;

/**
 * What stands before a record of the file ({@code TKey}).
 *
 * @param bytes length of the record with this key
 * @param objectBytes length of the object before it was compressed
 * @param keyBytes length of this key
 * @param cycle its number among objects of the same name
 * @param position where the record is in the file
 * @param directory where the directory is that it belongs to
 * @param large whether positions have eight bytes
 * @param label class, name and title of the object
 */
record Key(
        int bytes,
        int objectBytes,
        int keyBytes,
        int cycle,
        long position,
        long directory,
        boolean large,
        Label label) {

    /** The date of everything: 1 January 1995, where ROOT's dates start; files must not depend on when they are made. */
    static final int DATE = 1 << 22 | 1 << 17;

    /** Added to versions of what has positions of eight bytes. */
    static final int LARGE = 1000;

    private static final int VERSION = 4;

    /** Class, name and title of an object. */
    record Label(String className, String name, String title) {

        /** Length of a key with this label. */
        int keyBytes(boolean large) {
            return 3 * Integer.BYTES
                    + 3 * Short.BYTES
                    + 2 * (large ? Long.BYTES : Integer.BYTES)
                    + Output.stringBytes(className)
                    + Output.stringBytes(name)
                    + Output.stringBytes(title);
        }
    }

    void write(Output out) {
        out.int32(bytes)
                .int16(large ? VERSION + LARGE : VERSION)
                .int32(objectBytes)
                .int32(DATE)
                .int16(keyBytes)
                .int16(cycle)
                .position(position, large)
                .position(directory, large)
                .string(label.className())
                .string(label.name())
                .string(label.title());
    }
}
