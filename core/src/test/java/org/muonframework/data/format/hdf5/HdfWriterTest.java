package org.muonframework.data.format.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.RandomTables;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.TableWriter;
import org.muonframework.data.format.Tables;
import org.muonframework.data.format.files.TableWriters;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.DataException;

class HdfWriterTest {

    private static final Schema LISTS =
            Schema.of(List.of(new ColumnSpec("pt", ColumnType.FLOAT, true, "GeV", "", ColumnRole.FEATURE)));
    private static final Batch EVENTS = new Batch(
            3,
            Map.of("pt", new Column.Jagged(new int[] {0, 2, 2, 3}, new Column.Floats(new float[] {1, 2, 3}))),
            "",
            1);

    @TempDir
    private Path directory;

    /** Values are compared as objects, which tells apart all doubles but NaNs of different bits. */
    @Property(tries = 60)
    void readsBackWhatItWrote(@ForAll long seed) throws IOException {
        Path folder = Files.createTempDirectory("hdf");
        Path file = folder.resolve("table.h5");
        RandomTables tables = new RandomTables(seed);
        Schema schema = tables.schema();
        List<Batch> batches = new ArrayList<>();
        Random random = new Random(seed);
        for (int i = random.nextInt(4); i > 0; i--) {
            batches.add(tables.batch(schema, 1 + random.nextInt(50)));
        }
        try {
            write(file, schema, "events", batches);
            TableFile table = new HdfFormat().open(InputFile.of(file), Tables.OPTIONS);

            assertThat(table.schema()).isEqualTo(schema);
            assertThat(table.rows())
                    .hasValue(batches.stream().mapToLong(Batch::rows).sum());
            assertThat(Tables.read(table)).isEqualTo(Tables.read(reader(batches)));
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    @Test
    void keepsTheBitsOfNan() {
        Path file = directory.resolve("nan.h5");
        double[] values = {Double.longBitsToDouble(0x7ff8000000000123L), Double.longBitsToDouble(0xfff0000000000001L)};
        Schema schema = Schema.of(List.of(ColumnSpec.of("x", ColumnType.DOUBLE)));
        write(file, schema, "t", List.of(new Batch(2, Map.of("x", new Column.Doubles(values)), "", 1)));

        try (BatchReader reader =
                new HdfFormat().open(InputFile.of(file), Tables.OPTIONS).open(schemaNames(schema))) {
            Column.Doubles read = (Column.Doubles) reader.next().orElseThrow().column("x");
            assertThat(Double.doubleToRawLongBits(read.values()[0])).isEqualTo(0x7ff8000000000123L);
            assertThat(Double.doubleToRawLongBits(read.values()[1])).isEqualTo(0xfff0000000000001L);
        }
    }

    @Test
    void writesListsAsElementsAndACounterInAGroupOfTheTablesName() {
        Path file = directory.resolve("lists.hdf5");
        try (TableWriter writer = TableWriters.open(file, LISTS, "muons/good")) {
            writer.write(EVENTS);
            writer.commit();
        }

        try (HdfFile hdf = new HdfFile(file)) {
            assertThat(hdf.getDatasetByPath("muons/good/pt").getData()).isEqualTo(new float[] {1, 2, 3});
            assertThat(hdf.getDatasetByPath("muons/good/n_pt").getData()).isEqualTo(new int[] {2, 0, 1});
            assertThat(hdf.getByPath("muons/good/pt").getAttribute("units").getData())
                    .isEqualTo("GeV");
        }
        assertThat(Tables.read(new HdfFormat().open(InputFile.of(file), Tables.OPTIONS.of("muons/good"))))
                .containsExactly(Map.entry("pt", List.of(List.of(1f, 2f), List.of(), List.of(3f))));
    }

    @Test
    void bearsAColumnWithTheNameOfACounter() {
        Path file = directory.resolve("names.h5");
        Schema schema = Schema.of(List.of(LISTS.columns().get(0), ColumnSpec.of("n_pt", ColumnType.INT)));
        Map<String, Column> columns = new LinkedHashMap<>(EVENTS.columns());
        columns.put("n_pt", new Column.Ints(new int[] {7, 8, 9}));
        write(file, schema, "events", List.of(new Batch(3, columns, "", 1)));

        assertThat(Tables.read(new HdfFormat().open(InputFile.of(file), Tables.OPTIONS)))
                .containsEntry("n_pt", List.of(7L, 8L, 9L))
                .containsEntry("pt", List.of(List.of(1f, 2f), List.of(), List.of(3f)));
    }

    @Test
    void leavesNothingBehindWithoutACommit() throws IOException {
        try (TableWriter writer = HdfWriter.open(directory.resolve("x.h5"), LISTS, "events")) {
            writer.write(EVENTS);
        }

        try (var files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void refusesNamesAndTextsThatHdf5CannotHold() {
        Path file = directory.resolve("x.h5");
        Schema ratio = Schema.of(List.of(ColumnSpec.of("pt/jet", ColumnType.DOUBLE)));
        Schema text = Schema.of(List.of(ColumnSpec.of("t", ColumnType.TEXT)));
        Batch zero = new Batch(1, Map.of("t", new Column.Texts(new String[] {"a\0b"})), "in.csv", 5);

        assertThatThrownBy(() -> HdfWriter.open(file, ratio, "events"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("column 'pt/jet' cannot be written");
        assertThatThrownBy(() -> write(file, text, "events", List.of(zero)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("column 't', rows from 5 of in.csv: a text holds a zero character");
        assertThat(file).doesNotExist();
    }

    private static void write(Path file, Schema schema, String table, List<Batch> batches) {
        try (TableWriter writer = HdfWriter.open(file, schema, table)) {
            batches.forEach(writer::write);
            writer.commit();
        }
    }

    private static Set<String> schemaNames(Schema schema) {
        return Set.copyOf(schema.names());
    }

    private static BatchReader reader(List<Batch> batches) {
        List<Batch> left = new ArrayList<>(batches);
        return new BatchReader() {
            @Override
            public Optional<Batch> next() {
                return left.isEmpty() ? Optional.empty() : Optional.of(left.remove(0));
            }

            @Override
            public void close() {
                left.clear();
            }
        };
    }
}
