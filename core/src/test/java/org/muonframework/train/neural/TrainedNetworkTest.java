package org.muonframework.train.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.muonframework.train.neural.Fixtures.XOR;
import static org.muonframework.train.neural.Fixtures.classifier;
import static org.muonframework.train.neural.Fixtures.settings;
import static org.muonframework.train.neural.Fixtures.train;
import static org.muonframework.train.neural.Fixtures.xor;

import ai.djl.nn.core.Linear;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.model.Shape;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.model.TreeModel;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingData;

@DisplayName("A trained network")
class TrainedNetworkTest {

    @TempDir
    private Path directory;

    private final Features rows = new Features(xor(5000, 3, 0).features(), 5000);

    @Test
    void predictsTheSameBitsAfterSavingAndLoading() throws IOException {
        Architecture network = classifier(XOR, new Layer.BatchNorm(), new Layer.Dropout(0.5));
        try (TrainedModel model = train(network, xor(0), settings(2, 100, 1e-2), 1)) {
            model.save(directory);
            try (TrainedModel loaded = load(network)) {
                assertThat(loaded.predict(rows)).isDeepEqualTo(model.predict(rows));
                assertThat(loaded.task()).isEqualTo(model.task());
                assertThat(loaded.history()).isEqualTo(model.history());
                assertThat(loaded.parameters()).isEqualTo(model.parameters());
            }
            assertThat(model.predict(new Features(new float[2][0], 0))[0]).isEmpty();
        }
    }

    @Test
    void givesEachRowTheSameScoreAloneAndAmongOthers() {
        try (TrainedModel model = train(classifier(XOR), xor(0), settings(1, 100, 1e-2), 1)) {
            float[] all = model.predict(rows)[0];
            float[][] one = {{rows.columns()[0][4321]}, {rows.columns()[1][4321]}};
            assertThat(model.predict(new Features(one, 1))[0][0]).isCloseTo(all[4321], within(1e-6f));
        }
    }

    @Test
    void isWrittenSoThatAReaderCanFollow() throws IOException {
        try (TrainedModel model = train(classifier(XOR), xor(0), settings(1, 100, 1e-2), 1)) {
            model.save(directory);
        }
        var json = new ObjectMapper().readTree(directory.resolve("model.json").toFile());
        assertThat(json.at("/architecture/nodes/0/layer/type").asText()).isEqualTo("dense");
        assertThat(json.at("/architecture/nodes/0/layer/units").asInt()).isEqualTo(16);
        assertThat(json.at("/architecture/outputs/0/loss/type").asText()).isEqualTo("binary-cross-entropy");
        assertThat(json.at("/scales/inputs/0/0/deviation").asDouble()).isBetween(0.5, 0.6);
        assertThat(json.at("/engine").asText()).isEqualTo("fused");
    }

    @Test
    void getsAnOpaqueBlockFromItsProviderAgain() throws IOException {
        Layer opaque = new Layer.Opaque(
                "one dense layer", () -> Linear.builder().setUnits(16).build(), Shape.of(16), 272);
        Architecture network = classifier(XOR, opaque);
        try (TrainedModel model = train(network, xor(0), settings(1, 100, 1e-2), 1)) {
            model.save(directory);
            assertThat(Files.readString(directory.resolve("model.json"))).contains("one dense layer");
            try (TrainedModel loaded = load(network)) {
                assertThat(loaded.predict(rows)).isDeepEqualTo(model.predict(rows));
            }
        }
    }

    @Test
    void getsAPluginsLossFromItsProviderAgain() throws IOException {
        Task task = new Task(List.of("x"), List.of(), List.of("energy"));
        Rows energies =
                new Rows(new float[][] {{1, 2, 3}}, new int[0], new float[][] {{1, 2, 3}}, new float[] {1, 1, 1});
        Features fresh = new Features(new float[][] {{1, 7}}, 2);
        TrainingData data = new TrainingData(task, energies, energies);
        try (TrainedModel model = train(energy(new FractionalLoss(0, 8, 5)), data, settings(1, 3, 1e-2), 1)) {
            model.save(directory);
            try (TrainedModel loaded = load(energy(new FractionalLoss(0, 8, 5)))) {
                assertThat(loaded.predict(fresh)).isDeepEqualTo(model.predict(fresh));
            }
        }
        assertThatThrownBy(() -> load(energy(new FractionalLoss(0, 8, 4))))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "%s is of another network than the configuration makes: outputs[0].loss.name is"
                                + " \"FractionalLoss[low=0.0, high=8.0, bins=4]\", was saved as"
                                + " \"FractionalLoss[low=0.0, high=8.0, bins=5]\"",
                        directory.resolve("model.json"));
    }

    @Test
    void isNotLoadedAsAnotherOne() throws IOException {
        try (TrainedModel model = train(classifier(XOR), xor(0), settings(1, 100, 1e-2), 1)) {
            model.save(directory);
        }
        assertThatThrownBy(() -> load(classifier(XOR, new Layer.Dropout(0.1))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("model.json is of another network than the configuration makes: nodes[2]");
        assertThatThrownBy(() -> new NeuralTrainerProvider()
                        .load(directory, new TreeModel(XOR, Map.of()), new Fixtures.Host(new RandomStreams(1))))
                .isInstanceOf(IOException.class)
                .hasMessage(directory + " holds a neural network, not a model of the family 'boosted trees'");
    }

    private static Architecture energy(Loss loss) {
        ArchitectureBuilder network = Architecture.builder();
        String x = network.input("x", List.of("x"), Scaling.NONE);
        String e = network.apply("e", new Layer.Dense(1), x);
        return network.output("energy", e, loss, 1, List.of("energy"), Scaling.NONE)
                .build();
    }

    @Test
    void saysWhichFileIsMissingOrDamaged() throws IOException {
        assertThatThrownBy(() -> load(classifier(XOR)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("model.json");
        try (TrainedModel model = train(classifier(XOR), xor(0), settings(1, 100, 1e-2), 1)) {
            model.save(directory);
        }
        Path parameters = directory.resolve("parameters.safetensors");
        Files.write(parameters, new byte[5]);
        assertThatThrownBy(() -> load(classifier(XOR)))
                .isInstanceOf(IOException.class)
                .hasMessage(parameters + " is damaged: it ends too early");
    }

    @Test
    void refusesAFeatureThatIsNotFinite() {
        try (TrainedModel model = train(classifier(XOR), xor(0), settings(1, 100, 1e-2), 1)) {
            float[][] bad = {{1, Float.POSITIVE_INFINITY}, {1, 1}};
            assertThatThrownBy(() -> model.predict(new Features(bad, 2)))
                    .isInstanceOf(DataException.class)
                    .hasMessage("prediction row 2: feature 'x' is Infinity, not a finite number");
        }
    }

    private TrainedModel load(Architecture network) throws IOException {
        return new NeuralTrainerProvider()
                .load(directory, new NeuralModel(network), new Fixtures.Host(new RandomStreams(1)));
    }
}
