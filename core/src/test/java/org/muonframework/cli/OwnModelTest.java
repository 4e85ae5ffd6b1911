package org.muonframework.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.nn.Block;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.SourceCompiler;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.Tables;
import org.muonframework.data.format.files.Formats;
import org.muonframework.plugin.JarFileBuilder;
import org.muonframework.spi.ModelProvider;

/** The texts of docs/plugins.md, built to a JAR and used in a run in folds. */
@DisplayName("The guide's model with a loss of its own")
class OwnModelTest {

    private static final Pattern LISTING = Pattern.compile("(?s)```java\n(.*?)```");

    @TempDir
    private static Path folder;

    private static Desk desk;
    private static Path run;

    @BeforeAll
    static void train() throws IOException {
        desk = new Desk(folder);
        String guide = Files.readString(Path.of("../docs/plugins.md"));
        JarFileBuilder jar = JarFileBuilder.plugin()
                .using(SourceCompiler.placeOf(Block.class))
                .service(ModelProvider.class, "com.example.rings.RingNet");
        String section = guide.substring(guide.indexOf("## A model and a loss of your own"));
        LISTING.matcher(section.substring(0, section.indexOf("\n## ")))
                .results()
                .forEach(listing -> jar.source(listing.group(1)));
        jar.write(folder.resolve("plugins/rings.jar"));
        String analysis = Files.readString(desk.writeAnalysis(""))
                .replace("split { by = [run, event], train = 0.5, validation = 0.25 }", "split { by = [run, event] }")
                .replace("type = boosted-trees, rounds = 20, max-depth = 2", "type = neural, epochs = 15")
                .replace("type = boosted-trees", "type = ring-net, background = 50")
                .replace("metrics = [roc,", "metrics = [roc, permutation-importance,");
        Path file = desk.write("own.conf", analysis + "folds = 3, trainer.optimizer.learning-rate = 0.03\n");
        run = folder.resolve("run");
        framework("run", file.toString(), "--output", run.toString());
    }

    private static void framework(String... arguments) {
        Desk.Ended ended = withPlugins(arguments);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).doesNotContain("Exception", "failed");
    }

    private static Desk.Ended withPlugins(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--plugins", folder.resolve("plugins").toString(), "--quiet"));
        return desk.framework(all.toArray(String[]::new));
    }

    private static List<Object> scores(Path file) {
        return Tables.read(Formats.open(InputFile.of(file), Tables.OPTIONS)).get("score");
    }

    @Test
    @DisplayName("learns, and is loaded again for the metric that asks the model of each fold")
    void learns() throws IOException {
        assertThat(Files.readString(run.resolve("model/ring-net/fold-0/model.json")))
                .contains("Punzi[deviations=3.0, background=50.0]");
        JsonNode metrics =
                new ObjectMapper().readTree(run.resolve("metrics.json").toFile());
        assertThat(metrics.get("metrics"))
                .filteredOn(value -> value.get("name").asText().equals("auc") && !value.has("fold"))
                .allSatisfy(value -> assertThat(value.get("value").asDouble()).isGreaterThan(0.9))
                .isNotEmpty();
        assertThat(metrics.get("metrics").findValuesAsText("name")).anyMatch(name -> name.contains("importance"));
    }

    @Test
    @DisplayName("scores new files")
    void predicts() {
        Path input = desk.write("new.csv", "event,run,y,x\n50007,1,0.0,2.5\n50008,1,0.0,-2.5\n");
        Path output = folder.resolve("scores.csv");
        framework("predict", run.toString(), input.toString(), "-o", output.toString());
        List<Object> scores = scores(output);
        assertThat((double) scores.get(0)).isBetween(0.5, 1.0);
        assertThat((double) scores.get(1)).isBetween(0.0, 0.2);
    }

    @Test
    @DisplayName("is taken as it is when a run is resumed")
    void resumes() throws IOException {
        List<Object> before = scores(run.resolve("predictions.parquet"));
        Files.delete(run.resolve("predictions.parquet"));
        framework("run", "--resume", run.toString());
        assertThat(scores(run.resolve("predictions.parquet"))).isEqualTo(before);
        assertThat(Files.readString(run.resolve("run.log"))).contains("taken from");
    }

    @Test
    @DisplayName("is not mistaken for the one that another configuration makes")
    void isNotMistaken() throws IOException {
        Path configuration = run.resolve("analysis.conf");
        String before = Files.readString(configuration);
        Path input = desk.write("other.csv", "event,run,y,x\n50007,1,0.0,2.5\n");
        try {
            Files.writeString(configuration, before.replace("background = 50", "background = 60"));
            Desk.Ended ended = withPlugins("predict", run.toString(), input.toString(), "-o", folder + "/no.csv");
            assertThat(ended.code()).isEqualTo(3);
            assertThat(ended.err())
                    .contains("is of another network than the configuration makes: outputs[0].loss.name")
                    .contains("background=60.0");
        } finally {
            Files.writeString(configuration, before);
        }
    }
}
