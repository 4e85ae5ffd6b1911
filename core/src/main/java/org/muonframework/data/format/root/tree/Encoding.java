package org.muonframework.data.format.root.tree;

import org.muonframework.data.format.root.table.ValueType;

/** How single values stand in a basket. */
interface Encoding {

    /** What they are when decoded. */
    ValueType type();

    /** Number of bytes of each. */
    int bytes();

    /**
     * Decodes values that stand one after the other.
     *
     * @param from bytes that surely hold them, from {@code position}
     * @param to array of {@link Storage}, from {@code at}
     */
    void decode(byte[] from, int position, Object to, int at, int count);
}
