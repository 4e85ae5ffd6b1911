package org.muonframework.data.format.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.TableWriter;
import org.muonframework.data.format.Tables;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.DataException;

class TableWritersTest {

    private static final Schema SCHEMA = Schema.of(List.of(
            ColumnSpec.of("pt", ColumnType.DOUBLE, "GeV", "", ColumnRole.FEATURE),
            ColumnSpec.of("score", ColumnType.FLOAT),
            ColumnSpec.of("event", ColumnType.LONG),
            ColumnSpec.of("charge", ColumnType.INT),
            ColumnSpec.of("good", ColumnType.BOOLEAN),
            ColumnSpec.of("the \"name\", really", ColumnType.TEXT)));

    private static final String[] TEXTS = {
        "", "plain", "comma, blank", " blanks ", "\"quoted\"", "two\nlines", "two\r\nlines", "µ⁺µ⁻ → Z", "\t;|"
    };

    @TempDir
    Path directory;

    @Property(tries = 30)
    void csvGivesBackWhatWasWritten(@ForAll @Size(min = 1, max = 20) List<Double> numbers, @ForAll long seed)
            throws IOException {
        check(".csv", numbers, seed);
    }

    @Property(tries = 30)
    void parquetGivesBackWhatWasWritten(@ForAll @Size(min = 1, max = 20) List<Double> numbers, @ForAll long seed)
            throws IOException {
        check(".parquet", numbers, seed);
    }

    @Property(tries = 30)
    void rootGivesBackWhatWasWritten(@ForAll @Size(min = 1, max = 20) List<Double> numbers, @ForAll long seed)
            throws IOException {
        check(".root", numbers, seed);
    }

    @Property(tries = 60)
    void csvGivesBackAnyText(@ForAll List<String> texts) throws IOException {
        Path folder = Files.createTempDirectory("writers");
        Path path = folder.resolve("t.csv");
        Schema schema = Schema.of(List.of(ColumnSpec.of("text", ColumnType.TEXT)));
        List<String> wanted = new ArrayList<>(List.of("not a number"));
        texts.forEach(text -> wanted.add(new String(text.getBytes(UTF_8), UTF_8).replace("\0", "")));
        try (TableWriter writer = TableWriters.open(path, schema)) {
            writer.write(new Batch(
                    wanted.size(), Map.of("text", new Column.Texts(wanted.toArray(String[]::new))), "test", 1));
            writer.commit();
        }
        TableFile table = Formats.open(InputFile.of(path), Tables.OPTIONS);
        if (table.schema().columns().get(0).type() == ColumnType.TEXT) {
            assertThat(Tables.read(table, "text")).isEqualTo(new ArrayList<Object>(wanted));
        }
        Files.delete(path);
        Files.delete(folder);
    }

