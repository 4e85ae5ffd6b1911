package org.muonframework.data.format.root.ntuple;

import java.util.Optional;
import org.muonframework.data.format.root.table.RootColumn;

/**
 * A column of the table and how it is made.
 *
 * @param column its description
 * @param kind what its values are
 * @param level the innermost lists; empty if each row has one element
 * @param elements the elements; empty for lengths of lists, which need none
 */
record Leaf(RootColumn column, Kind kind, Optional<ListLevel> level, Optional<Source> elements) {

    /** What the values of a column are. */
    enum Kind {
        /** The elements themselves. */
        ELEMENTS,
        /** Texts, whose letters are the elements of the innermost lists. */
        TEXTS,
        /** The lengths of the innermost lists. */
        LENGTHS
    }
}
