package org.muonframework.run.display;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which event to show, and how.
 *
 * @param data a file or pattern, an analysis file, or the name of a simulation
 * @param event the number of the row, from 1; of the rows that the selection passes where there is one
 * @param selection condition that the rows counted have to fulfil, as an expression of the columns
 * @param table the table within files, such as a tree; the largest one when empty
 * @param display the display that draws it; the one that reads most of the columns when empty
 * @param settings settings of the display ({@code display.field=2}) and of the dataset or analysis file, each as
 *     {@code key=value}
 * @param output the file to write; named after data and event, in the working directory, when empty
 * @param seed governs everything random of a simulation
 * @param threads number of threads; the result does not depend on it
 */
public record DisplayRequest(
        String data,
        long event,
        Optional<String> selection,
        Optional<String> table,
        Optional<String> display,
        List<String> settings,
        Optional<Path> output,
        Optional<Long> seed,
        int threads) {

    public DisplayRequest {
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(selection, "selection");
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(display, "display");
        settings = List.copyOf(settings);
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(seed, "seed");
    }
}
