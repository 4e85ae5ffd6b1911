package org.muonframework.train.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.muonframework.train.neural.Fixtures.XOR;
import static org.muonframework.train.neural.Fixtures.classifier;
import static org.muonframework.train.neural.Fixtures.settings;
import static org.muonframework.train.neural.Fixtures.train;
import static org.muonframework.train.neural.Fixtures.xor;

import ai.djl.nn.Blocks;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Shape;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.TrainedModel;

@DisplayName("A trained network")
class TrainedNetworkTest {

    @TempDir
    private Path directory;

    private final Features rows = new Features(xor(5000, 3, 0).features(), 5000);

    @Test
    void predictsTheSameBitsAfterSavingAndLoading() throws IOException {
        try (TrainedModel model = train(
                classifier(XOR, new Layer.BatchNorm(), new Layer.Dropout(0.5)), xor(0), settings(2, 100, 1e-2), 1)) {
            model.save(directory);
            try (TrainedModel loaded = load()) {
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
        assertThat(json.at("/engine").asText()).isEqualTo("MXNet");
    }

    @Test
    void withAnOpaqueBlockTrainsAndPredictsButCannotBeLoaded() throws IOException {
        Layer opaque = new Layer.Opaque("nothing at all", Blocks::identityBlock, Shape.of(16), 0);
        try (TrainedModel model = train(classifier(XOR, opaque), xor(0), settings(1, 100, 1e-2), 1)) {
            assertThat(model.predict(rows)[0]).hasSize(5000);
            model.save(directory);
            assertThat(Files.readString(directory.resolve("model.json"))).contains("nothing at all");
        }
        assertThatThrownBy(this::load)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("contains an opaque block and cannot be loaded without its plugin");
    }

    @Test
    void saysWhichFileIsMissingOrDamaged() throws IOException {
        assertThatThrownBy(this::load).isInstanceOf(IOException.class).hasMessageContaining("model.json");
        try (TrainedModel model = train(classifier(XOR), xor(0), settings(1, 100, 1e-2), 1)) {
            model.save(directory);
        }
        Path parameters = directory.resolve("parameters.safetensors");
        Files.write(parameters, new byte[5]);
        assertThatThrownBy(this::load)
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

    private TrainedModel load() throws IOException {
        return new NeuralTrainerProvider().load(directory, new Fixtures.Host(new RandomStreams(1)));
    }
}
