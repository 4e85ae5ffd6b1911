package org.muonframework.data.format.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.ReadOptions;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.Tables;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.problem.DataException;

class CsvFormatTest {

    @TempDir
    Path directory;

    @Test
    void blanksAroundNamesAndValuesDoNotCount() throws IOException {
        TableFile table = open("Type, RunNo,px1 ,  M\nGT,  140124, -2.5 , 4.5\nT , 7,  1e3,4\n");
        assertThat(table.schema().columns())
                .containsExactly(
                        ColumnSpec.of("Type", ColumnType.TEXT),
                        ColumnSpec.of("RunNo", ColumnType.LONG),
                        ColumnSpec.of("px1", ColumnType.DOUBLE),
                        ColumnSpec.of("M", ColumnType.DOUBLE));
        assertThat(table.rows()).isEqualTo(OptionalLong.of(2));
        assertThat(Tables.read(table))
                .containsEntry("Type", List.of("GT", "T"))
                .containsEntry("RunNo", List.of(140124L, 7L))
                .containsEntry("px1", List.of(-2.5, 1000.0))
                .containsEntry("M", List.of(4.5, 4.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|", " ", "   "})
    void theDelimiterIsFound(String delimiter) throws IOException {
        TableFile table = open("pt,name,n\n1.5,a,1\n2.5,b,2\n".replace(",", delimiter));
        assertThat(Tables.read(table))
                .containsEntry("pt", List.of(1.5, 2.5))
                .containsEntry("name", List.of("a", "b"))
                .containsEntry("n", List.of(1L, 2L));
    }

    @Test
    void quotedValuesMayHoldAnything() throws IOException {
        TableFile table = open("a,b\r\n\"x, \"\"y\"\"\r\nz\",1\r\n\"\", 2 \r\n\r\n \" q \" ,3");
        assertThat(Tables.read(table))
                .containsEntry("a", List.of("x, \"y\"\r\nz", "", " q "))
                .containsEntry("b", List.of(1L, 2L, 3L));
    }

    @Test
    void lineEndsOfAllSystemsAndAByteOrderMarkAreUnderstood() throws IOException {
        assertThat(Tables.read(open("\uFEFFa,b\r1,2\r3,4\r"), "b")).containsExactly(2L, 4L);
        assertThat(Tables.read(open("\uFEFFa,b\r\n1,2\r\n3,4"), "a")).containsExactly(1L, 3L);
    }

    @Test
    void typesFollowFromTheValues() throws IOException {
        TableFile table = open("whole,real,gaps,truth,text,none,huge\n1,1,1,true,1,,9223372036854775807\n"
                + "-2,2.5,,False,x,nan,9223372036854775808\n3,inf,n/a,TRUE,y,,1\n");
        assertThat(table.schema().columns())
                .extracting(ColumnSpec::type)
                .containsExactly(
                        ColumnType.LONG,
                        ColumnType.DOUBLE,
                        ColumnType.DOUBLE,
                        ColumnType.BOOLEAN,
                        ColumnType.TEXT,
                        ColumnType.DOUBLE,
                        ColumnType.DOUBLE);
        assertThat(Tables.read(table))
                .containsEntry("gaps", List.of(1.0, Double.NaN, Double.NaN))
                .containsEntry("truth", List.of(true, false, true))
                .containsEntry("real", List.of(1.0, 2.5, Double.POSITIVE_INFINITY));
    }

    /** Decimal numbers exactly between two doubles have to go to the even one, those a little above to the upper one. */
    @Test
    void hardNumbersGiveTheNearestDouble() throws IOException {
        List<String> hard = List.of(
                "9007199254740993",
                "9007199254740993.00000001",
                "4503599627370497.5",
                "18446744073709551615",
                "0.30000000000000004",
                "5e-324",
                "8.5e22",
                "1.7976931348623157e308",
                "1e400",
                "1e-400",
                "-0.0",
                ".5",
                "5.",
                "+1",
                "00012.50",
                "-Infinity");
        List<Object> wanted = hard.stream().<Object>map(Double::parseDouble).toList();
        assertThat(Tables.read(open("x,y\n" + String.join(",\n", hard) + ",\n"), "x"))
                .isEqualTo(wanted);
    }

    @Test
    void whatLooksLikeANumberToProgrammersOnlyIsText() throws IOException {
        TableFile table = open("id,hex,word\n1_000,0x10,1d\n2_000,0x11,1e\n");
        assertThat(table.schema().columns()).extracting(ColumnSpec::type).containsOnly(ColumnType.TEXT);
        assertThat(Tables.read(table)).containsEntry("id", List.of("1_000", "2_000"));
    }

    @Test
    void oneLateFractionMakesAColumnReal() throws IOException {
        String text = "n,truth,late\n" + "7,true,\n".repeat(30_000) + "2.5,no,x\n";
        TableFile table = open(text);
        assertThat(table.schema().columns())
                .extracting(ColumnSpec::type)
                .containsExactly(ColumnType.DOUBLE, ColumnType.TEXT, ColumnType.TEXT);
        assertThat(Tables.read(table, "n")).hasSize(30_001).endsWith(7.0, 2.5);
    }

    @Test
    void eventNumbersKeepAllTheirDigits() throws IOException {
        TableFile table = open("event, n\n9007199254740993, -9223372036854775808\n9007199254740995, +5\n");
        assertThat(Tables.read(table))
                .containsEntry("event", List.of(9007199254740993L, 9007199254740995L))
                .containsEntry("n", List.of(Long.MIN_VALUE, 5L));
    }

    @Test
    void linesMayEndInSeveralWays() throws IOException {
        assertThat(Tables.read(open("a,b\r\n1,2\n3,4\r\n"), "b")).containsExactly(2L, 4L);
        assertThat(Tables.read(open("a,b\n1,2\r\n3,4\n"), "b")).containsExactly(2L, 4L);
    }

    @Test
    void theLineOfABadValueCountsLinesWithinQuotesAndEmptyOnes() throws IOException {
        TableFile table = open("t,x\n" + "\"u\nv\",1.5\n\n".repeat(20) + "w,bad\n");
        assertThatThrownBy(() -> Tables.read(table, "x"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(":62: row 21, column 'x': 'bad' is not a number");
        assertProblem(() -> open("t,x\n\"u\nv\",1\n\n1,2,3\n"))
                .hasMessageEndingWith(":5: 3 fields where the header has 2");
    }

    @Test
    void fieldsBetweenBlanksMayBeQuotedAndAreCounted() throws IOException {
        TableFile table = open("  name   pt\n\n \"a \"\"b\"\"\"  1.5 \n c 2.5\n");
        assertThat(Tables.read(table))
                .containsEntry("name", List.of("a \"b\"", "c"))
                .containsEntry("pt", List.of(1.5, 2.5));
        assertProblem(() -> open("name pt\n" + "a 1\n".repeat(60) + "c 3 4\n"))
                .hasMessageEndingWith(":62: 3 fields where the header has 2");
    }

    @Test
    void aNameForSqlOrAPatternIsOnlyAName() throws IOException {
        Path path = directory.resolve("it's *.csv");
        Files.writeString(directory.resolve("it's 2.csv"), "a,b\n3,4\n");
        Files.writeString(path, "a\"b,select * from,A\"b\n1,2,3\n");
        assertThat(Tables.read(new CsvFormat().open(InputFile.of(path), Tables.OPTIONS)))
                .containsOnly(
                        Map.entry("a\"b", List.of(1L)),
                        Map.entry("select * from", List.of(2L)),
                        Map.entry("A\"b", List.of(3L)));
    }

    @Test
    void aFileThatChangesWhileItIsReadIsRefused() throws IOException {
        TableFile table = open("a,b\n1,2\n3,4\n");
        Files.writeString(table.file().path(), "a,b\n1,2\n");
        assertThatThrownBy(() -> Tables.read(table))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("has changed since it was opened");
    }

    @Test
    void aColumnWithoutANameIsLeftOut() throws IOException {
        TableFile table = open(",pt\n0,1.5\n1,2.5\n");
        assertThat(table.schema().names()).containsExactly("pt");
        assertThat(Tables.read(table, "pt")).containsExactly(1.5, 2.5);
    }

    @Test
    void aHeaderAloneIsATableWithoutRows() throws IOException {
        TableFile table = open("pt,eta\n");
        assertThat(table.rows()).isEqualTo(OptionalLong.of(0));
        assertThat(table.schema().names()).containsExactly("pt", "eta");
        assertThat(Tables.read(table)).isEmpty();
    }

    @Test
    void batchesAreCountedFromTheFirstRow() throws IOException {
        StringBuilder text = new StringBuilder("i,text\n");
        for (int i = 0; i < 200_000; i++) {
            text.append(i).append(",\"line\n").append(i).append("\"\n");
        }
        TableFile table = open(text.toString());
        try (BatchReader reader = table.open(Set.of("i", "text"))) {
            long row = 0;
            for (Optional<Batch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                assertThat(batch.get().firstRow()).isEqualTo(row + 1);
                assertThat(batch.get().rows()).isLessThanOrEqualTo(TableFile.BATCH_ROWS);
                for (int i = 0; i < batch.get().rows(); i++) {
                    assertThat(batch.get().column("i").longAt(i)).isEqualTo(row++);
                }
            }
            assertThat(row).isEqualTo(200_000);
        }
    }

    @Test
    void compressedTextIsRead() throws IOException {
        Path path = directory.resolve("t.csv.gz");
        byte[] bytes = gzip("pt,n\n1.5,1\n2.5,2\n");
        Files.write(path, bytes);
        assertThat(Tables.read(new CsvFormat().open(InputFile.of(path), Tables.OPTIONS), "pt"))
                .containsExactly(1.5, 2.5);
        Files.write(path, Arrays.copyOf(bytes, bytes.length - 9));
        assertProblem(() -> new CsvFormat().open(InputFile.of(path), Tables.OPTIONS))
                .hasMessageContaining("t.csv.gz")
                .hasMessageContaining("cut off");
    }

    @Test
    void aWordAmongNumbersIsNamedWithRowColumnAndCount() throws IOException {
        StringBuilder text = new StringBuilder("n,pt\n");
        for (int i = 1; i <= 100; i++) {
            text.append(i).append(i == 40 || i == 70 ? ",bad\n" : ",1.5\n");
        }
        TableFile table = open(text.toString());
        assertThat(Tables.read(table, "n")).hasSize(100);
        assertThatThrownBy(() -> Tables.read(table, "pt"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(":41: row 40, column 'pt': 'bad' is not a number (2 such values in the column)");
    }

    @Test
    void aLineWithTooFewOrTooManyFieldsIsNamed() {
        assertProblem(() -> open("a,b,c\n1,2,3\n4,5\n6,7,8\n"))
                .hasMessageEndingWith(":3: 2 fields where the header has 3");
        assertProblem(() -> open("a,b\n1,2\n1,2,3\n")).hasMessageEndingWith(":3: 3 fields where the header has 2");
        assertProblem(() -> open("a,b,c\n1,2,3\n4,"))
                .hasMessageEndingWith(":3: 2 fields where the header has 3, and no line end: the file is cut off");
    }

    @Test
    void aQuoteThatIsNeverClosedIsNamed() {
        assertProblem(() -> open("a,b\n1,2\n\"x,3\n4,5\n")).hasMessageContaining(":3: a double quote that opens here");
        assertProblem(() -> open("a,b\n\"x\"y,3\n")).hasMessageContaining(":2: there is text behind the closing");
    }

    @Test
    void twoColumnsOfOneNameAreRefused() {
        assertProblem(() -> open("px1 , px1,b\n1,2,3\n")).hasMessageContaining("columns 1 and 2 are both named 'px1'");
    }

    @Test
    void aHeaderOfNumbersIsRefused() {
        assertProblem(() -> open("1.5,2\n3,4\n")).hasMessageContaining(":1: the first line holds numbers");
    }

    @Test
    void aWrongDelimiterIsNamed() throws IOException {
        Path path = directory.resolve("t.csv");
        Files.writeString(path, "a,b\n1,2\n");
        ReadOptions options = new ReadOptions(Optional.empty(), Optional.of(';'), 1, Tables.OPTIONS.log());
        assertProblem(() -> new CsvFormat().open(InputFile.of(path), options))
                .hasMessageContaining(
                        "the delimiter ';' does not divide the header, but ',' divides it into 2 columns");
    }

    @Test
    void whatIsNotTextIsRefused() {
        assertProblem(() -> open("a,b\n1,2\n", StandardCharsets.UTF_16)).hasMessageContaining("UTF-16");
        assertProblem(() -> open("a,b\n\0,2\n")).hasMessageContaining("is not text");
        assertProblem(() -> open("\n \n\n")).hasMessageContaining("nothing but blank lines");
    }

    @Test
    void theSameDimuonsInTwoLayoutsHaveTheSameMasses() {
        TableFile dirty = real("cms-csv/dimuon_2-5GeV.csv");
        TableFile clean = real("cms-csv/dimuon-Jpsi.csv");
        assertThat(dirty.schema().find("EvNo").orElseThrow().type()).isEqualTo(ColumnType.LONG);
        List<Object> masses = Tables.read(dirty, "M");
        assertThat(masses).hasSize(2_000).startsWith(4.52006, 2.73378).isEqualTo(Tables.read(clean, "M"));
    }

    @Test
    void allOfRun2010BIsRead() {
        TableFile table = real("cms-csv/MuRun2010B_0.csv");
        assertThat(table.rows()).isEqualTo(OptionalLong.of(10_000));
        assertThat(Tables.read(table, "px1")).hasSize(10_000).startsWith(3.81713);
    }

    @Test
    void theTruncatedFileIsRefusedAtItsLastLine() {
        assertProblem(() -> real("bad-input/DERIVED_truncated_MuRun2010B.csv"))
                .hasMessageContaining("19 fields where the header has 21, and no line end: the file is cut off");
    }

    private TableFile real(String name) {
        return new CsvFormat().open(InputFile.of(Tables.real(name)), Tables.OPTIONS);
    }

    private TableFile open(String text) throws IOException {
        return open(text, StandardCharsets.UTF_8);
    }

    private TableFile open(String text, Charset charset) throws IOException {
        Path path = directory.resolve("t.csv");
        Files.writeString(path, text, charset);
        return new CsvFormat().open(InputFile.of(path), Tables.OPTIONS);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertProblem(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(DataException.class);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
