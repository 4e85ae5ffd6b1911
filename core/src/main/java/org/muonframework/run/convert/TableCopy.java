package org.muonframework.run.convert;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muonframework.data.expression.Expression;
import org.muonframework.data.format.TableWriter;
import org.muonframework.data.format.files.RowChoice;
import org.muonframework.data.format.files.TableWriters;
import org.muonframework.run.Cancellation;
import org.muonframework.run.RunListener;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Schema;

/**
 * Rows on their way from a dataset to a file.
 *
 * @param dataset where they come from
 * @param columns the columns to write, in order
 * @param selection the condition that a row has to fulfil
 */
record TableCopy(Dataset dataset, List<ColumnSpec> columns, Optional<Expression> selection) {

    /**
     * Writes the file; it appears under its name when it is complete, and leaves no trace before.
     *
     * @param table name of the table, for the formats that name tables
     * @return how many rows and columns it has
     */
    TableSize to(Path output, String table, RunListener listener, Cancellation cancellation) {
        Schema schema = new Schema(columns, dataset.schema().classes());
        Set<String> needed = new LinkedHashSet<>(schema.names());
        selection.ifPresent(condition -> needed.addAll(condition.columns()));
        long total = dataset.rows().orElse(-1);
        long read = 0;
        long written = 0;
        try (TableWriter writer = TableWriters.open(output, schema, table);
                BatchReader reader = dataset.open(needed)) {
            for (Optional<Batch> next = reader.next(); next.isPresent(); next = reader.next()) {
                cancellation.check();
                Batch chosen = choose(next.get());
                writer.write(chosen);
                read += next.get().rows();
                written += chosen.rows();
                listener.progress(read, total, "");
            }
            cancellation.check();
            writer.commit();
        }
        return new TableSize(written, columns.size());
    }

    private Batch choose(Batch batch) {
        if (selection.isEmpty()) {
            return batch;
        }
        RowChoice rows = new RowChoice(selection.get().evaluate(batch));
        Map<String, Column> chosen = new LinkedHashMap<>();
        columns.forEach(column -> chosen.put(column.name(), rows.of(batch.column(column.name()))));
        return new Batch(rows.count(), chosen, batch.source(), batch.firstRow());
    }
}
