package org.muonframework.softmuon.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.config.Problems;
import org.muonframework.config.SettingsBinder;
import org.muonframework.spi.Context;
import org.muonframework.spi.ModelContext;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Layer;
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

@DisplayName("TightNN")
class TightNnProviderTest {

    private static final List<String> CLASSES = List.of("background", "signal");
    private static final Context CONTEXT = Context.standalone(1, 1);

    @ParameterizedTest(name = "{1} for {0} features")
    @CsvSource({"17, 20465", "22, 20785"})
    @DisplayName("has the number of trainable parameters that its layers imply")
    void hasTheSizeOfItsLayers(int features, long parameters) {
        assertThat(network(features, 0.3).parameters()).isEqualTo(parameters);
    }

    @Test
    void hasItsLayersInOrder() {
        List<String> layers = network(17, 0.3).nodes().stream()
                .map(node -> node.layer().getClass().getSimpleName()
                        + (node.layer() instanceof Layer.Dense dense ? dense.units() : ""))
                .toList();
        assertThat(String.join(" ", layers))
                .isEqualTo("Dense64 Activation BatchNorm Dropout Dense128 Activation BatchNorm Dropout"
                        + " Dense64 Activation Dense32 Activation Dense8 Activation Dense1");
    }

    @Test
    void normalisesAsKerasDoesAndEndsInASigmoid() {
        Architecture network = network(17, 0.25);
        assertThat(network.nodes().get(2).layer()).isEqualTo(new Layer.BatchNorm(1e-3, 0.99));
        assertThat(network.nodes().get(7).layer()).isEqualTo(new Layer.Dropout(0.25));
        assertThat(network.inputs()).singleElement().satisfies(input -> {
            assertThat(input.scaling()).isEqualTo(Scaling.STANDARDISE);
            assertThat(input.columns()).hasSize(17);
        });
        assertThat(network.outputs()).singleElement().satisfies(output -> assertThat(output.loss())
                .isEqualTo(new Loss.BinaryCrossEntropy()));
    }

    @ParameterizedTest(name = "dropout {0}")
    @ValueSource(doubles = {0, 0.3})
    @DisplayName("learns, and once saved and loaded gives a row the same score, alone and among others")
    void learnsAndIsKept(double dropout, @TempDir Path directory) throws IOException {
        Task task = new Task(features(3), CLASSES, List.of());
        TrainingData data = new TrainingData(task, rows(3000, 1), rows(1000, 2));
        Features fresh = new Features(rows(500, 3).features(), 500);
        NeuralTrainerProvider neural = new NeuralTrainerProvider();
        try (TrainedModel trained =
                neural.create(settings(), CONTEXT).train(new NeuralModel(network(task, dropout)), data, new Silent())) {
            trained.save(directory);
            float[] scores = trained.predict(fresh)[0];
            int[] labels = rows(500, 3).labels();
            long right = IntStream.range(0, 500)
                    .filter(row -> (scores[row] > 0.5) == (labels[row] == 1))
                    .count();
            assertThat(right).isGreaterThan(375);
            assertThat(trained.parameters()).hasValue(19_377 + 3 * 64);
            try (TrainedModel loaded = neural.load(directory, new NeuralModel(network(task, dropout)), CONTEXT)) {
                assertThat(loaded.predict(fresh)[0]).isEqualTo(scores);
                float[][] one = {{fresh.columns()[0][7]}, {fresh.columns()[1][7]}, {fresh.columns()[2][7]}};
                assertThat(loaded.predict(new Features(one, 1))[0][0]).isCloseTo(scores[7], within(1e-6f));
            }
        }
    }

    @Test
    void refusesAnythingButTwoClasses() {
        refuses(new Task(List.of(), CLASSES, List.of()), "at least one feature");
        refuses(new Task(features(2), List.of("s"), List.of()), "tells two classes apart", "not 1 [s]");
        refuses(new Task(features(2), List.of("a", "b", "c"), List.of()), "not 3 [a, b, c]");
        refuses(new Task(features(2), List.of(), List.of("pt")), "not 0 []");
        refuses(new Task(features(2), CLASSES, List.of("pt")), "regresses nothing", "[pt]");
    }

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(ModelProvider.class)).anyMatch(TightNnProvider.class::isInstance);
    }

    private static void refuses(Task task, String... parts) {
        assertThatThrownBy(() -> network(task, 0.3))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(parts);
    }

    private static Architecture network(int features, double dropout) {
        return network(new Task(features(features), CLASSES, List.of()), dropout);
    }

    private static Architecture network(Task task, double dropout) {
        NeuralModel model = (NeuralModel)
                new TightNnProvider().create(new TightNnSettings(dropout), ModelContext.standalone(1, 1, task));
        return model.architecture();
    }

    private static List<String> features(int count) {
        return IntStream.range(0, count).mapToObj(i -> "x" + i).toList();
    }

    private static NeuralSettings settings() {
        Problems problems = new Problems();
        ConfigObject section =
                ConfigFactory.parseString("it { epochs = 6, batch-size = 50 }").getObject("it");
        Optional<NeuralSettings> settings =
                new SettingsBinder().bind(section, "it", NeuralSettings.class, Set.of(), problems);
        problems.throwIfAny();
        return settings.orElseThrow();
    }

    /** Signal outside of a sphere that half of all rows lie in. */
    private static Rows rows(int count, long seed) {
        Random random = new Random(seed);
        float[][] features = new float[3][count];
        int[] labels = new int[count];
        float[] weights = new float[count];
        for (int row = 0; row < count; row++) {
            double square = 0;
            for (float[] feature : features) {
                feature[row] = (float) random.nextGaussian();
                square += feature[row] * feature[row];
            }
            labels[row] = square > 2.366 ? 1 : 0;
            weights[row] = 1;
        }
        return new Rows(features, labels, new float[0][], weights);
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
