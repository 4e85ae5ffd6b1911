package org.muonframework.data.format.root.streamer;

import org.muonframework.data.format.root.bytes.Bytes;

/** Reads the objects of a class that does not follow its description, from its first byte to its last. */
@FunctionalInterface
public interface ClassReader {

    /**
     * Reads an object.
     *
     * @return what {@link RootObject#content} gives as the member {@link ObjectReader#CONTENT}
     */
    Object read(Bytes in);
}
