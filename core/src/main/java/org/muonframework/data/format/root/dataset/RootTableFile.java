package org.muonframework.data.format.root.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.ReadOptions;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.root.RootTables;
import org.muonframework.data.format.root.bytes.RootException;
import org.muonframework.data.format.root.file.RootFile;
import org.muonframework.data.format.root.table.RootColumn;
import org.muonframework.data.format.root.table.RootTable;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.DataException;

/**
 * One table of a ROOT file.
 *
 * <p>Lists of single values are jagged columns; so are arrays of fixed length. The file is open only while rows are
 * read, so that a chain may have more files than a process may hold open.
 */
final class RootTableFile implements TableFile {

    /** The most columns that a message names. */
    private static final int NAMED = 10;

    private final InputFile file;
    private final String table;
    private final int threads;
    private final Map<String, RootColumn> columns;
    private final Schema schema;
    private final long rows;

    private RootTableFile(
            InputFile file, String table, int threads, Map<String, RootColumn> columns, Schema schema, long rows) {
        this.file = file;
        this.table = table;
        this.threads = threads;
        this.columns = columns;
        this.schema = schema;
        this.rows = rows;
    }

    /** Reads the description of the table asked for, or of the largest one. */
    static RootTableFile open(InputFile file, ReadOptions options) {
        try (RootFile root = RootFile.open(file.path(), file.name())) {
            RootTable table = options.table().isPresent()
                    ? RootTables.open(root, options.table().get())
                    : largest(root, options);
            return of(file, table, options);
        } catch (RootException e) {
            throw new DataException(e.file(), e.problem(), e);
        }
    }

    private static RootTableFile of(InputFile file, RootTable table, ReadOptions options) {
        Map<String, RootColumn> columns = new LinkedHashMap<>();
        List<ColumnSpec> specs = new ArrayList<>();
        Map<String, String> unreadable = new TreeMap<>(table.unreadable());
        for (RootColumn column : table.columns()) {
            if (column.depth() > 1) {
                unreadable.put(column.name(), "it holds lists of lists");
            } else {
                columns.put(column.name(), column);
                specs.add(RootColumns.spec(column));
            }
        }
        if (!unreadable.isEmpty()) {
            List<String> some = unreadable.entrySet().stream()
                    .limit(NAMED)
                    .map(entry -> "'" + entry.getKey() + "' (" + entry.getValue() + ")")
                    .toList();
            options.log()
                    .info(
                            "{}: of '{}' is left out: {}{}",
                            file.name(),
                            table.name(),
                            String.join(", ", some),
                            unreadable.size() > NAMED ? " and " + (unreadable.size() - NAMED) + " more" : "");
        }
        Map<String, String> reasons = new LinkedHashMap<>();
        unreadable.forEach((name, reason) ->
                reasons.put(name, file.name() + ": '" + table.name() + "', column '" + name + "': " + reason));
        return new RootTableFile(
                file, table.name(), options.threads(), columns, new Schema(specs, List.of(), reasons), table.rows());
    }

    /** The table with the most values; the others are named, so that nobody reads the wrong one unawares. */
    private static RootTable largest(RootFile root, ReadOptions options) {
        List<RootTable> tables = new ArrayList<>();
        List<RootException> refused = new ArrayList<>();
        for (String path : RootTables.list(root).keySet()) {
            try {
                tables.add(RootTables.open(root, path));
            } catch (RootException e) {
                refused.add(e);
            }
        }
        if (tables.isEmpty() && !refused.isEmpty()) {
            throw refused.get(0);
        }
        refused.forEach(problem -> options.log().warn(problem.getMessage()));
        RootTable largest = tables.stream()
                .reduce((a, b) -> size(b) > size(a) ? b : a)
                .orElseThrow(() -> new RootException(root.name(), "holds no tree and no ntuple" + objects(root)));
        if (tables.size() > 1) {
            List<String> others = tables.stream()
                    .filter(table -> table != largest)
                    .map(table -> "'" + table.name() + "' (" + table.rows() + " rows)")
                    .toList();
            options.log()
                    .info(
                            "{}: '{}' is read, the largest of its tables; the others: {}",
                            root.name(),
                            largest.name(),
                            String.join(", ", others));
        }
        return largest;
    }

    private static double size(RootTable table) {
        return (double) table.rows() * table.columns().size();
    }

    private static String objects(RootFile root) {
        List<String> objects = root.objects().entrySet().stream()
                .limit(NAMED)
                .map(entry -> entry.getKey() + " (" + entry.getValue().className() + ")")
                .toList();
        return objects.isEmpty() ? "; it is empty" : "; there are " + String.join(", ", objects);
    }

    @Override
    public InputFile file() {
        return file;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public OptionalLong rows() {
        return OptionalLong.of(rows);
    }

    @Override
    public BatchReader open(Set<String> names) {
        List<RootColumn> wanted = wanted(names, columns);
        try {
            RootFile root = RootFile.open(file.path(), file.name());
            try {
                return new RootBatchReader(root, RootTables.open(root, table), wanted, threads);
            } catch (RootException e) {
                root.close();
                throw e;
            }
        } catch (RootException e) {
            throw new DataException(e.file(), e.problem(), e);
        }
    }
}
