package org.muonframework.train.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.config.Problems;
import org.muonframework.config.SettingsBinder;
import org.muonframework.spi.Context;
import org.muonframework.spi.ModelContext;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingContext;
import org.muonframework.spi.train.TrainingData;
import org.muonframework.train.neural.NeuralSettings;
import org.muonframework.train.neural.NeuralTrainerProvider;

@DisplayName("A model over the features as a sequence")
class SequenceModelsTest {

    private static final List<String> CLASSES = List.of("background", "signal");
    private static final Map<String, String> SMALL = Map.of(
            "lstm", "units = 8, hidden = [8]", "transformer", "width = 8, heads = 2, blocks = 1, feed-forward = 16");

    @Test
    @DisplayName("lstm has 4 gates of (inputs + units) · units weights and twice units biases, and its dense layers")
    void countsTheParametersOfAnLstm() {
        long memory = 4 * ((1 + 64) * 64 + 2 * 64);
        assertThat(classifier("lstm", "", 17).parameters()).isEqualTo(memory + (64 * 32 + 32) + (32 + 1));
        assertThat(classifier("lstm", "hidden = []", 17).parameters()).isEqualTo(memory + (64 + 1));
    }

    @Test
    @DisplayName("transformer has its tokens, and two normalisations, four maps and two dense layers a block")
    void countsTheParametersOfATransformer() {
        long tokens = 32 + 17 * 32;
        long block = 2 * 2 * 32 + 4 * (32 * 32 + 32) + (32 * 64 + 64) + (64 * 32 + 32);
        long head = 2 * 32 + (32 + 1);
        assertThat(classifier("transformer", "blocks = 2", 17).parameters()).isEqualTo(tokens + 2 * block + head);
        assertThat(classifier("transformer", "blocks = 3, dropout = 0.1", 17).parameters())
                .isEqualTo(tokens + 3 * block + head);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lstm", "transformer"})
    void classifiesAndRegressesAsTheOthersDo(String name) {
        Task task = new Task(features(4), List.of("a", "b", "c"), List.of("mass"));
        Architecture network = network(name, "loss = huber, huber-delta = 1.5, target-loss-weight = 0.5", task);
        assertThat(network.outputs()).hasSize(2);
        assertThat(network.outputs().get(0).loss()).isEqualTo(new Loss.CategoricalCrossEntropy());
        assertThat(network.outputs().get(1).loss()).isEqualTo(new Loss.Huber(1.5));
        assertThat(network.outputs().get(1).lossWeight()).isEqualTo(0.5);
        assertThat(network.inputs().get(0).scaling()).isEqualTo(Scaling.STANDARDISE);
        assertThat(network(name, "standardise = false", task).inputs().get(0).scaling())
                .isEqualTo(Scaling.NONE);
    }

    /** Signal has the larger value first: without knowing which value is which, nothing can be learned. */
    @ParameterizedTest
    @ValueSource(strings = {"lstm", "transformer"})
    @DisplayName("learns what depends on which feature a value is of, and is the same once saved and loaded")
    void learnsWhichFeatureIsWhich(String name, @TempDir Path directory) throws IOException {
        Task task = new Task(features(2), CLASSES, List.of());
        Architecture network = network(name, SMALL.get(name) + ", dropout = 0.05", task);
        Features fresh = new Features(rows(400, 3).features(), 400);
        try (TrainedModel trained = train(network, task)) {
            float[] scores = trained.predict(fresh)[0];
            assertThat(accuracy(scores, rows(400, 3).labels())).isGreaterThan(0.9);
            trained.save(directory);
            try (TrainedModel loaded =
                    new NeuralTrainerProvider().load(directory, new NeuralModel(network), Context.standalone(1, 1))) {
                assertThat(loaded.predict(fresh)[0]).isEqualTo(scores);
                float[][] one = {{fresh.columns()[0][7]}, {fresh.columns()[1][7]}};
                assertThat(loaded.predict(new Features(one, 1))[0][0]).isCloseTo(scores[7], within(1e-5f));
            }
            try (TrainedModel again = train(network, task)) {
                assertThat(again.predict(fresh)[0]).isEqualTo(scores);
            }
        }
    }

    @Test
    void refusesAWidthThatItsHeadsCannotShare() {
        Problems problems = new Problems();
        var section = ConfigFactory.parseString("it { width = 30, heads = 4 }").getObject("it");
        assertThat(new SettingsBinder().bind(section, "it", TransformerSettings.class, Set.of(), problems))
                .isEmpty();
        assertThat(problems.list()).singleElement().asString().contains("width, 30, is not a multiple of heads, 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lstm", "transformer"})
    void namesItselfWhereThereIsNothingToLearn(String name) {
        assertThatThrownBy(() -> network(name, "", new Task(features(2), List.of(), List.of())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the model '" + name + "' has neither classes nor targets");
    }

    private static TrainedModel train(Architecture network, Task task) {
        NeuralSettings settings =
                bind("epochs = 10, batch-size = 50, optimizer { learning-rate = 2e-2 }", NeuralSettings.class);
        return new NeuralTrainerProvider()
                .create(settings, Context.standalone(1, 1))
                .train(new NeuralModel(network), new TrainingData(task, rows(500, 1), rows(200, 2)), new Silent());
    }

    private static double accuracy(float[] scores, int[] labels) {
        return IntStream.range(0, scores.length)
                        .filter(row -> (scores[row] > 0.5) == (labels[row] == 1))
                        .count()
                / (double) scores.length;
    }

    private static Rows rows(int count, long seed) {
        Random random = new Random(seed);
        float[][] features = new float[2][count];
        int[] labels = new int[count];
        float[] weights = new float[count];
        for (int row = 0; row < count; row++) {
            features[0][row] = random.nextFloat();
            features[1][row] = random.nextFloat();
            labels[row] = features[0][row] > features[1][row] ? 1 : 0;
            weights[row] = 1;
        }
        return new Rows(features, labels, new float[0][], weights);
    }

    private static List<String> features(int count) {
        return IntStream.range(0, count).mapToObj(i -> "x" + i).toList();
    }

    private static Architecture classifier(String name, String settings, int features) {
        return network(name, settings, new Task(features(features), CLASSES, List.of()));
    }

    private static Architecture network(String name, String settings, Task task) {
        ModelProvider<?> provider = ServiceLoader.load(ModelProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.name().equals(name))
                .findFirst()
                .orElseThrow();
        return create(provider, settings, task);
    }

    private static <S extends Record> Architecture create(ModelProvider<S> provider, String settings, Task task) {
        S bound = bind(settings, provider.settings());
        return ((NeuralModel) provider.create(bound, ModelContext.standalone(1, 1, task))).architecture();
    }

    private static <S extends Record> S bind(String settings, Class<S> type) {
        Problems problems = new Problems();
        var section = ConfigFactory.parseString("it { " + settings + " }").getObject("it");
        Optional<S> bound = new SettingsBinder().bind(section, "it", type, Set.of(), problems);
        problems.throwIfAny();
        return bound.orElseThrow();
    }

    private record Silent() implements TrainingContext {
        @Override
        public Optional<Path> checkpoint() {
            return Optional.empty();
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void progress(int step, int steps, String message) {}
    }
}
