package org.muonframework.data.format.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.Tables;
import org.muonframework.data.format.duckdb.DuckDatabase;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.problem.DataException;

class ParquetFormatTest {

    @TempDir
    Path directory;

    @Test
    void everyTypeBecomesTheNarrowestOfOursThatHoldsIt() throws SQLException {
        TableFile table = make("1::TINYINT AS a, 2::UINTEGER AS b, 18014398509481985::UBIGINT AS c, 1.5::FLOAT AS d,"
                + " 2.25::DECIMAL(9, 3) AS e, 3::HUGEINT AS f, true AS g, 'x' AS h, DATE '2011-03-14' AS i,"
                + " [1.5::FLOAT, 2] AS j, {'k': 1} AS k, [[1]] AS l");
        assertThat(table.schema().columns())
                .extracting(ColumnSpec::name, ColumnSpec::type, ColumnSpec::jagged)
                .containsExactly(
                        tuple("a", ColumnType.INT, false),
                        tuple("b", ColumnType.LONG, false),
                        tuple("c", ColumnType.LONG, false),
                        tuple("d", ColumnType.FLOAT, false),
                        tuple("e", ColumnType.DOUBLE, false),
                        tuple("f", ColumnType.DOUBLE, false),
                        tuple("g", ColumnType.BOOLEAN, false),
                        tuple("h", ColumnType.TEXT, false),
                        tuple("i", ColumnType.TEXT, false),
                        tuple("j", ColumnType.FLOAT, true));
        assertThat(Tables.read(table))
                .containsEntry("c", List.of(18014398509481985L))
                .containsEntry("e", List.of(2.25))
                .containsEntry("i", List.of("2011-03-14"))
                .containsEntry("j", List.of(List.of(1.5f, 2f)));
    }

    @Test
    void aMissingNumberIsNaNAndMakesAnIntegerColumnReal() throws SQLException {
        TableFile table = make("unnest([1, NULL, 3]) AS n, unnest([1.5::DOUBLE, 2, NULL]) AS x,"
                + " unnest(['a', NULL, 'c']) AS t, unnest([true, false, NULL]) AS b, unnest([1, 2, 3]) AS full");
        assertThat(Tables.read(table))
                .isEqualTo(Map.of(
                        "n", List.of(1.0, Double.NaN, 3.0),
                        "x", List.of(1.5, 2.0, Double.NaN),
                        "t", List.of("a", "", "c"),
                        "b", List.of(1.0, 0.0, Double.NaN),
                        "full", List.of(1L, 2L, 3L)));
        assertThat(table.schema().find("n").orElseThrow().type()).isEqualTo(ColumnType.DOUBLE);
    }

