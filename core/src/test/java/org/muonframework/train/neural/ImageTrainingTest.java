package org.muonframework.train.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.muonframework.train.neural.Fixtures.curve;
import static org.muonframework.train.neural.Fixtures.settings;
import static org.muonframework.train.neural.Fixtures.train;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.spi.Context;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Image;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Shape;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.SparseImages;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingData;
import org.muonframework.train.Fingerprint;

@DisplayName("A network of images")
class ImageTrainingTest {

    @TempDir
    private Path directory;

    private final TrainingData data = Showers.data(400);
    private final Rows unseen = Showers.rows(300, 3);
    private final Features rows = new Features(unseen.features(), unseen.size(), unseen.images());

    @Test
    @DisplayName(
            "learns from lists of hits, with batch normalisation of volumes, and is the same once saved and loaded")
    void learns() throws Exception {
        Architecture network = Showers.network(new Layer.BatchNorm(1e-3, 0.9));
        try (TrainedModel model = train(network, data, settings(12, 32, 1e-2), 1)) {
            List<Double> losses = curve(model, "loss", "validation");
            assertThat(losses.get(losses.size() - 1)).isLessThan(0.3).isLessThan(losses.get(0) / 2);
            model.save(directory);
            TrainedModel loaded = new NeuralTrainerProvider()
                    .load(directory, new NeuralModel(network), new Fixtures.Host(new RandomStreams(9)));
            try (loaded) {
                assertThat(loaded.task()).isEqualTo(Showers.TASK);
                assertThat(loaded.predict(rows)).isDeepEqualTo(model.predict(rows));
            }
        }
    }

    @Test
    @DisplayName("has the same bits as one that is given every cell as a feature")
    void sparseIsDense() {
        TrainingData dense = new TrainingData(
                new Task(Showers.denseFeatures(), List.of(), List.of("size")),
                Showers.dense(data.training()),
                Showers.dense(data.validation()));
        NeuralSettings settings = settings(3, 32, 1e-2);
        try (TrainedModel ofHits = train(Showers.network(new Layer.Dropout(0.2)), data, settings, 1);
                TrainedModel ofCells = train(Showers.denseNetwork(new Layer.Dropout(0.2)), dense, settings, 1)) {
            assertThat(ofHits.history().curves()).isEqualTo(ofCells.history().curves());
            Features cells = new Features(Showers.dense(unseen).features(), unseen.size());
            assertThat(ofHits.predict(rows)).isDeepEqualTo(ofCells.predict(cells));
        }
    }

    @Test
    @DisplayName("has the same bits on one thread and on several")
    void threads() {
        NeuralSettings settings = settings("epochs = 2, batch-size = 64, micro-batch-size = 24");
        NeuralModel network = new NeuralModel(Showers.network());
        List<float[][]> predictions = IntStream.of(1, 3)
                .mapToObj(threads -> new NeuralTrainerProvider()
                        .create(settings, Context.standalone(1, threads))
                        .train(network, data, new Fixtures.Recorder()))
                .map(model -> {
                    try (model) {
                        return model.predict(rows);
                    }
                })
                .toList();
        assertThat(predictions.get(1)).isDeepEqualTo(predictions.get(0));
    }

    @Test
    @DisplayName("predicts each row from its own hits, whatever rows stand before it")
    void rowByRow() {
        try (TrainedModel model = train(Showers.network(), data, settings(1, 64, 1e-2), 1)) {
            float[] together = model.predict(rows)[0];
            int[] backwards = IntStream.range(0, rows.rows())
                    .map(row -> rows.rows() - 1 - row)
                    .toArray();
            float[] beside = new float[backwards.length];
            for (int i = 0; i < beside.length; i++) {
                beside[i] = rows.columns()[0][backwards[i]];
            }
            SparseImages turned = rows.images().get(0).pick(backwards);
            float[] reversed = model.predict(new Features(new float[][] {beside}, beside.length, List.of(turned)))[0];
            for (int i = 0; i < reversed.length; i++) {
                assertThat(reversed[i]).isEqualTo(together[backwards[i]]);
            }
            for (int row : new int[] {0, 17, 299}) {
                assertThat(model.predict(rows.range(row, row + 1))[0][0]).isCloseTo(together[row], within(1e-5f));
            }
        }
    }

    @Test
    @DisplayName("is trained on the fused path where nothing else is asked for, as on an engine")
    void fused() {
        Architecture network = Showers.network(new Layer.BatchNorm(1e-3, 0.9), new Layer.SqueezeExcite(2));
        String settings = "epochs = 3, batch-size = 301, optimizer { type = sgd, learning-rate = 1e-3 }, path = ";
        try (TrainedModel model = train(network, data, settings(settings + "auto"), 1);
                TrainedModel other = train(network, data, settings(settings + "engine"), 1)) {
            assertThat(List.of(model.history().engine(), other.history().engine()))
                    .containsExactly("fused", "MXNet");
            assertThat(model.predict(rows)[0]).containsExactly(other.predict(rows)[0], within(1e-3f));
        }
    }

    @Test
    @DisplayName("is refused where the task has no such image, or one of another shape")
    void otherImages() {
        for (Image image : List.of(new Image("other", Showers.VOLUME), new Image("shower", Shape.of(4, 4, 6)))) {
            TrainingData wrong =
                    new TrainingData(Showers.TASK.withImages(List.of(image)), data.training(), data.validation());
            assertThatThrownBy(() -> train(Showers.network(), wrong, settings(1, 32, 1e-2), 1))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(image.name().equals("other") ? "there is other" : "has the shape 4x4x6");
        }
    }

    @Test
    @DisplayName("refuses a hit outside of its image or of no finite value, naming the row")
    void badHits() {
        SparseImages good = unseen.images().get(0);
        int row = IntStream.range(0, good.rows())
                .filter(any -> good.ends()[any] > good.starts()[any])
                .findFirst()
                .orElseThrow();
        try (TrainedModel model = train(Showers.network(), data, settings(1, 64, 1e-2), 1)) {
            for (boolean outside : new boolean[] {true, false}) {
                int[] cells = good.cells().clone();
                float[] values = good.values().clone();
                int hit = good.starts()[row];
                cells[hit] = outside ? Showers.CELLS : cells[hit];
                values[hit] = outside ? 1 : Float.NaN;
                SparseImages bad = new SparseImages(good.shape(), good.starts(), good.ends(), cells, values);
                assertThatThrownBy(() -> model.predict(new Features(rows.columns(), rows.rows(), List.of(bad))))
                        .isInstanceOf(DataException.class)
                        .hasMessageContaining("prediction row " + (row + 1))
                        .hasMessageContaining("0 to 95");
            }
        }
    }

    @Test
    @DisplayName("is another training where a single hit is another")
    void fingerprint() {
        SparseImages images = data.training().images().get(0);
        float[] values = images.values().clone();
        values[images.ends()[images.rows() - 1] - 1] += 1;
        SparseImages changed = new SparseImages(images.shape(), images.starts(), images.ends(), images.cells(), values);
        Rows training = data.training();
        Rows other = new Rows(
                training.features(),
                training.labels(),
                training.targets(),
                training.weights(),
                training.columns(),
                training.events(),
                List.of(changed));
        assertThat(Fingerprint.of("", new TrainingData(Showers.TASK, other, data.validation())))
                .isNotEqualTo(Fingerprint.of("", data));
    }
}
