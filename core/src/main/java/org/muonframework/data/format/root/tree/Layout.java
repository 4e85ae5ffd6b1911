package org.muonframework.data.format.root.tree;

import java.util.List;
import org.muonframework.data.format.root.table.Values;

/** How the entries of a branch hold some columns. */
interface Layout {

    /** The columns. */
    List<Shape> shapes();

    /**
     * Decodes consecutive entries; only the first segment may start within its basket.
     *
     * @return a column for each of {@link #shapes}
     */
    List<Values> decode(List<Segment> segments);
}
