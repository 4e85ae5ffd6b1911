package org.muonframework.run.display;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.muonframework.data.expression.Expression;
import org.muonframework.run.Cancellation;
import org.muonframework.run.RunListener;
import org.muonframework.run.convert.SelectionOption;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.display.Event;
import org.muonframework.spi.problem.ConfigurationException;

/** Finds a row by its number. */
final class RowSearch {

    private final Dataset dataset;
    private final Optional<Expression> selection;

    RowSearch(Dataset dataset, Optional<String> selection) {
        this.dataset = dataset;
        this.selection = selection.map(text -> SelectionOption.parse(text, dataset.schema()));
    }

    /**
     * The row with all its columns.
     *
     * @param number from 1, of the rows that the selection passes
     * @param data what the user called the dataset, for messages
     * @throws ConfigurationException if there are not so many rows
     */
    Event find(long number, String data, RunListener listener, Cancellation cancellation) {
        OptionalLong rows = dataset.rows();
        if (selection.isEmpty() && rows.isPresent() && number > rows.getAsLong()) {
            throw tooFar(number, data, rows.getAsLong());
        }
        Set<String> columns = new LinkedHashSet<>(dataset.schema().names());
        long read = 0;
        long passed = 0;
        try (BatchReader reader = dataset.open(columns)) {
            for (Optional<Batch> next = reader.next(); next.isPresent(); next = reader.next()) {
                cancellation.check();
                Batch batch = next.get();
                int row = place(batch, number - passed);
                if (row < batch.rows()) {
                    return new Event(batch, row);
                }
                passed += passing(batch);
                read += batch.rows();
                listener.progress(read, rows.orElse(-1), "");
            }
        }
        throw tooFar(number, data, passed);
    }

    /** Where the row of this number among those that pass is in a batch; behind its end if it is not in it. */
    private int place(Batch batch, long number) {
        if (selection.isEmpty()) {
            return (int) Math.min(number - 1, batch.rows());
        }
        double[] passes = selection.get().evaluate(batch);
        long left = number;
        for (int row = 0; row < batch.rows(); row++) {
            left -= passes[row] == 1 ? 1 : 0;
            if (left == 0) {
                return row;
            }
        }
        return batch.rows();
    }

    private long passing(Batch batch) {
        if (selection.isEmpty()) {
            return batch.rows();
        }
        long count = 0;
        for (double passes : selection.get().evaluate(batch)) {
            count += passes == 1 ? 1 : 0;
        }
        return count;
    }

    private ConfigurationException tooFar(long number, String data, long rows) {
        String of = selection.isPresent() ? " that pass the selection" : "";
        return new ConfigurationException(
                "--event " + number,
                rows == 0
                        ? "'" + data + "' has no rows" + of
                        : "'" + data + "' has " + rows + (rows == 1 ? " row" : " rows") + of
                                + "; events are counted from 1 to " + rows);
    }
}
