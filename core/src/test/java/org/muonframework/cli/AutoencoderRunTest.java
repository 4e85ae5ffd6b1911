package org.muonframework.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An analysis with autoencoders")
class AutoencoderRunTest {

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void prepare() {
        desk = new Desk(folder);
    }

    private Desk.Ended run(Path analysis) {
        return desk.framework("run", analysis.toString(), "--output", folder + "/run");
    }

    @Test
    @DisplayName("learns from the features of one class, finds the other one as an anomaly, and scores files")
    void labelled() throws IOException {
        Desk.Ended ended = run(desk.writeAutoencoders(""));

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("anomaly-auc", "mean-explained-variance", "mean-generated-distance");
        assertThat(folder.resolve("run/figures"))
                .isDirectoryContaining("glob:**wide-generated-x.svg")
                .isDirectoryContaining("glob:**narrow-anomaly-roc.svg")
                .isDirectoryContaining("glob:**narrow-reconstruction-y.svg");
        assertThat(folder.resolve("run/report.html"))
                .content()
                .contains("2 features learned by themselves by 2 models")
                .doesNotContain("signal told from background");
        Path scores = folder.resolve("scores.csv");
        desk.writeEvents("new.csv", 5, 0, 50_001);
        Desk.Ended predicted = desk.framework(
                "predict", folder + "/run", folder.resolve("new.csv").toString(), "-o", scores.toString());
        assertThat(predicted.code()).as(predicted.err()).isZero();
        assertThat(Files.readAllLines(scores)).hasSize(6);
        assertThat(Files.readAllLines(scores).get(0))
                .contains("narrow_reconstruction_error", "narrow_latent_1", "wide_latent_2", "wide_reconstructed_y");
    }

    @Test
    @DisplayName("needs no label")
    void unlabelled() {
        desk.writeEvents("events.csv", 300, 0, 1);
        Desk.Ended ended = run(desk.write("unlabelled.conf", """
                dataset { type = files, files = ["%s"] }
                features = [x, y]
                model { type = vae, hidden = [4] }
                trainer { type = neural, epochs = 2 }
                metrics = [reconstruction, latent-space, generation]
                """.formatted(folder.resolve("events.csv"))));

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("reconstruction-error").doesNotContain("accuracy");
    }

    @Test
    @DisplayName("may stand beside a classifier: each metric judges the models that it can")
    void beside() {
        Desk.Ended ended = run(desk.writeAutoencoders("""
                models.trees { model { type = boosted-trees }, trainer = null, trainer { type = boosted-trees, rounds = 5 }, train-on = null }
                metrics = ${metrics} [roc]
                """));

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).containsPattern("(?m)^auc ").containsPattern("(?m)^anomaly-auc ");
    }

    @Test
    @DisplayName("is told which metric none of its models can be judged by")
    void metrics() {
        Desk.Ended ended = run(desk.writeAutoencoders("metrics = ${metrics} [roc]\n"));

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("the metric 'roc' cannot judge this: needs two classes or more");
    }

    @Test
    @DisplayName("is told which number its models do not give")
    void score() {
        Desk.Ended ended = run(desk.writeAutoencoders(
                "metrics = [ { type = anomaly, anomalous = \"label == 0\", score = reconstruction_eror } ]\n"));

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .contains("the model predicts no 'reconstruction_eror'. Did you mean 'reconstruction_error'?");
    }
}
