package org.muonframework.run.convert;

import java.util.List;
import java.util.Optional;

/**
 * What to take from files, and how.
 *
 * @param table the table within the inputs, such as a tree; the largest one when empty
 * @param columns names of columns and patterns with {@code *} and {@code ?}, in the order wanted; all when empty
 * @param selection condition that a row has to fulfil, as an expression of the columns
 * @param outputTable what the table is called in the output, for the formats that name tables
 * @param threads number of threads; the result does not depend on it
 */
public record ConvertOptions(
        Optional<String> table, List<String> columns, Optional<String> selection, String outputTable, int threads) {

    public ConvertOptions {
        columns = List.copyOf(columns);
    }
}
