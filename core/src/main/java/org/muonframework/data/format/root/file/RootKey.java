package org.muonframework.data.format.root.file;

import org.muonframework.data.format.root.bytes.ByteSource;
import org.muonframework.data.format.root.bytes.Bytes;
import org.muonframework.data.format.root.bytes.RootException;
import org.muonframework.data.format.root.codec.Blocks;

/**
 * Where an object of a file is and what it is ({@code TKey}).
 *
 * @param name name of the object
 * @param cycle its number among objects of the same name; the highest is the newest
 * @param className class of the object
 * @param title title of the object
 * @param position first byte of the record in the file
 * @param bytes length of the record
 * @param keyLength length of the key at the start of the record
 * @param objectLength length of the object when decompressed
 */
public record RootKey(
        String name,
        int cycle,
        String className,
        String title,
        long position,
        int bytes,
        int keyLength,
        int objectLength) {

    /** Versions from here on have positions of eight bytes. */
    private static final int LARGE = 1000;

    /** Reads a key. */
    public static RootKey read(Bytes in) {
        int start = in.position();
        int bytes = in.int32();
        int version = in.int16();
        int objectLength = in.int32();
        in.skip(Integer.BYTES); // date
        int keyLength = in.int16();
        int cycle = in.int16();
        boolean large = version > LARGE;
        long position = large ? in.int64() : in.uint32();
        in.skip(large ? Long.BYTES : Integer.BYTES); // directory
        String className = in.string();
        String name = in.string();
        String title = in.string();
        if (objectLength < 0 || keyLength < in.position() - start || bytes < keyLength) {
            throw in.damaged("the key of '" + name + "' claims impossible lengths");
        }
        return new RootKey(name, cycle, className, title, position, bytes, keyLength, objectLength);
    }

    /**
     * The object behind the key, decompressed; references in it count from the start of the key.
     *
     * @throws RootException if it is damaged
     */
    public Bytes object(ByteSource source) {
        String what = className + " '" + name + "'";
        byte[] record = source.read(position, bytes, what);
        byte[] object = Blocks.decompress(record, keyLength, bytes - keyLength, objectLength, source.name(), what);
        return Bytes.of(object, source.name(), what).countingFrom(keyLength);
    }

    /** Name and cycle as ROOT writes them: {@code events;1}. */
    public String nameCycle() {
        return name + ";" + cycle;
    }
}
