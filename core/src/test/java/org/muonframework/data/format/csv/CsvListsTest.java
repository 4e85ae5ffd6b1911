package org.muonframework.data.format.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.DataException;

@DisplayName("Lists in CSV")
class CsvListsTest {

    @TempDir
    Path directory;

    private TableFile open(String text) throws IOException {
        return open(Files.writeString(directory.resolve("t.csv"), text));
    }

    private static TableFile open(Path file) {
        return new CsvFormat().open(InputFile.of(file), Tables.OPTIONS);
    }

    private static ColumnSpec lists(String name, ColumnType type) {
        return new ColumnSpec(name, type, true, "", "", ColumnRole.FEATURE);
    }

    private Path write(Schema schema, Batch... batches) {
        Path file = directory.resolve("t.csv");
        try (TableWriter writer = CsvWriter.open(file, schema)) {
            for (Batch batch : batches) {
                writer.write(batch);
            }
            writer.commit();
        }
        return file;
    }

    @Test
    @DisplayName("are known by their brackets; all cells decide on the type of their elements")
    void types() throws IOException {
        TableFile table = open("""
                n,whole,real,mixed,truth,empty,gaps,text
                1,"[1, -2]","[1.5,2e3]",[7],[true],[],[4],[a]
                2,[],[],"[0.5, nan, -inf, NA]","[false, TRUE]",[],,"[1, 2]"
                3,[ 9223372036854775807 ],"[.5 , +3]",[],[],[ ],n/a,[]
                """);

        assertThat(table.schema().columns())
                .containsExactly(
                        ColumnSpec.of("n", ColumnType.LONG),
                        lists("whole", ColumnType.LONG),
                        lists("real", ColumnType.DOUBLE),
                        lists("mixed", ColumnType.DOUBLE),
                        lists("truth", ColumnType.BOOLEAN),
                        lists("empty", ColumnType.DOUBLE),
                        lists("gaps", ColumnType.LONG),
                        ColumnSpec.of("text", ColumnType.TEXT));
        assertThat(Tables.read(table))
                .containsEntry("n", List.of(1L, 2L, 3L))
                .containsEntry("whole", List.of(List.of(1L, -2L), List.of(), List.of(Long.MAX_VALUE)))
                .containsEntry("real", List.of(List.of(1.5, 2000.0), List.of(), List.of(0.5, 3.0)))
                .containsEntry(
                        "mixed",
                        List.of(
                                List.of(7.0),
                                List.of(0.5, Double.NaN, Double.NEGATIVE_INFINITY, Double.NaN),
                                List.of()))
                .containsEntry("truth", List.of(List.of(true), List.of(false, true), List.of()))
                .containsEntry("empty", List.of(List.of(), List.of(), List.of()))
                .containsEntry("gaps", List.of(List.of(4L), List.of(), List.of()))
                .containsEntry("text", List.of("[a]", "[1, 2]", "[]"));
    }

    @Test
    @DisplayName("may stand between semicolons, and become real in the last row")
    void late() throws IOException {
        TableFile table = open("a;b\n" + "1;[1, 2]\n".repeat(30_000) + "2;[0.5]\n");

        assertThat(table.schema().columns()).contains(lists("b", ColumnType.DOUBLE));
        assertThat(Tables.read(table, "b"))
                .hasSize(30_001)
                .startsWith(List.of(1.0, 2.0))
                .endsWith(List.of(0.5));
    }

