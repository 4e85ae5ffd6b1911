package org.muonframework.data.format.root.tree;

import java.util.List;
import org.muonframework.data.format.root.bytes.Bytes;
import org.muonframework.data.format.root.table.Values;

/**
 * A part of what an entry of a branch holds: reads it and gathers its values as columns. Parts stand in each other as the
 * types in C++ do. One that gathers is for use by one thread.
 */
interface Part {

    /**
     * The columns that it gathers.
     *
     * @param name their name so far
     * @param depth how many lists it stands in
     */
    List<Shape> shapes(String name, int depth);

    /** The same part with nothing gathered. */
    Part fresh();

    /** The fewest bytes that it can take, so that a count can be checked. */
    int fewestBytes();

    /** Whether a version stands before it where it is a member of a class. */
    default boolean headed() {
        return false;
    }

    /** Reads so many of it, one after the other. */
    void read(Bytes in, int count);

    /** Reads a whole entry, which ends at a known byte. */
    default void readEntry(Bytes in, int end) {
        read(in, 1);
    }

    /** Forgets what was gathered. */
    void clear();

    /** What was gathered, a column for each of {@link #shapes}. */
    List<Values> take();
}
