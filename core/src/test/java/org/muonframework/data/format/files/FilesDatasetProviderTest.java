package org.muonframework.data.format.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.data.format.TableWriter;
import org.muonframework.data.format.Tables;
import org.muonframework.spi.Context;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.DataException;
import org.slf4j.Logger;

class FilesDatasetProviderTest {

    @TempDir
    Path directory;

    @BeforeEach
    void twoSamples() throws IOException {
        write("signal/a.csv", "Run,Event,pt,q\n1,10,5.5,1\n1,11,6.5,-1\n");
        write("signal/deep/b.csv", "Run,Event,pt,q\n2,12,7,0.5\n");
        write("background.csv", "Run,Event,ptMeV,q,extra\n3,13,8000,1,9\n3,14,9000,1,9\n");
    }

    @Test
    void oneSampleIsItsFilesInAlphabeticalOrder() {
        Dataset dataset = create(files("signal/**/*.csv"));
        assertThat(dataset.files())
                .containsExactly(directory.resolve("signal/a.csv"), directory.resolve("signal/deep/b.csv"));
        assertThat(dataset.rows()).isEqualTo(OptionalLong.of(3));
        assertThat(dataset.schema().names()).containsExactly("Run", "Event", "pt", "q");
        assertThat(dataset.schema().withRole(ColumnRole.KEY))
                .extracting(ColumnSpec::name)
                .containsExactly("Run", "Event");
        assertThat(Tables.read(dataset.open(Set.of("Event", "q"))))
                .containsEntry("Event", List.of(10L, 11L, 12L))
                .containsEntry("q", List.of(1.0, -1.0, 0.5));
    }

    @Test
    void aFileNamedTwiceIsReadOnce() {
        assertThat(create(files("signal/a.csv", "signal/*.csv", "./signal/a.csv"))
                        .files())
                .hasSize(1);
    }

    @Test
    void samplesGiveClassesWeightsNamesAndColumns() {
        Dataset dataset = create(samples(Map.of(
                "ttbar",
                new SampleSettings(
                        List.of("signal/**/*.csv"),
                        Optional.empty(),
                        Optional.of(1),
                        Optional.of("2 * pt"),
                        Optional.of("pt > 6"),
                        Map.of()),
                "light",
                new SampleSettings(
                        List.of("background.csv"),
                        Optional.empty(),
                        Optional.of(0),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of("pt", "0.001 * ptMeV", "charge", "q", "q", "q")))));
        assertThat(dataset.schema().classes()).containsExactly("light", "ttbar");
        assertThat(dataset.schema().names()).containsExactly("Run", "Event", "pt", "q", "label", "weight", "sample");
        assertThat(dataset.schema().withRole(ColumnRole.WEIGHT)).hasSize(1);
        assertThat(dataset.rows()).isEmpty();
        assertThat(Tables.read(dataset.open(Set.of("pt", "Event", "label", "weight", "sample"))))
                .containsEntry("pt", List.of(8.0, 9.0, 6.5, 7.0))
                .containsEntry("Event", List.of(13L, 14L, 11L, 12L))
                .containsEntry("label", List.of(0L, 0L, 1L, 1L))
                .containsEntry("weight", List.of(1.0, 1.0, 13.0, 14.0))
                .containsEntry("sample", List.of("light", "light", "ttbar", "ttbar"));
    }

    @Test
    void samplesOfOneClassAreJoinedInItsName() {
        SampleSettings zero = sample("signal/a.csv", 0);
        Dataset dataset = create(samples(Map.of("c", sample("background.csv", 1), "b", zero, "a", zero)));
        assertThat(dataset.schema().classes()).containsExactly("a+b", "c");
    }

