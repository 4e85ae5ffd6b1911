package org.muonframework.data.format.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.TableWriter;
import org.muonframework.data.format.Tables;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;

/** Lists of every type, written and read again. */
class ParquetListsTest {

    private static final float[] ODD = {Float.NaN, Float.POSITIVE_INFINITY, -0.0f, Float.MIN_VALUE, 1.5f};

    @TempDir
    private Path directory;

    @Property(tries = 25)
    void listsOfEveryTypeComeBack(
            @ForAll @Size(max = 30) List<@Size(max = 6) List<Double>> lists, @ForAll @Size(max = 10) List<String> texts)
            throws IOException {
        Path path = Files.createTempFile("lists", ".parquet");
        try {
            Schema schema = schema();
            Batch batch = batch(lists, texts);
            write(path, schema, List.of(batch, batch));

            TableFile table = new ParquetFormat().open(InputFile.of(path), Tables.OPTIONS);

            assertThat(table.schema()).isEqualTo(schema);
            Map<String, List<Object>> wanted = Tables.read(new Once(List.of(batch, batch)));
            assertThat(Tables.read(table)).isEqualTo(lists.isEmpty() ? Map.of() : wanted);
        } finally {
            Files.delete(path);
        }
    }

    @Test
    void longListsAndManyRowsKeepTheirOrder() {
        int rows = 150_000;
        Path path = directory.resolve("long.parquet");
        int[] offsets = new int[rows + 1];
        for (int row = 0; row < rows; row++) {
            offsets[row + 1] = offsets[row] + (row == 70_000 ? 100_000 : row % 4);
        }
        int[] values = new int[offsets[rows]];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        Column.Jagged column = new Column.Jagged(offsets, new Column.Ints(values));
        Schema schema = Schema.of(List.of(new ColumnSpec("i", ColumnType.INT, true, "", "", ColumnRole.FEATURE)));
        write(path, schema, List.of(new Batch(rows, Map.of("i", column), "test", 1)));

        long next = 0;
        List<Object> lists = Tables.read(new ParquetFormat().open(InputFile.of(path), Tables.OPTIONS), "i");
        assertThat(lists).hasSize(rows);
        for (Object list : lists) {
            for (Object value : (List<?>) list) {
                assertThat((Long) value).isEqualTo(next++);
            }
        }
        assertThat(next).isEqualTo(values.length);
    }

    private static void write(Path path, Schema schema, List<Batch> batches) {
        try (TableWriter writer = ParquetWriter.open(path, schema)) {
            batches.forEach(writer::write);
            writer.commit();
        }
    }

    private static Schema schema() {
        List<ColumnSpec> columns = new ArrayList<>(List.of(ColumnSpec.of("row", ColumnType.INT)));
        for (ColumnType type : ColumnType.values()) {
            columns.add(new ColumnSpec("list of " + type, type, true, "GeV", "", ColumnRole.FEATURE));
        }
        return Schema.of(columns);
    }

    private static Batch batch(List<List<Double>> lists, List<String> texts) {
        int rows = lists.size();
        int[] offsets = new int[rows + 1];
        for (int row = 0; row < rows; row++) {
            offsets[row + 1] = offsets[row] + lists.get(row).size();
        }
        List<Double> all = lists.stream().flatMap(List::stream).toList();
        int count = all.size();
        double[] doubles = new double[count];
        float[] floats = new float[count];
        long[] longs = new long[count];
        int[] ints = new int[count];
        boolean[] booleans = new boolean[count];
        String[] words = new String[count];
        for (int i = 0; i < count; i++) {
            doubles[i] = i % 7 == 3 ? Double.NaN : all.get(i);
            floats[i] = ODD[i % ODD.length];
            longs[i] = Double.doubleToLongBits(all.get(i));
            ints[i] = (int) longs[i];
            booleans[i] = (longs[i] & 1) == 1;
            words[i] = texts.isEmpty() ? "µ⁺µ⁻" : wellFormed(texts.get(i % texts.size()));
        }
        int[] row = new int[rows];
        for (int i = 0; i < rows; i++) {
            row[i] = i;
        }
        Map<ColumnType, Column> elements = Map.of(
                ColumnType.DOUBLE, new Column.Doubles(doubles),
                ColumnType.FLOAT, new Column.Floats(floats),
                ColumnType.LONG, new Column.Longs(longs),
                ColumnType.INT, new Column.Ints(ints),
                ColumnType.BOOLEAN, new Column.Booleans(booleans),
                ColumnType.TEXT, new Column.Texts(words));
        Map<String, Column> columns = new LinkedHashMap<>(Map.of("row", new Column.Ints(row)));
        elements.forEach((type, column) -> columns.put("list of " + type, new Column.Jagged(offsets, column)));
        return new Batch(rows, columns, "test", 1);
    }

    /** UTF-8 has no place for half of a surrogate pair. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(UTF_8), UTF_8);
    }

    /** Batches that are there already. */
    private static final class Once implements BatchReader {
        private final List<Batch> batches;
        private int next;

        Once(List<Batch> batches) {
            this.batches = batches;
        }

        @Override
        public Optional<Batch> next() {
            return next < batches.size() ? Optional.of(batches.get(next++)) : Optional.empty();
        }

        @Override
        public void close() {}
    }
}
