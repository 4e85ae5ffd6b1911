package org.muonframework.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.Tables;
import org.muonframework.data.format.duckdb.DuckDatabase;
import org.muonframework.data.format.files.Formats;
import org.muonframework.plugin.JarFileBuilder;
import org.muonframework.spi.TransformProvider;

/** The text of docs/plugins.md, built to a JAR: events with lists of hits, of which a model sees number and energy. */
@DisplayName("The guide's transform")
class TransformRunTest {

    private static final Pattern LISTING = Pattern.compile("(?s)```java\n(.*?)```");

    private static final String SETTINGS = """
            dataset {
              type = files, files = ["%s"], prefix = "calo_", keys = [event], truth = [true_e]
              transforms { shower { type = hit-sums, threshold = 0.5 } }
              derive { mean = "energy / max(hits, 1)" }
              selection = "hits > 0"
            }
            features = [hits, energy, mean]
            targets = [true_e]
            model { type = boosted-trees }
            trainer { type = boosted-trees, rounds = 5, max-depth = 2 }
            metrics = [residuals]
            """;

    @TempDir
    private static Path folder;

    private static Desk desk;
    private static Path data;
    private static Path run;

    @BeforeAll
    static void train() throws Exception {
        desk = new Desk(folder);
        String guide = Files.readString(Path.of("../docs/plugins.md"));
        Matcher listing = LISTING.matcher(guide.substring(guide.indexOf("## Columns of your own")));
        assertThat(listing.find()).isTrue();
        JarFileBuilder.plugin()
                .source(listing.group(1))
                .service(TransformProvider.class, "com.example.rings.HitSums")
                .write(folder.resolve("plugins/hits.jar"));
        data = events("events.parquet", "calo_hit_e", "true_e");
        run = folder.resolve("run");
        Desk.Ended ended = framework("run", analysis(SETTINGS), "--quiet", "-o", run.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
    }

    /** Events with none to eight hits of 0.25 to 2 GeV; the truth is the energy above the threshold. */
    private static Path events(String name, String hits, String truth) throws Exception {
        Path file = folder.resolve(name);
        try (DuckDBConnection connection = DuckDatabase.open(1, Optional.empty());
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT i AS event, list_transform(range(i % 9), j -> (1 + j * (i % 13) % 8) / 4.0)"
                    + " AS " + hits + ", list_sum(list_filter(" + hits + ", e -> e >= 0.5)) AS " + truth
                    + " FROM range(600) t(i)) TO " + DuckDatabase.literal(file.toString()) + " (FORMAT parquet)");
        }
        return file;
    }

    private static String analysis(String settings) {
        return desk.write("analysis.conf", settings.formatted(data)).toString();
    }

    private static Desk.Ended framework(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--plugins", folder.resolve("plugins").toString()));
        return desk.framework(all.toArray(String[]::new));
    }

    private static Desk.Ended check(String settings) {
        return framework("check", analysis(settings));
    }

    private static List<Object> scores(Path input) {
        Path output = folder.resolve("scores.parquet");
        Desk.Ended ended =
                framework("predict", run.toString(), input.toString(), "-o", output.toString(), "--seen", "nan");
        assertThat(ended.code()).as(ended.err()).isZero();
        return Tables.read(Formats.open(InputFile.of(output), Tables.OPTIONS)).get("true_e");
    }

    @Test
    @DisplayName("gives features, derived columns and a selection what they need")
    void trains() throws IOException {
        assertThat(run.resolve("manifest.json")).content().containsPattern("\"selection\",\\s+\"rows\" : 394");
        assertThat(Files.readString(run.resolve("analysis.conf"))).contains("hit-sums", "threshold");
    }

    @Test
    @DisplayName("is applied to files of another format, with the names of the analysis and without the truth")
    void predicts() throws Exception {
        Path plain = events("plain.parquet", "hit_e", "unknown");
        Path root = folder.resolve("plain.root");
        Desk.Ended converted = framework("convert", plain.toString(), root.toString(), "--columns", "event,hit_e");
        assertThat(converted.code()).as(converted.err()).isZero();

        List<Object> scores = scores(root);

        assertThat(scores).hasSize(600).isEqualTo(scores(plain));
        assertThat(scores.stream().distinct()).hasSizeGreaterThan(3);
    }

