package org.muonframework.data.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;
import org.slf4j.LoggerFactory;

/** What tests of formats have in common. */
public final class Tables {

    public static final ReadOptions OPTIONS =
            new ReadOptions(Optional.empty(), Optional.empty(), 2, LoggerFactory.getLogger(Tables.class));

    private Tables() {}

    /** A file of the collection of real data, or the test is skipped. */
    public static Path real(String name) {
        Path data = Path.of("../../shared/data").toAbsolutePath().normalize();
        Assumptions.assumeTrue(Files.isDirectory(data), "the collection of real data is not beside the project");
        return data.resolve(name);
    }

    /** All values of all columns. */
    public static Map<String, List<Object>> read(TableFile table) {
        return read(table.open(new LinkedHashSet<>(table.schema().names())));
    }

    /** The values of one column. */
    public static List<Object> read(TableFile table, String column) {
        return read(table.open(Set.of(column))).getOrDefault(column, List.of());
    }

    /** All values that a reader gives; it is closed. */
    public static Map<String, List<Object>> read(BatchReader reader) {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        try (reader) {
            for (Optional<Batch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                batch.get().columns().forEach((name, column) -> {
                    List<Object> all = values.computeIfAbsent(name, key -> new ArrayList<>());
                    for (int row = 0; row < column.size(); row++) {
                        all.add(value(column, row));
                    }
                });
            }
        }
        return values;
    }

    private static Object value(Column column, int row) {
        if (column instanceof Column.Texts texts) {
            return texts.values()[row];
        }
        if (column instanceof Column.Booleans booleans) {
            return booleans.values()[row];
        }
        if (column instanceof Column.Longs || column instanceof Column.Ints) {
            return column.longAt(row);
        }
        if (column instanceof Column.Floats floats) {
            return floats.values()[row];
        }
        if (column instanceof Column.Jagged jagged) {
            List<Object> elements = new ArrayList<>();
            for (int i = jagged.offsets()[row]; i < jagged.offsets()[row + 1]; i++) {
                elements.add(value(jagged.values(), i));
            }
            return elements;
        }
        return column.doubleAt(row);
    }
}