    @Test
    @DisplayName("with something else among them are refused with line and row")
    void bad() throws IOException {
        TableFile table = open("n,e\n" + "1,\"[1.5, 2]\"\n".repeat(20) + "2,\"[1.5, x]\"\n");

        assertThat(Tables.read(table, "n")).hasSize(21);
        assertThatThrownBy(() -> Tables.read(table, "e"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(
                        "t.csv:22: row 21, column 'e': '[1.5, x]' is not a list of numbers, such as [1, 2.5]");
    }

    @Test
    @DisplayName("come back as they were written, each number with all its bits")
    void bits() {
        SplittableRandom random = new SplittableRandom(1);
        int rows = 3000;
        int[] offsets = new int[rows + 1];
        for (int i = 0; i < rows; i++) {
            offsets[i + 1] = offsets[i] + random.nextInt(4);
        }
        double[] doubles = new double[offsets[rows]];
        float[] floats = new float[offsets[rows]];
        long[] longs = new long[offsets[rows]];
        int[] ints = new int[offsets[rows]];
        boolean[] booleans = new boolean[offsets[rows]];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = Double.longBitsToDouble(random.nextLong());
            floats[i] = Float.intBitsToFloat(random.nextInt());
            longs[i] = random.nextLong();
            ints[i] = random.nextInt();
            booleans[i] = random.nextBoolean();
        }
        Map<String, Column> columns = Map.of(
                "d", new Column.Jagged(offsets, new Column.Doubles(doubles)),
                "f", new Column.Jagged(offsets, new Column.Floats(floats)),
                "l", new Column.Jagged(offsets, new Column.Longs(longs)),
                "i", new Column.Jagged(offsets, new Column.Ints(ints)),
                "b", new Column.Jagged(offsets, new Column.Booleans(booleans)));
        Schema schema = Schema.of(List.of(
                lists("d", ColumnType.DOUBLE),
                lists("f", ColumnType.FLOAT),
                lists("l", ColumnType.LONG),
                lists("i", ColumnType.INT),
                lists("b", ColumnType.BOOLEAN)));
        TableFile table = open(write(schema, new Batch(rows, columns, "", 1)));

        assertThat(flat(table, "d")).isEqualTo(Arrays.stream(doubles).boxed().toList());
        assertThat(Tables.read(table, "d").stream().map(list -> ((List<?>) list).size()))
                .containsExactlyElementsOf(lengths(offsets));
        assertThat(flat(table, "f").stream().map(x -> ((Double) x).floatValue()))
                .containsExactlyElementsOf(boxed(floats));
        assertThat(flat(table, "l")).isEqualTo(Arrays.stream(longs).boxed().toList());
        assertThat(flat(table, "i"))
                .isEqualTo(Arrays.stream(ints).asLongStream().boxed().toList());
        assertThat(flat(table, "b")).hasSize(booleans.length).first().isEqualTo(booleans[0]);
    }

    private static List<Integer> lengths(int[] offsets) {
        Integer[] lengths = new Integer[offsets.length - 1];
        Arrays.setAll(lengths, row -> offsets[row + 1] - offsets[row]);
        return List.of(lengths);
    }

    private static List<Float> boxed(float[] values) {
        Float[] boxed = new Float[values.length];
        Arrays.setAll(boxed, i -> values[i]);
        return List.of(boxed);
    }

    private static List<Object> flat(TableFile table, String column) {
        return Tables.read(table, column).stream()
                .<Object>flatMap(list -> ((List<?>) list).stream())
                .toList();
    }

    @Test
    @Timeout(60)
    @DisplayName("of 51,200 elements, four in a row, are read in time that grows as they do")
    void longLists() {
        int elements = 51_200;
        int rows = 10;
        double[] values =
                new SplittableRandom(2).doubles((long) rows * elements, 0, 1000).toArray();
        int[] offsets = new int[rows + 1];
        Arrays.setAll(offsets, row -> row * elements);
        Column column = new Column.Jagged(offsets, new Column.Doubles(values));
        Schema schema = Schema.of(List.of(
                lists("e", ColumnType.DOUBLE),
                lists("x", ColumnType.DOUBLE),
                lists("y", ColumnType.DOUBLE),
                lists("z", ColumnType.DOUBLE)));
        Path file = write(schema, new Batch(rows, Map.of("e", column, "x", column, "y", column, "z", column), "", 1));
        long start = System.nanoTime();
        TableFile table = open(file);
        try (BatchReader reader = table.open(Set.of("z"))) {
            Column.Jagged read = (Column.Jagged) reader.next().orElseThrow().column("z");
            assertThat(read.offsets()).isEqualTo(offsets);
            assertThat(((Column.Doubles) read.values()).values()).isEqualTo(values);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    @DisplayName("of texts are not written")
    void texts() {
        assertThatThrownBy(() ->
                        CsvWriter.open(directory.resolve("t.csv"), Schema.of(List.of(lists("names", ColumnType.TEXT)))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("CSV has lists of numbers only, but 1 column holds lists of texts: 'names'. ");
    }
}
