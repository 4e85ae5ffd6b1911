package org.muonframework.data.format.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.Tables;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.problem.DataException;

/** The fast look at simple tables, and the way back to the exact one. */
class CsvScanTest {

    /** More than a batch and more than the rows that types are first told from. */
    private static final int ROWS = 100_000;

    /** Enough for several parts. */
    private static final int MANY_ROWS = 700_000;

    @TempDir
    private Path directory;

    @Test
    void rowsAndWholeNumbersAreFoundByAnyNumberOfThreads() throws IOException {
        Path path = write(rows(MANY_ROWS, "1234567,0.25,x y\n"));
        BitSet all = new BitSet();
        all.set(0, 3);

        for (int threads : new int[] {1, 2, 3, 7}) {
            CsvScan scan = scan(path, all, threads).orElseThrow();
            assertThat(scan.rows()).isEqualTo(MANY_ROWS);
            assertThat(scan.whole().stream()).containsExactly(0);
            assertThat(scan.unsure().isEmpty()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n1,2\n3,4\n",
                "a,b\n1,2\n3,4",
                "a,b\r\n1,2\r\n3,4\r\n",
                "a,b\r\n1,2\r\n3,4",
                "\n \na,b\n1,2\n\n3,4\n\n",
                "\"a\",b\n 1 ,2\n+3,-4\n",
            })
    void simpleTablesAreUnderstood(String text) throws IOException {
        CsvScan scan = scan(write(text), columns(0, 1), 2).orElseThrow();

        assertThat(scan.rows()).isEqualTo(2);
        assertThat(scan.whole()).isEqualTo(columns(0, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n1,2\r\n3,4\n",
                "a,b\r1,2\r",
                "a,b\n1\n",
                "a,b\n1,2,3\n",
                "a,b\n\"x\ny\",2\n",
                "a,b\n \"x\",2\n",
                "a,b\n\"x\"y,2\n",
                "a,b\nx\"y,2\n",
                "a,b\n\"x,2\n",
                "a b\n1 2\n",
            })
    void otherTablesAreLeftToTheExactWay(String text) throws IOException {
        assertThat(scan(write(text), columns(0, 1), 2)).isEmpty();
    }

    @Test
    void quotesAndUnderscoresMakeNumbersUnsure() throws IOException {
        CsvScan scan = scan(write("a,b,c\n1,\"2\",1_0\n1,\"x, \"\"y\"\"\",2\n"), columns(0, 1, 2), 1)
                .orElseThrow();

        assertThat(scan.rows()).isEqualTo(2);
        assertThat(scan.whole()).isEqualTo(columns(0));
        assertThat(scan.unsure()).isEqualTo(columns(1, 2));
    }

    @Test
    void lettersOfAnyAlphabetAreOrdinary() throws IOException {
        Path path = write("a,b\nµ⁺µ⁻→Z→ττ,2\nüüüüüüüü,3\n漢字漢字,4\n");

        assertThat(scan(path, columns(1), 1).orElseThrow().rows()).isEqualTo(3);
        assertThat(Tables.read(open(path), "a")).containsExactly("µ⁺µ⁻→Z→ττ", "üüüüüüüü", "漢字漢字");
    }

    @Test
    void missingValuesLateInTheFileAreReadInTheExactWay() throws IOException {
        TableFile table = open(write(rows(ROWS, "7,0.5,t\n") + "8,n/a,u\n9,,v\n10, NaN ,w\n"));

        List<Object> values = Tables.read(table, "b");

        assertThat(values).hasSize(ROWS + 3).startsWith(0.5).endsWith(0.5, Double.NaN, Double.NaN, Double.NaN);
        assertThat(Tables.read(table, "a")).endsWith(7L, 8L, 9L, 10L);
    }

    @Test
    void aBadValueLateInTheFileIsNamedAfterTheGoodBatches() throws IOException {
        TableFile table = open(write(rows(ROWS, "7,0.5,t\n") + "8,1_5,u\n9,bad,v\n"));
        List<Integer> batches = new ArrayList<>();

        assertThatThrownBy(() -> {
                    try (BatchReader reader = table.open(Set.of("b"))) {
                        while (true) {
                            batches.add(reader.next().orElseThrow().rows());
                        }
                    }
                })
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith(":" + (ROWS + 2) + ": row " + (ROWS + 1)
                        + ", column 'b': '1_5' is not a number (2 such values in the column)");
        assertThat(batches).hasSize(ROWS / TableFile.BATCH_ROWS);
    }

    @Test
    void aLateFractionAndALateWordChangeTypes() throws IOException {
        TableFile table = open(write(rows(ROWS, "7,5,1\n") + "8,2.5,4\n"));
        assertThat(table.schema().columns())
                .extracting(column -> column.type())
                .containsExactly(ColumnType.LONG, ColumnType.DOUBLE, ColumnType.LONG);
        assertThat(table.rows()).hasValue(ROWS + 1);
        assertThat(Tables.read(table, "b")).endsWith(5.0, 2.5);
    }

    private static String rows(int count, String line) {
        return "a,b,c\n" + line.repeat(count);
    }

    private static BitSet columns(int... columns) {
        BitSet set = new BitSet();
        for (int column : columns) {
            set.set(column);
        }
        return set;
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("t.csv"), text);
    }

    private static TableFile open(Path path) {
        return new CsvFormat().open(InputFile.of(path), Tables.OPTIONS);
    }

    private static Optional<CsvScan> scan(Path path, BitSet candidates, int threads) throws IOException {
        CsvSource source = CsvSource.of(InputFile.of(path));
        String start = source.start();
        CsvDialect dialect = CsvDialect.find(start, Optional.empty(), source.file());
        return CsvScan.of(source, CsvHeader.read(start, dialect, source.file()), candidates, threads);
    }
}
