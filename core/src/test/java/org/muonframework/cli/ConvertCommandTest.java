package org.muonframework.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.TableWriter;
import org.muonframework.data.format.Tables;
import org.muonframework.data.format.files.FilesDatasetProvider;
import org.muonframework.data.format.files.Formats;
import org.muonframework.data.format.files.TableWriters;
import org.muonframework.run.Cancellation;
import org.muonframework.run.RunCancelledException;
import org.muonframework.run.RunListener;
import org.muonframework.run.convert.ConvertOptions;
import org.muonframework.run.convert.Converter;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;

class ConvertCommandTest {

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void prepare() {
        desk = new Desk(folder);
        desk.write("a.csv", "run,event,mu_pt,mu_eta\n1,10,5.5,0.1\n1,11,6.5,-0.2\n");
        desk.write("b.csv", "run,event,mu_pt,mu_eta\n2,20,7.5,0.3\n");
    }

    @Test
    void filesAreChainedIntoOneAndTheSizeIsPrinted() {
        Desk.Ended ended = convert("*.csv", "all.parquet");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).isEqualToIgnoringNewLines(path("all.parquet") + ": 3 rows, 4 columns");
        assertThat(ended.err()).contains("3 of 3");
        assertThat(read("all.parquet"))
                .containsEntry("event", List.of(10L, 11L, 20L))
                .containsEntry("mu_pt", List.of(5.5, 6.5, 7.5));
    }

    @Test
    void columnsAreChosenByNamesAndPatternsInTheirOrderAndRowsByACondition() {
        Desk.Ended ended = convert(
                "a.csv", "b.csv", "--columns", "mu_*, event,mu_pt", "--selection", "run > 1 || mu_pt < 6", "c.csv");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(path("c.csv")).hasContent("mu_pt,mu_eta,event\n5.5,0.1,10\n7.5,0.3,20\n");
    }

    @Test
    void unitsAndListsGoAlong() {
        writeMuons("muons.parquet");

        assertThat(convert("muons.parquet", "again.parquet").code()).isZero();

        assertThat(open("again.parquet").schema())
                .isEqualTo(open("muons.parquet").schema());
        assertThat(read("again.parquet")).containsEntry("Muon_pt", List.of(List.of(1.5f, 2.5f), List.of()));
    }

    @Test
    void listsGoThroughCsv() {
        writeMuons("muons.parquet");

        assertThat(convert("muons.parquet", "muons.csv").code()).isZero();
        assertThat(convert("muons.csv", "again.parquet").code()).isZero();
        assertThat(read("again.parquet")).containsEntry("Muon_pt", List.of(List.of(1.5, 2.5), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--columns=mu_pz|there is no column 'mu_pz'. Did you mean 'mu_pt'?",
                "--columns=el_*|no column matches 'el_*'. Known: event, mu_eta, mu_pt, run.",
                "--selection=mu_pz > 1|mu_pz",
                "--selection=mu_pt|where a condition is expected",
                "--threads=0|is at least 1",
                "--table=Events|holds one table",
            })
    void whatDoesNotFitIsNamedAndNothingIsWritten(String option, String words) {
        Desk.Ended ended = convert("a.csv", "c.parquet", option);

        assertThat(ended.code()).isIn(2, 3);
        assertThat(ended.err()).contains(words).doesNotContain("Exception");
        assertThat(path("c.parquet")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.csv", "./a.csv", "link.csv", "hard.csv"})
    void anInputIsNeverWrittenOver(String output) throws IOException {
        String before = Files.readString(path("a.csv"));
        Files.createSymbolicLink(path("link.csv"), path("a.csv"));
        Files.createLink(path("hard.csv"), path("a.csv"));

        Desk.Ended ended = convert("b.csv", "a.csv", output);

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("is the input").contains("inputs are never changed, name another");
        assertThat(path("a.csv")).hasContent(before);
    }

    @Test
    void whatTheFilesOfAChainDoNotShareIsSaid() {
        desk.write("c.csv", "run,event,mu_pt,extra\n3,30,8,1\n");

        Desk.Ended ended = convert("*.csv", "all.parquet", "--quiet");

        assertThat(ended.err())
                .contains("warning: column 'mu_eta': left out, missing in " + path("c.csv"))
                .contains("warning: column 'extra': left out, missing in " + path("a.csv") + ", " + path("b.csv"));
        assertThat(ended.out()).contains("4 rows, 3 columns");
    }

    @ParameterizedTest
    @ValueSource(strings = {"all.xyz", "no/such/folder/all.csv"})
    void aFileThatCannotBeWrittenIsNamed(String output) {
        Desk.Ended ended = convert("a.csv", output);

        assertThat(ended.code()).isIn(2, 3);
        assertThat(ended.err()).contains(path(output).toString()).doesNotContain("Exception");
    }

    @Test
    void oneFileAloneIsWrongUsage() {
        assertThat(convert("a.csv").code()).isEqualTo(2);
    }

    @Test
    void anInterruptLeavesNothingBehind() throws IOException {
        Cancellation cancellation = new Cancellation();
        AtomicInteger batches = new AtomicInteger();
        RunListener interrupting = new RunListener() {
            @Override
            public void stage(String name) {}

            @Override
            public void progress(long done, long total, String message) {
                batches.incrementAndGet();
                cancellation.request();
            }

            @Override
            public void warning(String message) {}
        };
        List<String> before = names();

        Assertions.assertThatThrownBy(() -> new Converter(new FilesDatasetProvider())
                        .convert(
                                List.of(path("*.csv").toString()),
                                path("all.parquet"),
                                new ConvertOptions(Optional.empty(), List.of(), Optional.empty(), "events", 2),
                                interrupting,
                                cancellation))
                .isInstanceOf(RunCancelledException.class);

        assertThat(batches).hasValue(1);
        assertThat(names()).isEqualTo(before);
    }

    private Desk.Ended convert(String... words) {
        return desk.framework(Stream.concat(
                        Stream.of("convert"),
                        Stream.of(words)
                                .map(word -> word.endsWith(".csv") || word.endsWith(".parquet") || word.endsWith(".xyz")
                                        ? path(word).toString()
                                        : word))
                .toArray(String[]::new));
    }

    private Path path(String name) {
        return folder.resolve(name);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    private TableFile open(String name) {
        return Formats.open(InputFile.of(path(name)), Tables.OPTIONS);
    }

    private Map<String, List<Object>> read(String name) {
        return Tables.read(open(name));
    }

    private void writeMuons(String name) {
        ColumnSpec pt = new ColumnSpec("Muon_pt", ColumnType.FLOAT, true, "GeV", "", ColumnRole.FEATURE);
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("nMuon", new Column.Ints(new int[] {2, 0}));
        columns.put("Muon_pt", new Column.Jagged(new int[] {0, 2, 2}, new Column.Floats(new float[] {1.5f, 2.5f})));
        try (TableWriter writer =
                TableWriters.open(path(name), Schema.of(List.of(ColumnSpec.of("nMuon", ColumnType.INT), pt)))) {
            writer.write(new Batch(2, columns, "test", 1));
            writer.commit();
        }
    }
}
