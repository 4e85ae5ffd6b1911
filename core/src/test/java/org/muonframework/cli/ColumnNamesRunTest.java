package org.muonframework.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Soft muons as a ROOT file names them, in an analysis that leaves the prefix out. */
class ColumnNamesRunTest {

    private static final String SETTINGS = """
            dataset {
              type = files, files = ["%s"]
              prefix = "softmu_", rename { pt = softmu_pt_NOSYS }
              spectators = [softmu_jet_pt], units { softmu_pt_NOSYS = GeV }
              derive { ratio = "pt / jet_pt" }
              selection = "pt > 4"
            }
            features = [pt, rhoPrime]
            classes = [fake, prompt]
            split { by = [event] }
            model { type = boosted-trees }
            trainer { type = boosted-trees, rounds = 5, max-depth = 2 }
            metrics = [roc]
            """;

    @TempDir
    private Path folder;

    private Desk desk;
    private Path data;

    @BeforeEach
    void writeMuonsAsRootFile() throws IOException {
        desk = new Desk(folder);
        data = rootFile("muons", "softmu_pt_NOSYS,softmu_rhoPrime,softmu_jet_pt,softmu_label", 0);
    }

    private Path rootFile(String name, String columns, int firstEvent) throws IOException {
        List<String> lines = new ArrayList<>(List.of("event," + columns));
        for (int i = 0; i < 300; i++) {
            int label = i % 3 == 0 ? 1 : 0;
            double rhoPrime = Math.sin(firstEvent + i) + label;
            lines.add(String.format(
                    Locale.ROOT, "%d,%.3f,%.4f,%.1f,%d", firstEvent + i, 4.5 + i % 40, rhoPrime, 30.0 + i % 7, label));
        }
        Path csv = desk.write(name + ".csv", String.join("\n", lines) + "\n");
        Path root = folder.resolve(name + ".root");
        Desk.Ended ended = desk.framework("convert", csv.toString(), root.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        return root;
    }

    private Path trained() {
        Path run = folder.resolve("run");
        Desk.Ended ended = desk.framework("run", analysis(SETTINGS).toString(), "--quiet", "-o", run.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        return run;
    }

    private Path analysis(String settings) {
        return desk.write("analysis.conf", settings.formatted(data));
    }

    private List<String> scores(Path run, Path input) throws IOException {
        Path output = folder.resolve("scores.csv");
        Files.deleteIfExists(output);
        Desk.Ended ended = desk.framework("predict", run.toString(), input.toString(), "-o", output.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        return Files.readAllLines(output);
    }

    @Test
    void newFilesArePredictedAlikeWithTheNamesOfTheDataAndOfTheAnalysis() throws IOException {
        Path run = trained();
        Path prefixed = rootFile("new", "softmu_pt_NOSYS,softmu_rhoPrime,softmu_jet_pt,softmu_label", 1000);
        Path plain = rootFile("plain", "pt,rhoPrime,jet_pt,label", 1000);

        List<String> scores = scores(run, prefixed);

        assertThat(scores).hasSize(301).first().isEqualTo("event,score");
        assertThat(scores.stream().skip(1).map(line -> line.split(",")[1]).distinct())
                .hasSizeGreaterThan(1);
        assertThat(scores(run, plain)).isEqualTo(scores);
    }

    @Test
    void aFileWithBothNamesIsRefused() throws IOException {
        Path run = trained();
        Path both = rootFile("both", "softmu_pt_NOSYS,softmu_rhoPrime,pt,softmu_label", 1000);

        Desk.Ended ended = desk.framework(
                "predict",
                run.toString(),
                both.toString(),
                "-o",
                folder.resolve("x.csv").toString());

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).contains("both.root: the columns 'softmu_pt_NOSYS' and 'pt'");
    }

    @Test
    void checkSeesTheNamesOfTheAnalysis() {
        Desk.Ended ended = desk.framework("check", analysis(SETTINGS).toString());

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("rhoPrime");
    }

    @Test
    void namesThatDoNotFitAreToldWithTheirLine() {
        Path analysis = analysis(SETTINGS.replace("rename { pt = softmu_pt_NOSYS }", "rename { pt = softmu_pt_NOSY }")
                .replace("prefix = \"softmu_\"", "prefix = \"softmuon_\""));

        Desk.Ended ended = desk.framework("check", analysis.toString());

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .contains("analysis.conf:3")
                .contains("'dataset.prefix'", "Did you mean 'softmu_'?")
                .contains("'dataset.rename.pt'", "Did you mean 'softmu_pt_NOSYS'?");
    }

    @Test
    void theNameInTheDataAsAFeatureIsToldTheNameInTheAnalysis() {
        Desk.Ended ended = desk.framework(
                "check",
                analysis(SETTINGS.replace("[pt, rhoPrime]", "[pt, softmu_rhoPrime]"))
                        .toString());

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("'softmu_rhoPrime'", "it is called 'rhoPrime' in this analysis");
    }

    @Test
    void spectatorsStaySoUnderTheirNewNameAndInWhatIsDerivedFromThem() {
        Path refused = analysis(SETTINGS.replace("[pt, rhoPrime]", "[jet_pt, ratio]"));
        Desk.Ended ended = desk.framework("check", refused.toString());
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("'jet_pt'", "'ratio'", "spectator", "allow-spectators");

        Desk.Ended allowed = desk.framework(
                "check",
                analysis(SETTINGS.replace("[pt, rhoPrime]", "[jet_pt, ratio]") + "allow-spectators = true\n")
                        .toString());
        assertThat(allowed.code()).as(allowed.err()).isZero();
    }
}
