package org.muonframework.data.lint;

import java.util.Optional;

/** Counts faults and remembers where the first one is. */
final class FirstPlace {

    private long count;
    private Place first = new Place("", 0);

    /** Counts a fault at the i-th value. */
    void add(Values values, int i) {
        if (count++ == 0) {
            first = values.place(i);
        }
    }

    /** Counts a fault in the i-th row. */
    void add(LintRows rows, int i) {
        if (count++ == 0) {
            first = rows.place(i);
        }
    }

    long count() {
        return count;
    }

    Optional<Place> place() {
        return count == 0 ? Optional.empty() : Optional.of(first);
    }
}
