package org.muonframework.data;

import java.util.Set;

/** Sees the selected rows while a dataset is prepared, so that it need not be read once more. */
public interface RowWatcher {

    /** Columns of the dataset that it wants to see beside those that the plan takes. */
    default Set<String> columns() {
        return Set.of();
    }

    /** Looks at the selected rows of the next batch, before missing values are treated. */
    void look(SelectedRows rows);
}