    @Test
    void aColumnThatNotAllFilesHaveIsSaidToBeMissingWhereItIs() {
        Dataset dataset = create(files("signal/a.csv", "background.csv"));
        assertThat(dataset.schema().names()).containsExactly("Run", "Event", "q");
        assertThatThrownBy(() -> dataset.open(Set.of("pt")))
                .isInstanceOf(DataException.class)
                .hasMessage("column 'pt' cannot be read: it is missing in background.csv");
        assertThatThrownBy(() -> dataset.open(Set.of("Evnt")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("unknown column 'Evnt'")
                .hasMessageContaining("'Event'");
    }

    @Test
    void aFileWithoutRowsHasNoSayInTypes() throws IOException {
        write("empty.csv", "Type,n\n");
        write("full.csv", "Type,n\nG,1\n");
        Dataset dataset = create(files("empty.csv", "full.csv"));
        assertThat(dataset.schema().columns())
                .extracting(ColumnSpec::type)
                .containsExactly(ColumnType.TEXT, ColumnType.LONG);
        assertThat(Tables.read(dataset.open(Set.of("Type", "n")))).containsEntry("Type", List.of("G"));
    }

    @Test
    void rolesAndUnitsComeFromSettingsNamesAndFiles() throws IOException {
        write("t.csv", "id,label,weight,m,gen\n1,0,0.5,91.2,90\n");
        FilesSettings settings = new FilesSettings(
                List.of("t.csv"),
                Map.of(),
                Optional.empty(),
                Optional.of(","),
                Map.of("m", "GeV"),
                List.of("id"),
                List.of("m"),
                List.of("gen"),
                Optional.empty());
        assertThat(create(settings).schema().columns())
                .containsExactly(
                        ColumnSpec.of("id", ColumnType.LONG).as(ColumnRole.KEY),
                        ColumnSpec.of("label", ColumnType.LONG).as(ColumnRole.LABEL),
                        ColumnSpec.of("weight", ColumnType.DOUBLE).as(ColumnRole.WEIGHT),
                        ColumnSpec.of("m", ColumnType.DOUBLE, "GeV", "", ColumnRole.SPECTATOR),
                        ColumnSpec.of("gen", ColumnType.LONG).as(ColumnRole.TRUTH));
    }

    @Test
    void aSelectionKeepsRowsAndTheirLists() throws IOException {
        Path path = directory.resolve("t.parquet");
        Schema schema = Schema.of(List.of(ColumnSpec.of("pt", ColumnType.DOUBLE)));
        try (TableWriter writer = TableWriters.open(path, schema)) {
            writer.write(new Batch(3, Map.of("pt", new Column.Doubles(new double[] {1, 7, 8})), "test", 1));
            writer.commit();
        }
        SampleSettings settings = new SampleSettings(
                List.of("t.parquet"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("pt > 6"),
                Map.of());
        assertThat(Tables.read(create(samples(Map.of("s", settings))).open(Set.of("pt"))))
                .containsEntry("pt", List.of(7.0, 8.0));
        RowChoice choice = new RowChoice(new double[] {1, 0, 1});
        Column.Jagged jagged = (Column.Jagged)
                choice.of(new Column.Jagged(new int[] {0, 2, 3, 5}, new Column.Ints(new int[] {1, 2, 3, 4, 5})));
        assertThat(jagged.offsets()).containsExactly(0, 2, 4);
        assertThat(((Column.Ints) jagged.values()).values()).containsExactly(1, 2, 4, 5);
    }

    @Test
    void allFilesThatCannotBeReadAreReportedTogether() throws IOException {
        write("zero.csv", "");
        write("pointer.parquet", "version https://git-lfs.github.com/spec/v1\noid sha256:15\nsize 352599\n");
        write("t.root", "root\0\0\0");
        write("t.dat", "a,b\n1,2\n");
        assertThatThrownBy(() -> create(files(
                        "backgroud.csv", "zero.csv", "pointer.parquet", "t.root", "t.dat", "signal", "signal/deep")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("backgroud.csv: there is no such file")
                .hasMessageContaining("Did you mean 'background.csv'?")
                .hasMessageContaining("zero.csv: is empty (0 bytes)")
                .hasMessageContaining(
                        "pointer.parquet: is a Git LFS pointer, not the data themselves (352599 bytes); run 'git lfs pull'")
                .hasMessageContaining("t.root: the header is damaged: it ends before its content does")
                .hasMessageContaining("t.dat: has an ending that is not read by this version")
                .hasMessageContaining("signal: is a directory; name the files in it, for example 'signal/*.csv'");
    }

    @Test
    void aPatternWithoutAMatchIsAnError() {
        assertThatThrownBy(() -> create(files("signal/*.parquet")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("signal/*.parquet: no file matches this pattern");
    }

    @Test
    void aParquetFileWithAnotherEndingIsReadAsWhatItIs() {
        Path path = directory.resolve("t.parquet");
        Schema schema = Schema.of(List.of(ColumnSpec.of("pt", ColumnType.DOUBLE)));
        try (TableWriter writer = TableWriters.open(path, schema)) {
            writer.commit();
        }
        assertThat(path.toFile().renameTo(directory.resolve("t.csv").toFile())).isTrue();
        assertThat(create(files("t.csv")).schema().names()).containsExactly("pt");
    }

    @Test
    void settingsThatContradictEachOtherOrTheFilesAreRefused() {
        assertThatThrownBy(
                        () -> create(samples(Map.of("a", sample("signal/a.csv", 0), "b", sample("background.csv", 2)))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("1 is missing");
        assertThatThrownBy(() -> create(samples(Map.of(
                        "a",
                        new SampleSettings(
                                List.of("signal/a.csv"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("pT > 6"),
                                Map.of())))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("dataset.samples.a.selection")
                .hasMessageContaining("pT")
                .hasMessageContaining("(in signal/a.csv)");
        assertThatThrownBy(() -> create(new FilesSettings(
                        List.of("signal/a.csv"),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of("Pt", "GeV"),
                        List.of(),
                        List.of("qq"),
                        List.of(),
                        Optional.empty())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("dataset.units: there is no column 'Pt' in all files. Did you mean 'pt'?")
                .hasMessageContaining("dataset.spectators: there is no column 'qq'");
        assertThatThrownBy(() -> new FilesSettings(
                        List.of(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rowsThatNothingIdentifiesAreKnownByTheirPlaceIfThatIsAskedFor() throws IOException {
        write("a.csv", "x\n1.5\n2.5\n");
        write("b.csv", "x\n3.5\n");
        FilesSettings settings = new FilesSettings(
                List.of("a.csv", "b.csv"),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                FilesSettings.PLACE,
                List.of(),
                List.of(),
                Optional.empty());
        Dataset dataset = create(settings);
        assertThat(dataset.schema().withRole(ColumnRole.KEY))
                .extracting(ColumnSpec::name)
                .containsExactly("file", "entry");
        assertThat(Tables.read(dataset.open(Set.of("file", "entry", "x"))))
                .containsEntry("file", List.of("a.csv", "a.csv", "b.csv"))
                .containsEntry("entry", List.of(0L, 1L, 0L))
                .containsEntry("x", List.of(1.5, 2.5, 3.5));
    }

    @Test
    void twoRealFilesWithDifferentHeadersBecomeOneDataset() {
        Tables.real("cms-csv");
        SampleSettings z = new SampleSettings(
                List.of(Tables.real("cms-csv/Zmumu.csv").toString()),
                Optional.empty(),
                Optional.of(1),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        SampleSettings run = new SampleSettings(
                List.of(Tables.real("cms-csv/MuRun2010B_0.csv").toString()),
                Optional.empty(),
                Optional.of(0),
                Optional.empty(),
                Optional.of("Q1 * Q2 < 0"),
                Map.of());
        Dataset dataset = create(samples(Map.of("z", z, "run", run)));
        assertThat(dataset.schema().names())
                .containsExactly(
                        "Run", "Event", "pt1", "eta1", "phi1", "Q1", "pt2", "eta2", "phi2", "Q2", "label", "sample");
        assertThat(Tables.read(dataset.open(Set.of("label"))).get("label")).hasSize(6_258 + 10_000);
    }

    private FilesSettings files(String... names) {
        return new FilesSettings(
                List.of(names),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static FilesSettings samples(Map<String, SampleSettings> samples) {
        return new FilesSettings(
                List.of(),
                samples,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static SampleSettings sample(String file, int label) {
        return new SampleSettings(
                List.of(file), Optional.empty(), Optional.of(label), Optional.empty(), Optional.empty(), Map.of());
    }

    private Dataset create(FilesSettings settings) {
        return new FilesDatasetProvider().create(settings, new TestContext(directory));
    }

    private void write(String name, String text) throws IOException {
        Path path = directory.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private record TestContext(Path directory) implements Context {
        @Override
        public RandomStreams random() {
            return new RandomStreams(1);
        }

        @Override
        public int threads() {
            return 2;
        }

        @Override
        public Logger log() {
            return Tables.OPTIONS.log();
        }
    }
}
