package org.muonframework.darksector.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.Context;
import org.muonframework.spi.ModelContext;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingContext;
import org.muonframework.spi.train.TrainingData;
import org.muonframework.train.neural.NeuralSettings;
import org.muonframework.train.neural.NeuralTrainerProvider;

@DisplayName("The Punzi net")
class PunziNetTest {

    private static final TrainingData DATA =
            new TrainingData(ToySearch.TASK, ToySearch.rows(6000, 1), ToySearch.rows(6000, 2));

    @Test
    @DisplayName("has layers of 8 and 4 units with tanh, and 8 n + 49 parameters")
    void layers() {
        Architecture four = network("", new Task(List.of("a", "b", "c", "d"), ToySearch.TASK.classes(), List.of()));
        assertThat(four.parameters()).isEqualTo(81);
        assertThat(four.nodes()).extracting(node -> node.layer().toString()).hasSize(5);
        assertThat(network("hidden = [16]", ToySearch.TASK).parameters()).isEqualTo(3 * 16 + 16 + 16 + 1);
        assertThat(four.outputs().get(0).loss().pretraining()).isEqualTo(new Loss.BinaryCrossEntropy());
        assertThat(four.outputs().get(0).loss().training()).isInstanceOf(PunziLoss.class);
    }

    @Test
    @DisplayName("lowers the Punzi loss below what the cross-entropy leaves, on both paths alike")
    void trains() {
        try (TrainedModel fused = train("fused");
                TrainedModel engine = train("engine")) {
            List<Double> losses = validation(fused, "loss");
            assertThat(losses).hasSize(40);
            double first = losses.get(15);
            double last = losses.get(39);
            assertThat(last).isLessThan(0.98 * first);
            assertThat(fused.history().best()).isGreaterThan(30);
            List<Double> others = validation(engine, "loss");
            for (int epoch = 15; epoch < 40; epoch++) {
                assertThat(losses.get(epoch)).as("epoch %d", epoch).isCloseTo(others.get(epoch), within(2e-3 * first));
            }
            Features features = new Features(DATA.validation().features(), 6000);
            assertThat(fused.predict(features)[0]).containsExactly(engine.predict(features)[0], within(0.02f));
        }
    }

    @Test
    @DisplayName("refuses anything but two classes")
    void refuses() {
        refuses(new Task(List.of(), ToySearch.TASK.classes(), List.of()), "at least one feature");
        refuses(new Task(List.of("x"), List.of("a", "b", "c"), List.of()), "not 3 [a, b, c]");
        refuses(new Task(List.of("x"), ToySearch.TASK.classes(), List.of("t")), "regresses nothing", "[t]");
    }

    @Test
    @DisplayName("is found as a service")
    void service() {
        assertThat(ServiceLoader.load(ModelProvider.class)).anyMatch(PunziNetProvider.class::isInstance);
    }

    private static void refuses(Task task, String... parts) {
        assertThatThrownBy(() -> network("", task))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(parts);
    }

    private static Architecture network(String settings, Task task) {
        return ((NeuralModel) new PunziNetProvider()
                        .create(ToySearch.bind(settings, PunziNetSettings.class), ModelContext.standalone(1, 1, task)))
                .architecture();
    }

    private static TrainedModel train(String path) {
        NeuralSettings settings = ToySearch.bind("""
                path = %s, batch-size = 0, epochs = 25, optimizer { type = sgd, momentum = 0, learning-rate = 1 }
                schedule { type = plateau, patience = 20 }, early-stopping { patience = 0 }
                pretraining {
                  epochs = 15, batch-size = 512, optimizer { type = sgd, momentum = 0, learning-rate = 0.5 }
                  schedule { type = plateau, patience = 10 }
                }
                """.formatted(path), NeuralSettings.class);
        return new NeuralTrainerProvider()
                .create(settings, Context.standalone(3, 1))
                .train(new NeuralModel(network("", ToySearch.TASK)), DATA, new Silent());
    }

    private static List<Double> validation(TrainedModel model, String quantity) {
        return model.history().curves().stream()
                .filter(curve ->
                        curve.quantity().equals(quantity) && curve.part().equals("validation"))
                .findFirst()
                .orElseThrow()
                .values();
    }

    private static final class Silent implements TrainingContext {

        @Override
        public Optional<Path> checkpoint() {
            return Optional.empty();
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void progress(int step, int steps, String message) {
            // Nobody looks.
        }
    }
}
