package org.muonframework.data.format.npy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.ReadOptions;
import org.muonframework.data.format.TableFile;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.DataException;

/** The arrays of a file that have the same number of rows. */
final class NpyTable implements TableFile {

    private static final String ONLY_COLUMN = "value";
    private static final String NUMBERED_COLUMN = "c";

    private final InputFile file;
    private final Map<String, NpyColumn> columns;
    private final long rows;
    private final Schema schema;

    private NpyTable(InputFile file, Map<String, NpyColumn> columns, long rows) {
        this.file = file;
        this.columns = columns;
        this.rows = rows;
        this.schema = Schema.of(columns.values().stream().map(NpyColumn::spec).toList());
    }

    static NpyTable open(InputFile file, ReadOptions options) {
        List<String> leftOut = new ArrayList<>();
        Map<Long, List<NpyColumn>> byRows = new TreeMap<>();
        String array = "";
        try (NpySource source = NpySource.open(file)) {
            for (String name : source.names()) {
                array = name;
                if (!name.isEmpty() && !name.endsWith(NpySource.ENDING)) {
                    leftOut.add(name + " (no array)");
                    continue;
                }
                NpyArray read = read(source, name);
                leftOut.addAll(read.leftOut());
                if (!read.columns().isEmpty()) {
                    byRows.computeIfAbsent(read.rows(), rows -> new ArrayList<>())
                            .addAll(read.columns());
                }
            }
        } catch (IOException | RuntimeException e) {
            throw NpyReader.damaged(file, array, e);
        }
        return choose(file, byRows, leftOut, options);
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
        return NpyReader.open(file, wanted(names, columns), rows);
    }

    private static NpyArray read(NpySource source, String name) throws IOException {
        if (name.isEmpty()) {
            return NpyArray.read(source, name, ONLY_COLUMN, NUMBERED_COLUMN);
        }
        String column =
                name.substring(0, name.length() - NpySource.ENDING.length()).replace('/', '_');
        return NpyArray.read(source, name, column, column + "_");
    }

    /** Takes the length that most columns have, and of these the largest. */
    private static NpyTable choose(
            InputFile file, Map<Long, List<NpyColumn>> byRows, List<String> leftOut, ReadOptions options) {
        Comparator<Map.Entry<Long, List<NpyColumn>>> bySize =
                Comparator.comparingInt(entry -> entry.getValue().size());
        long rows = byRows.entrySet().stream()
                .max(bySize.thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElseThrow(() -> new DataException(
                        file.name(),
                        "holds nothing that can be a table"
                                + (leftOut.isEmpty() ? "" : ": " + String.join(", ", leftOut))));
        Map<String, NpyColumn> columns = new LinkedHashMap<>();
        byRows.forEach((length, candidates) -> {
            for (NpyColumn column : candidates) {
                String name = column.spec().name();
                if (length != rows) {
                    leftOut.add(name + " (" + length + " rows)");
                } else if (columns.putIfAbsent(name, column) != null) {
                    leftOut.add(name + " (a second column of this name)");
                }
            }
        });
        if (!leftOut.isEmpty()) {
            options.log().info("{}: left out: {}", file.name(), String.join(", ", leftOut));
        }
        return new NpyTable(file, columns, rows);
    }
}
