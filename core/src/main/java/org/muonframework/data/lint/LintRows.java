package org.muonframework.data.lint;

import java.util.HashMap;
import java.util.Map;
import org.muonframework.data.SelectedRows;
import org.muonframework.spi.data.Column;

/** The selected rows of a batch; a column is made ready when the first check asks for it. */
final class LintRows {

    private final SelectedRows selected;
    private final Map<String, Values> values = new HashMap<>();

    LintRows(SelectedRows selected) {
        this.selected = selected;
    }

    /** Number of rows to look at. */
    int count() {
        return selected.count();
    }

    /** The index in the batch of the i-th row to look at. */
    int row(int i) {
        return selected.rows()[i];
    }

    /** The values of a numeric column in these rows. */
    Values values(String column) {
        return values.computeIfAbsent(column, name -> Values.of(this, column(name)));
    }

    /** A column, with all rows of the batch. */
    Column column(String name) {
        return selected.batch().column(name);
    }

    /** Whether rows have a class. */
    boolean labelled() {
        return selected.labels().length > 0;
    }

    /** The class of the i-th row. */
    double label(int i) {
        return selected.labels()[row(i)];
    }

    /** The weight of the i-th row. */
    double weight(int i) {
        return selected.weights()[row(i)];
    }

    /** Where the i-th row stands. */
    Place place(int i) {
        return new Place(selected.batch().source(), selected.batch().firstRow() + row(i));
    }
}
