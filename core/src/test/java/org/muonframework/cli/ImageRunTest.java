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
import org.muonframework.data.Preparation;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.Tables;
import org.muonframework.data.format.files.Formats;
import org.muonframework.run.assemble.Assembly;

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
    @DisplayName("predicts nothing for a row with a bad image, says so, and predicts the others as ever")
    void badRows() {
        Path run = run("judge", "trainer.epochs = 1\nfeatures = [beside]\n");
        Path good = desk.writeData("good.parquet", 20, 1000, "hitCell");
        Path bad = desk.writeChanged("bad.parquet", 20, 1000, """
                CASE WHEN event = 1001 THEN [96] ELSE hitCell END AS hitCell,
                CASE WHEN event = 1001 OR event = 1002 THEN [1.0] WHEN event = 1004 THEN [x / 0.0 for x in hitEnergy]
                     WHEN event = 1005 THEN [-x for x in hitEnergy] ELSE hitEnergy END AS hitEnergy""");
        assertThat(predict(run, good, folder.resolve("of-good.parquet")).code()).isZero();
        Desk.Ended ended = predict(run, bad, folder.resolve("of-bad.parquet"));
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err())
                .contains(
                        "bad.parquet: row 2: image 'shower': 'hitCell' is no cell of 6x4x4, 0 to 95 (96.0 here), in this"
                                + " row only. Such rows have no prediction")
                .contains("row 3: image 'shower': there are not as many values")
                .contains("row 5: image 'shower': 'hitEnergy' is not a finite number")
                .contains("row 6: image 'shower': 'hitEnergy' is negative")
                .doesNotContain("selection");
        List<Object> expected = desk.sizes(folder.resolve("of-good.parquet"));
        List<Object> predicted = desk.sizes(folder.resolve("of-bad.parquet"));
        for (int row = 0; row < 20; row++) {
            boolean nothing = List.of(1, 2, 4, 5).contains(row);
            assertThat(predicted.get(row)).isEqualTo(nothing ? (Object) Float.NaN : expected.get(row));
        }
    }

    @Test
    @DisplayName("may choose among images by a grid, each point of which must fit them")
    void grid() throws IOException {
        String core = "images { core { cells = hitCell, values = hitEnergy, shape = [6, 4, 4] } }\n";
        Path run = run("chosen", core + """
                trainer.epochs = 1
                ensemble { size = 2, over = seeds }
                regions { variable = beside, edges = [2] }
                grid { folds = 2, "model.image" = [shower, core] }
                """);
        assertThat(Files.readString(run.resolve("metrics.json"))).contains("\"model.image\" : \"core\"");
        Desk.Ended ended = predict(run, folder.resolve("showers.parquet"), folder.resolve("chosen.parquet"));
        assertThat(ended.code()).as(ended.err()).isZero();

        String wrong =
                Files.readString(desk.writeAnalysis(core + "grid { folds = 2, \"model.image\" = [core, cor] }\n"));
        assertThat(checkOf(wrong))
                .contains("showers.conf:10: with model.image = cor the network needs the image 'cor', and there is"
                        + " core, shower");
    }

    @Test
    @DisplayName("is shown by check with the memory of a batch; null takes an image of a layer below away")
    void check() {
        String more = "images { noise { cells = none, values = none, shape = [2] } }\nimages.noise = null\n";
        Desk.Ended ended = desk.framework("check", desk.writeAnalysis(more).toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out())
                .contains("image      shower: 6x4x4, of hitCell and hitEnergy")
                .containsPattern("32 rows at once take about 0\\.\\d MiB of the JVM's memory")
                .contains("without the hits of images")
                .contains("image 'shower' has 5.5 hits in a row on average, in 96 cells");
    }

    @Test
    @DisplayName("needs memory for where the hits of each copied row begin and end, and for hits that are copied")
    void memory() throws IOException {
        Preparation plain = preparation("");
        Preparation grid = preparation("grid { folds = 2, \"trainer.epochs\" = [1, 2] }");
        Preparation divided = preparation("ensemble { size = 2, over = folds }");
        Preparation seeds = preparation("ensemble { size = 2, over = seeds }");
        Preparation folded = preparation("folds = 4\nensemble { size = 2, over = folds }");

        double trained = plain.plan().split().trained();
        long copied = Float.BYTES * 3 + 2 * Integer.BYTES + Long.BYTES; // target, weights, ends of the hits, event
        assertThat(grid.bytesPerRow() - plain.bytesPerRow()).isEqualTo(Long.BYTES + (long) Math.ceil(copied * trained));
        assertThat(divided.bytesPerRow() - plain.bytesPerRow())
                .isEqualTo(Long.BYTES + (long) Math.ceil(2 * copied * trained));
        assertThat(List.of(plain, grid, seeds, folded))
                .extracting(Preparation::bytesPerHit)
                .containsOnly(8L);
        assertThat(divided.bytesPerHit()).isEqualTo((long) Math.ceil(8 * (1 + trained)));
    }

    private static Preparation preparation(String more) throws IOException {
        Assembly assembly = desk.assembly(more + "\n");
        return Preparation.of(assembly.dataset(), assembly.preparation());
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
