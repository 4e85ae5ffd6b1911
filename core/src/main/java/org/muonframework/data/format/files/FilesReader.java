package org.muonframework.data.format.files;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Schema;

/** Reads the files of a dataset one after the other, each with a reader of its own. */
final class FilesReader implements BatchReader {

    private final List<SampleFile> files;
    private final Schema schema;
    private final Set<String> columns;
    private int next;
    private Optional<BatchReader> reader = Optional.empty();

    FilesReader(List<SampleFile> files, Schema schema, Set<String> columns) {
        this.files = files;
        this.schema = schema;
        this.columns = Set.copyOf(columns);
    }

    @Override
    public Optional<Batch> next() {
        while (reader.isPresent() || next < files.size()) {
            if (reader.isEmpty()) {
                SampleFile file = files.get(next++);
                reader = Optional.of(file.table().open(file.sources(needed(file))));
            }
            Optional<Batch> batch = reader.get().next();
            if (batch.isEmpty()) {
                close();
                continue;
            }
            Batch chosen = choose(files.get(next - 1), batch.get());
            if (chosen.rows() > 0) {
                return Optional.of(chosen);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        reader.ifPresent(BatchReader::close);
        reader = Optional.empty();
    }

    /** The columns wanted, and those that selection and weight need. */
    private Set<String> needed(SampleFile file) {
        Set<String> needed = new HashSet<>(columns);
        needed.removeIf(column -> given(file, column));
        file.selection().ifPresent(selection -> needed.addAll(selection.columns()));
        if (columns.contains(FilesSchema.WEIGHT)) {
            file.weight().ifPresent(weight -> needed.addAll(weight.columns()));
        }
        return needed;
    }

    /** Whether a column does not come from the file, but from what is known of it or said of its sample. */
    private boolean given(SampleFile file, String column) {
        return switch (column) {
            case FilesSchema.LABEL -> file.sample().settings().label().isPresent();
            case FilesSchema.WEIGHT -> FilesSchema.weighted(files);
            case FilesSchema.SAMPLE -> !file.sample().name().isEmpty();
            case FilesSchema.FILE, FilesSchema.ENTRY ->
                file.schema().find(column).isEmpty();
            default -> false;
        };
    }

    private Batch choose(SampleFile file, Batch batch) {
        Batch view = file.view(batch, needed(file));
        double[] condition =
                file.selection().map(selection -> selection.evaluate(view)).orElseGet(() -> filled(view.rows(), 1));
        RowChoice rows = new RowChoice(condition);
        Map<String, Column> chosen = new LinkedHashMap<>();
        for (ColumnSpec column : schema.columns()) {
            if (columns.contains(column.name())) {
                chosen.put(
                        column.name(),
                        given(file, column.name())
                                ? givenColumn(file, column.name(), view, rows)
                                : Widening.widen(rows.of(view.column(column.name())), column.type()));
            }
        }
        return new Batch(rows.count(), chosen, batch.source(), batch.firstRow());
    }

    private static Column givenColumn(SampleFile file, String name, Batch view, RowChoice rows) {
        Sample sample = file.sample();
        return switch (name) {
            case FilesSchema.LABEL -> {
                int[] labels = new int[rows.count()];
                Arrays.fill(labels, sample.settings().label().orElseThrow());
                yield new Column.Ints(labels);
            }
            case FilesSchema.WEIGHT ->
                file.weight()
                        .map(weight -> rows.of(new Column.Doubles(weight.evaluate(view))))
                        .orElseGet(() -> new Column.Doubles(filled(rows.count(), 1)));
            case FilesSchema.ENTRY -> {
                long[] entries = new long[view.rows()];
                Arrays.setAll(entries, row -> view.firstRow() - 1 + row);
                yield rows.of(new Column.Longs(entries));
            }
            case FilesSchema.FILE -> texts(file.table().file().name(), rows.count());
            default -> texts(sample.name(), rows.count());
        };
    }

    private static Column texts(String text, int rows) {
        String[] texts = new String[rows];
        Arrays.fill(texts, text);
        return new Column.Texts(texts);
    }

    private static double[] filled(int rows, double value) {
        double[] values = new double[rows];
        Arrays.fill(values, value);
        return values;
    }
}
