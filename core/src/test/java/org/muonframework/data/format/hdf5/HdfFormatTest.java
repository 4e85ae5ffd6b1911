package org.muonframework.data.format.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.Tables;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.problem.DataException;

/** Files that h5py made; {@code types.py} beside them says what they hold. */
class HdfFormatTest {

    @TempDir
    private Path directory;

    private Path types;

    @BeforeEach
    void copyFiles() throws IOException {
        types = copy("types.h5");
    }

    @Test
    void readsEveryTypeOfInteger() {
        TableFile table = open(types, "types");
        Map<String, List<Object>> values = Tables.read(table);

        assertThat(values)
                .containsEntry("i1", List.of(-1L, 0L, 127L))
                .containsEntry("i2", List.of(-1L, 0L, 32767L))
                .containsEntry("i4", List.of(-1L, 0L, 2147483647L))
                .containsEntry("i4_big", List.of(-1L, 0L, 2147483647L))
                .containsEntry("i8", List.of(-1L, 0L, Long.MAX_VALUE))
                .containsEntry("u1", List.of(0L, 1L, 255L))
                .containsEntry("u2", List.of(0L, 1L, 65535L))
                .containsEntry("u4", List.of(0L, 1L, 4294967295L))
                .containsEntry("u8", List.of(0L, 1L, Long.MAX_VALUE))
                .containsEntry("region", List.of(1L, 7L, 0L));
        assertThat(type(table, "u2")).isEqualTo(ColumnType.INT);
        assertThat(type(table, "u4")).isEqualTo(ColumnType.LONG);
    }

    @Test
    void readsFloatingPointNumbersTruthValuesAndTexts() {
        Map<String, List<Object>> values = Tables.read(open(types, "types"));

        assertThat(values)
                .containsEntry("f2", List.of(-1.5f, 0x1p-24f, Float.POSITIVE_INFINITY))
                .containsEntry("f4", List.of(-1.5f, Float.MIN_VALUE, Float.POSITIVE_INFINITY))
                .containsEntry("f8", List.of(-1.5, Double.MIN_VALUE, Double.POSITIVE_INFINITY))
                .containsEntry("f8_big", List.of(-1.5, Double.NaN, Double.POSITIVE_INFINITY))
                .containsEntry("truth", List.of(true, false, true))
                .containsEntry("fixed", List.of("muon", "", "µµµ"))
                .containsEntry("text", List.of("muon", "", "µ→eγ"));
    }

    @Test
    void readsListsOfFixedAndOfVariableLengthWithUnitAndDescription() {
        TableFile table = open(types, "types");

        assertThat(Tables.read(table, "pairs")).containsExactly(List.of(0f, 1f), List.of(2f, 3f), List.of(4f, 5f));
        assertThat(Tables.read(table, "lists")).containsExactly(List.of(1.5f, 2.5f), List.of(), List.of(-3.5f));
        assertThat(table.schema().find("pairs"))
                .hasValueSatisfying(column -> assertThat(List.of(column.unit(), column.description()))
                        .containsExactly("GeV", "two of a kind"));
    }

    @Test
    void leavesOutWhatIsNoColumn() {
        assertThat(open(types, "types").schema().names()).doesNotContain("cube", "reference", "other");
    }

    @Test
    void refusesNumbersThatNoIntegerHolds() {
        TableFile table = open(types, "huge");

        assertThatThrownBy(() -> Tables.read(table))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("types.h5: dataset '/huge/number', column 'number'")
                .hasMessageContaining("9223372036854775808 is above 9223372036854775807");
    }

    @Test
    void undoesFiltersAndRefusesUnknownOnesByName() {
        TableFile table = open(types, "filters");
        List<Object> expected = Tables.read(table, "gzip");

        assertThat(expected).hasSize(1000).startsWith(0L, 919L, 838L);
        for (String filter : List.of("shuffle", "lzf", "fletcher32")) {
            assertThat(Tables.read(table, filter)).isEqualTo(expected);
        }
        assertThatThrownBy(() -> Tables.read(table, "scaleoffset"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(
                        "dataset '/filters/scaleoffset' is written with the filter 'scaleoffset' (number 6)");
    }

    @Test
    void readsTheFillValueWhereNothingWasWritten() {
        TableFile table = open(types, "gaps");

        assertThat(Tables.read(table, "some")).containsExactly(Float.NaN, Float.NaN, 1.5f, Float.NaN, Float.NaN);
        assertThat(Tables.read(table, "none")).containsOnly(-999L).hasSize(5);
        assertThat(Tables.read(table, "wide"))
                .containsExactly(
                        List.of(-1L, -1L, -1L),
                        List.of(-1L, -1L, -1L),
                        List.of(-1L, -1L, -1L),
                        List.of(-1L, -1L, 7L),
                        List.of(-1L, -1L, -1L));
    }

    @Test
    void findsACounterByItsSum() {
        assertThat(Tables.read(open(types, "counted")))
                .containsEntry("n", List.of(2L, 0L, 1L, 2L))
                .containsEntry("pt", List.of(List.of(1.0, 2.0), List.of(), List.of(3.0), List.of(4.0, 5.0)));
    }

    @Test
    void readsRecordsAsATable() {
        assertThat(Tables.read(open(types, "/records")))
                .containsEntry("id", List.of(1L, 2L))
                .containsEntry("p_x", List.of(2.5, -1.5))
                .containsEntry("hits", List.of(List.of(3L, 4L), List.of(5L, 6L)))
                .containsEntry("name", List.of("a", "bc"));
    }

    @Test
    void namesTablesByTheirPathAndIsNotLostInCircles() {
        assertThat(Tables.read(open(types, "deep/er"), "value")).containsExactly(0.0, 1.0, 2.0, 3.0);
        assertThatThrownBy(() -> open(types, "deep/err"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("there is no table 'deep/err'. Did you mean '/deep/er'?");
    }

    @Test
    void takesTheLargestTableWhereNoneIsNamed() {
        assertThat(new HdfFormat()
                        .open(InputFile.of(types), Tables.OPTIONS)
                        .schema()
                        .names())
                .contains("gzip", "lzf");
    }

    @Test
    void findsTheFileBehindAUserBlock() throws IOException {
        TableFile table = new HdfFormat().open(InputFile.of(copy("userblock.h5")), Tables.OPTIONS);

        assertThat(Tables.read(table)).containsExactly(Map.entry("value", List.of(0.0, 1.0, 2.0)));
    }

    @Test
    void refusesWhatIsNotHdf5() throws IOException {
        Path text = Files.writeString(directory.resolve("text.h5"), "pt,eta\n1,2\n");

        assertThatThrownBy(() -> new HdfFormat().open(InputFile.of(text), Tables.OPTIONS))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("is not an HDF5 file");
    }

    private Path copy(String name) throws IOException {
        Path copy = directory.resolve(name);
        try (InputStream in = HdfFormatTest.class.getResourceAsStream("/hdf5/" + name)) {
            Files.copy(in, copy);
        }
        return copy;
    }

    private static TableFile open(Path file, String table) {
        return new HdfFormat().open(InputFile.of(file), Tables.OPTIONS.of(table));
    }

    private static ColumnType type(TableFile table, String column) {
        return table.schema().find(column).map(ColumnSpec::type).orElseThrow();
    }
}