    @Test
    void anUnsignedNumberBeyondSixtyThreeBitsIsAnError() throws SQLException {
        TableFile table = make("18446744073709551615::UBIGINT AS event, 1 AS x");
        assertThat(Tables.read(table, "x")).containsExactly(1L);
        assertThatThrownBy(() -> Tables.read(table, "event"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("18446744073709551615 does not fit into a signed integer of 64 bits");
    }

    @Test
    void rowsAndListsKeepTheOrderOfTheFile() throws SQLException {
        TableFile table =
                make("i, CASE WHEN i % 7 = 0 THEN NULL ELSE range(i, i + i % 4) END AS l" + " FROM range(300000) t(i)");
        long row = 0;
        try (BatchReader reader = table.open(Set.of("i", "l"))) {
            for (Optional<Batch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                assertThat(batch.get().firstRow()).isEqualTo(row + 1);
                assertThat(batch.get().rows()).isLessThanOrEqualTo(TableFile.BATCH_ROWS);
                var lists = (Column.Jagged) batch.get().column("l");
                for (int i = 0; i < batch.get().rows(); i++, row++) {
                    assertThat(batch.get().column("i").longAt(i)).isEqualTo(row);
                    int from = lists.offsets()[i];
                    assertThat(lists.offsets()[i + 1] - from).isEqualTo(row % 7 == 0 ? 0 : (int) (row % 4));
                    if (lists.offsets()[i + 1] > from) {
                        assertThat(lists.values().longAt(from)).isEqualTo(row);
                    }
                }
            }
        }
        assertThat(row).isEqualTo(300_000);
    }

    @Test
    void namesThatMeanSomethingToSqlOrToPatternsAreOnlyNames() throws SQLException, IOException {
        Path path = directory.resolve("year=2010");
        Files.createDirectories(path);
        write(path.resolve("it's [1]*.parquet"), "1.5 AS \"px1 \", 2 AS \"a\"\"b\", 3 AS \"select\"");
        TableFile table = open(path.resolve("it's [1]*.parquet"));
        assertThat(table.schema().names()).containsExactly("px1", "a\"b", "select");
        assertThat(Tables.read(table)).containsEntry("px1", List.of(1.5)).containsEntry("a\"b", List.of(2L));
    }

    @ParameterizedTest
    @CsvSource({
        "awkward_list-depths-simple, 5",
        "awkward_nullable-record-primitives, 5",
        "awkward_record-primitives, 5",
        "dask_part0, 50",
        "dask_part1, 50",
        "nano_dimuon_snappy, 10",
        "pt_alltypes_dictionary, 2",
        "pt_alltypes_plain.snappy, 2",
        "pt_datapage_v2.snappy, 5",
        "pt_delta_binary_packed, 200",
        "pt_lz4_raw_compressed, 4",
        "pt_nulls.snappy, 8"
    })
    void filesOfOtherProgramsAreRead(String name, int rows) {
        TableFile table = open(Tables.real("parquet/" + name + ".parquet"));
        assertThat(table.rows()).isEqualTo(OptionalLong.of(rows));
        Tables.read(table)
                .forEach((column, values) -> assertThat(values).as(column).hasSize(rows));
    }

    @Test
    void aNumberMissingInAListOfWholeNumbersIsAnErrorForThatColumnOnly() {
        TableFile table = open(Tables.real("parquet/pt_list_columns.parquet"));
        assertThat(Tables.read(table, "utf8_list"))
                .containsExactly(List.of("abc", "efg", "hij"), List.of(), List.of("efg", "", "hij", "xyz"));
        assertThatThrownBy(() -> Tables.read(table, "int64_list"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("in the lists of column 'int64_list'");
    }

    @Test
    void nanoAodGivesEventsWithListsOfMuons() {
        TableFile table = open(Tables.real("parquet/nano_dimuon.parquet"));
        assertThat(table.rows()).isEqualTo(OptionalLong.of(40));
        Map<String, List<Object>> events = Tables.read(table.open(Set.of("event", "nMuon", "Muon_pt")));
        assertThat(events.get("event")).hasSize(40).doesNotHaveDuplicates();
        for (int i = 0; i < 40; i++) {
            assertThat((List<?>) events.get("Muon_pt").get(i))
                    .hasSize(((Long) events.get("nMuon").get(i)).intValue());
        }
        assertThat(events.get("Muon_pt").stream()
                        .mapToInt(muons -> ((List<?>) muons).size())
                        .sum())
                .isEqualTo(84);
    }

    @ParameterizedTest
    @CsvSource({
        "DERIVED_truncated_nano_dy.parquet, its end",
        "PARQUET-1481.parquet, cannot be decoded",
        "datapage_v1-corrupt-checksum.parquet, checksum",
        "ARROW-GH-41317.parquet, ''"
    })
    void damagedFilesGiveOneClearError(String name, String message) {
        Path path = Tables.real("bad-input/" + name);
        assertThatThrownBy(() -> Tables.read(open(path)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(message)
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
    }

    @Test
    void whatIsNoParquetFileIsSaidToBeNone() throws IOException {
        Path path = directory.resolve("t.parquet");
        Files.writeString(path, "a,b\n1,2\n");
        assertThatThrownBy(() -> open(path))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("is not a Parquet file")
                .hasMessageContaining("looks like text");
    }

    @Test
    void aPageDamagedInTheMiddleIsAnErrorAndNotTheEndOfTheFile() throws SQLException, IOException {
        Path path = directory.resolve("t.parquet");
        write(path, "hash(i) / 1e19 AS x, hash(i + 1) / 1e19 AS y FROM range(400000) t(i)");
        byte[] bytes = Files.readAllBytes(path);
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 100_000, (byte) 0x5A);
        Files.write(path, bytes);
        assertThatThrownBy(() -> Tables.read(open(path)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("t.parquet");
    }

    @Test
    void noDamageCrashesTheProgram() throws SQLException, IOException {
        Path path = directory.resolve("t.parquet");
        write(path, "i, i / 3 AS x, 'text' || i AS t, range(i % 3) AS l FROM range(1000) t(i)");
        byte[] good = Files.readAllBytes(path);
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 60; trial++) {
            byte[] bad = Arrays.copyOf(good, trial % 5 == 0 ? random.nextInt(1, good.length) : good.length);
            for (int i = 0; i < 8; i++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            Files.write(path, bad);
            try {
                Tables.read(open(path));
            } catch (DataException e) {
                assertThat(e.getMessage()).contains("t.parquet");
            }
        }
    }

    private TableFile make(String select) throws SQLException {
        Path path = directory.resolve("t.parquet");
        write(path, select);
        return open(path);
    }

    private static void write(Path path, String select) throws SQLException {
        try (DuckDBConnection connection = DuckDatabase.open(1, Optional.empty());
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT " + select + ") TO "
                    + DuckDatabase.literal(path.toString().replace("*.parquet", "x")) + " (FORMAT parquet)");
            if (path.toString().contains("*")) {
                Files.move(Path.of(path.toString().replace("*.parquet", "x")), path);
            }
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    private static TableFile open(Path path) {
        return new ParquetFormat().open(InputFile.of(path), Tables.OPTIONS);
    }
}