    @Test
    @DisplayName("says what is missing where new files lack its input")
    void tellsWhatNewFilesLack() throws Exception {
        Path other = events("other.parquet", "hit_energy", "unknown");

        Desk.Ended ended = framework(
                "predict",
                run.toString(),
                other.toString(),
                "-o",
                folder.resolve("no.csv").toString());

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err())
                .contains("other.parquet: the model needs a feature: column 'hits' cannot be read: the transform"
                        + " 'shower' cannot make it: unknown column 'hit_e'.");
    }

    @Test
    @DisplayName("is told by check, and what is wrong with it by its line")
    void isChecked() {
        assertThat(check(SETTINGS).out()).contains("transform  shower: hit-sums");

        Desk.Ended misspelt = check(SETTINGS.replace("threshold = 0.5", "energies = hit_f"));
        assertThat(misspelt.code()).isEqualTo(2);
        assertThat(misspelt.err())
                .contains("analysis.conf:3: 'dataset.transforms.shower': unknown column 'hit_f'. Did you mean"
                        + " 'hit_e'?");

        Desk.Ended flat = check(SETTINGS.replace("threshold = 0.5", "energies = event"));
        assertThat(flat.err())
                .contains("analysis.conf:3: 'dataset.transforms.shower': 'event' is LONG in every row; needed is a"
                        + " list of numbers in every row");

        Desk.Ended unit = check(SETTINGS.replace("keys =", "units { calo_hit_e = MeV }, keys ="));
        assertThat(unit.err()).contains("analysis.conf:3: ", "'hit_e' is in MeV; needed is GeV");
    }

    @Test
    @DisplayName("is refused where its columns are there already, of the data or of another transform")
    void columnsAreThereAlready() {
        Desk.Ended ofData = check(SETTINGS.replace("transforms", "rename { energy = true_e }, transforms"));
        assertThat(ofData.code()).isEqualTo(2);
        assertThat(ofData.err())
                .contains("analysis.conf:3: 'dataset.transforms.shower': the dataset has these columns already:"
                        + " energy");

        Desk.Ended twice = check(SETTINGS.replace("shower {", "first { type = hit-sums }\nshower {"));
        assertThat(twice.err())
                .contains("analysis.conf:4: 'dataset.transforms.shower': the dataset has these columns already: energy,"
                        + " hits");
    }

    @Test
    @DisplayName("is found by its name, and its keys are strict")
    void isConfiguredStrictly() {
        Desk.Ended unknown = check(SETTINGS.replace("hit-sums", "hit-sum"));
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("analysis.conf:3: unknown transform 'hit-sum'. Did you mean 'hit-sums'?");

        assertThat(check(SETTINGS.replace("threshold", "treshold")).err())
                .contains("analysis.conf:3: unknown key 'dataset.transforms.shower.treshold'");
        assertThat(check(SETTINGS.replace("transforms {", "transform {")).err())
                .contains("unknown key 'dataset.transform'. Did you mean 'transforms'?");
        assertThat(check(SETTINGS.replace("{ type = hit-sums, threshold = 0.5 }", "= hit-sums"))
                        .err())
                .contains("analysis.conf:3: 'dataset.transforms.shower' must be a section");
        assertThat(check(SETTINGS + "dataset.transforms.shower = null\n").err()).contains("unknown column 'energy'");
    }

    @Test
    @DisplayName("gives nothing to learn from where it reads the target")
    void doesNotLeak() {
        Desk.Ended ended = check(SETTINGS.replace("truth = [true_e]", "truth = [calo_hit_e]"));

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("'hits' is truth", "'mean' (made from: energy / max(hits, 1)) is truth");
    }

    @Test
    @DisplayName("is part of every variation, unless the variation has its own")
    void variations() {
        Desk.Ended same = check(SETTINGS + "variations.up.dataset.selection = \"hits > 1\"\n");
        assertThat(same.code()).as(same.err()).isZero();

        Desk.Ended own = check(SETTINGS + "variations.up.dataset.transforms.shower.energies = event\n");
        assertThat(own.code()).isEqualTo(2);
        assertThat(own.err())
                .contains("variation 'up': 'transforms.shower': 'event' is LONG in every row")
                .doesNotContain("'hits'");

        Desk.Ended none = check(SETTINGS + "variations.up.dataset.transforms.shower = null\n");
        assertThat(none.err()).contains("variation 'up': ", "unknown column 'hits'");
    }

    @Test
    @DisplayName("is listed and described")
    void isDescribed() {
        assertThat(framework("plugins").out()).contains("transform hit-sums");
        assertThat(framework("describe", "hit-sums").out())
                .contains("transform hit-sums (plugin hits", "threshold = 0", "GeV");
    }
}
