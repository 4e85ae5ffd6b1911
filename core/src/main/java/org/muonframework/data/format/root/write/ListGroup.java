package org.muonframework.data.format.root.write;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Columns whose lists have had the same lengths in every row so far, and the branch that counts them.
 *
 * @param columns numbers of the columns
 * @param counter a branch of its own, or one of the columns of the tree
 * @param column number of the column that is the counter; empty where the counter is a branch of its own
 */
record ListGroup(List<Integer> columns, Branch counter, Optional<Integer> column) {

    ListGroup {
        columns = List.copyOf(columns);
    }

    /** Whether the group has a counter of its own, which is no column of the tree. */
    boolean ownCounter() {
        return column.isEmpty();
    }

    /** Tells the counter of some more lists, which are the same for all columns of the group. */
    void count(int[] lengths) {
        counter.counts(Arrays.stream(lengths).max().orElse(0));
        if (ownCounter()) {
            counter.append(lengths);
        }
    }
}
