package org.muonframework.data.lint;

import java.util.List;

/** Looks for one kind of fault in all rows; keeps a bounded amount of memory, whatever their number. */
interface Check {

    /** Looks at the next rows. */
    void look(LintRows rows);

    /** What it found in all rows looked at. */
    List<Finding> findings();
}