    @Test
    void parquetKeepsTypesAndUnitsAndTheOrderOfRows() {
        Path path = directory.resolve("t.parquet");
        try (TableWriter writer = TableWriters.open(path, SCHEMA)) {
            for (int i = 0; i < 40; i++) {
                writer.write(batch(List.of(i + 0.5).toArray(Double[]::new), i));
            }
            writer.commit();
        }
        TableFile table = Formats.open(InputFile.of(path), Tables.OPTIONS);
        assertThat(table.schema().columns()).isEqualTo(SCHEMA.columns());
        assertThat(Tables.read(table, "pt")).hasSize(40).startsWith(0.5, 1.5).endsWith(38.5, 39.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {".csv", ".parquet", ".root", ".h5"})
    void whatIsNotCommittedLeavesNoTrace(String ending) throws IOException {
        Path path = directory.resolve("t" + ending);
        Files.writeString(path, "older");
        assertThatThrownBy(() -> {
                    try (TableWriter writer = TableWriters.open(path, SCHEMA)) {
                        writer.write(batch(new Double[] {1.0}, 1));
                        throw new IllegalStateException("something else fails");
                    }
                })
                .hasMessage("something else fails");
        assertThat(path).hasContent("older");
        try (Stream<Path> all = Files.list(directory)) {
            assertThat(all).containsExactly(path);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".csv", ".parquet", ".root", ".h5"})
    void aTableWithoutRowsIsATable(String ending) {
        Path path = directory.resolve("t" + ending);
        try (TableWriter writer = TableWriters.open(path, SCHEMA)) {
            writer.commit();
        }
        TableFile table = Formats.open(InputFile.of(path), Tables.OPTIONS);
        assertThat(table.rows()).hasValue(0);
        assertThat(table.schema().names()).isEqualTo(SCHEMA.names());
    }

    @ParameterizedTest
    @ValueSource(strings = {".csv", ".parquet", ".root", ".h5"})
    void aPlaceThatCannotBeWrittenIsNamed(String ending) {
        Path missing = directory.resolve("no/such/t" + ending);
        assertThatThrownBy(() -> TableWriters.open(missing, SCHEMA))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("cannot be written: there is no directory");
        Path unwritable = Path.of("/proc/t" + ending);
        assertThatThrownBy(() -> TableWriters.open(unwritable, SCHEMA))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("/proc/t" + ending + ": cannot be written: ");
    }

    @Test
    void anUnknownEndingIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> TableWriters.open(directory.resolve("t.xyz"), SCHEMA))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(".root, .parquet, .csv, .h5, .hdf5 are");
    }

    private static void check(String ending, List<Double> numbers, long seed) throws IOException {
        Path folder = Files.createTempDirectory("writers");
        Path path = folder.resolve("t" + ending);
        List<Double> all = new ArrayList<>(numbers);
        all.addAll(List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, Double.MIN_VALUE));
        Batch batch = batch(all.toArray(Double[]::new), seed);
        try (TableWriter writer = TableWriters.open(path, SCHEMA)) {
            writer.write(batch);
            writer.commit();
        }
        Map<String, List<Object>> read = Tables.read(Formats.open(InputFile.of(path), Tables.OPTIONS));
        assertThat(read.get("pt")).isEqualTo(new ArrayList<Object>(all));
        assertThat(read.get("score").stream().map(score -> ((Number) score).floatValue()))
                .containsExactlyElementsOf(all.stream().map(Double::floatValue).toList());
        List<Object> event = new ArrayList<>();
        List<Object> charge = new ArrayList<>();
        List<Object> good = new ArrayList<>();
        List<Object> name = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            event.add(batch.column("event").longAt(i));
            charge.add(batch.column("charge").longAt(i));
            good.add(batch.column("good").longAt(i) == 1);
            name.add(TEXTS[Math.floorMod(seed + i, TEXTS.length)]);
        }
        assertThat(read).containsEntry("event", event).containsEntry("charge", charge);
        assertThat(read).containsEntry("good", good).containsEntry("the \"name\", really", name);
        Files.delete(path);
        Files.delete(folder);
    }

    private static Batch batch(Double[] numbers, long seed) {
        int rows = numbers.length;
        double[] pt = new double[rows];
        float[] score = new float[rows];
        long[] event = new long[rows];
        int[] charge = new int[rows];
        boolean[] good = new boolean[rows];
        String[] name = new String[rows];
        for (int i = 0; i < rows; i++) {
            pt[i] = numbers[i];
            score[i] = numbers[i].floatValue();
            event[i] = seed - i;
            charge[i] = (int) (seed >> 32) + i;
            good[i] = (seed >> i & 1) == 1;
            name[i] = TEXTS[Math.floorMod(seed + i, TEXTS.length)];
        }
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("pt", new Column.Doubles(pt));
        columns.put("score", new Column.Floats(score));
        columns.put("event", new Column.Longs(event));
        columns.put("charge", new Column.Ints(charge));
        columns.put("good", new Column.Booleans(good));
        columns.put("the \"name\", really", new Column.Texts(name));
        return new Batch(rows, columns, "test", 1);
    }
}
