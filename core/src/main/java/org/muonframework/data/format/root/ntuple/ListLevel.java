package org.muonframework.data.format.root.ntuple;

import java.util.Optional;

/**
 * One depth of lists, which several columns may have in common.
 *
 * @param parent the lists around it; empty if each row is one list
 * @param index the ends of the lists, counted from the start of the cluster; empty for lists of one length
 * @param length the length of all lists where there is no index
 */
record ListLevel(Optional<ListLevel> parent, Optional<Source> index, int length) {

    static ListLevel of(Optional<ListLevel> parent, Source index) {
        return new ListLevel(parent, Optional.of(index), 0);
    }

    static ListLevel ofLength(Optional<ListLevel> parent, int length) {
        return new ListLevel(parent, Optional.empty(), length);
    }

    /** How many lists are around an element. */
    int depth() {
        return 1 + parent.map(ListLevel::depth).orElse(0);
    }
}
