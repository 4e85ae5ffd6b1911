package org.muonframework.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.Tables;
import org.muonframework.data.format.files.Formats;

@DisplayName("An analysis with images")
class ImageRunTest {

    @TempDir
    private static Path folder;

    private static ShowerDesk desk;

    @BeforeAll
    static void write() {
        desk = ShowerDesk.in(folder);
    }

    private static Path run(String name, String more) {
        Path run = folder.resolve(name);
        Desk.Ended ended = desk.framework("run", desk.writeAnalysis(more).toString(), "--output", run.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).doesNotContain("Exception", "failed", "was not judged");
        return run;
    }

    private static Desk.Ended predict(Path run, Path input, Path output) {
        return desk.framework("predict", run.toString(), input.toString(), "-o", output.toString(), "--seen", "nan");
    }

    @Test
    @DisplayName("learns from them alone, is saved, and predicts files to the same numbers")
    void learnsAndPredicts() throws IOException {
        Path run = run("run", "trainer.micro-batch-size = 20\n");

        Map<String, List<Object>> predictions =
                Tables.read(Formats.open(InputFile.of(run.resolve("predictions.parquet")), Tables.OPTIONS));
        assertThat(predictions.get("size")).hasSize(ShowerDesk.ROWS);
        assertThat(Files.readString(run.resolve("report.html"))).contains("5.5 hits in a row on average");
        Path scores = folder.resolve("scores.parquet");
        Desk.Ended ended = predict(run, folder.resolve("showers.parquet"), scores);
        assertThat(ended.code()).as(ended.err()).isZero();
        Map<Object, Object> known = new HashMap<>();
        for (int row = 0; row < ShowerDesk.ROWS; row++) {
            known.put(predictions.get("event").get(row), predictions.get("size").get(row));
        }
        List<Object> sizes = desk.sizes(scores);
        int compared = 0;
        for (int event = 0; event < ShowerDesk.ROWS; event++) {
            if (!sizes.get(event).equals(Float.NaN)) {
                assertThat((Float) sizes.get(event)).isEqualTo((Float) known.get((long) event));
                compared++;
            }
        }
        assertThat(compared).as("rows of the test part").isBetween(20, 80);

        Path other = desk.writeData("other.parquet", 20, 1000, "cells");
        Desk.Ended missing = predict(run, other, folder.resolve("none.parquet"));
        assertThat(missing.code()).isEqualTo(3);
        assertThat(missing.err()).contains("the model needs the image 'shower'", "unknown column 'hitCell'");
    }

    @Test
    @DisplayName("has folds, regions, a grid, omitted values, variations and permutation importance as any other")
    void composed() throws IOException {
        desk.writeData("varied.parquet", 90, 0, "hitCell");
        Path run = run("composed", """
                features = [beside]
                folds = 3
                trainer.epochs = 1
                metrics = [residuals, permutation-importance, correlation]
                omit { variable = size, values = [3] }
                regions { variable = beside, edges = [2] }
                grid { folds = 2, "model.channels" = [2, 3] }
                variations { varied { dataset { files = ["%s"] } } }
                """.formatted(folder.resolve("varied.parquet")));
        assertThat(Files.readString(run.resolve("metrics.json")))
                .contains("permutation-importance", "\"variation\"", "grid-loss");
        Path scores = folder.resolve("folded.parquet");
        Desk.Ended ended = predict(run, folder.resolve("showers.parquet"), scores);
        assertThat(ended.code()).as(ended.err()).isZero();
        Map<String, List<Object>> predicted = Tables.read(Formats.open(InputFile.of(scores), Tables.OPTIONS));
        Map<String, List<Object>> known =
                Tables.read(Formats.open(InputFile.of(run.resolve("predictions.parquet")), Tables.OPTIONS));
        assertThat(predicted.get("size")).isEqualTo(known.get("size")).doesNotContain(Float.NaN);
    }

    @Test
    @DisplayName("is shown by check with the memory of a batch; null takes an image of a layer below away")
    void check() {
        String more = "images { noise { cells = none, values = none, shape = [2] } }\nimages.noise = null\n";
        Desk.Ended ended = desk.framework("check", desk.writeAnalysis(more).toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out())
                .contains("image      shower: 6x4x4, of hitCell and hitEnergy")
                .contains("32 rows at once take about 0.3 MiB of the engine's memory")
                .contains("without the hits of images")
                .contains("image 'shower' has 5.5 hits in a row on average, in 96 cells");
    }

    @Test
    @DisplayName("is refused with every mistake at its line")
    void mistakes() throws IOException {
        Path file = desk.writeAnalysis("");
        String text = Files.readString(file);
        assertThat(checkOf(text.replace("cells = hitCell", "cells = hitCel")
                        .replace("values = hitEnergy", "values = size")))
                .contains("showers.conf:2: 'images.shower.cells': unknown column 'hitCel'. Did you mean 'hitCell'?")
                .contains(
                        "showers.conf:2: 'images.shower.values': 'size' is one value in every row, and a list is needed");
        assertThat(checkOf(text.replace("[6, 4, 4]", "[6, 0, 4], negative = drop")))
                .contains("showers.conf:2: 'images.shower.shape[1]' must be at least 1, not 0")
                .contains("showers.conf:2: 'images.shower.negative' must be one of error, keep");
        assertThat(checkOf(text.replace("[6, 4, 4]", "[4, 6, 4]")))
                .contains("the network takes the image 'shower' in the shape 1x6x4x4, and it has the shape 4x6x4");
        assertThat(checkOf(text.replace("type = shower-net", "type = boosted-trees")
                        .replace(
                                "type = neural, epochs = 4, batch-size = 32, optimizer { learning-rate = 1e-2 }",
                                "type = boosted-trees")))
                .contains("boosted trees learn nothing from images");
        assertThat(checkOf(text.replaceFirst("images .*\n", ""))).contains("has neither 'features' nor 'images'");
        assertThat(checkOf(text + "images = null\n")).contains("has neither 'features' nor 'images'");
        assertThat(checkOf(text.replace("batch-size = 32", "batch-size = 1000000000")))
                .contains("showers.conf:7: ", "go through the network together", "'batch-size = ");
    }

    private static String checkOf(String text) {
        Desk.Ended ended =
                desk.framework("check", desk.desk().write("showers.conf", text).toString());
        assertThat(ended.code()).as(ended.out()).isEqualTo(2);
        return ended.err();
    }
}
