package org.muonframework.train.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.spi.ModelContext;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.ConfigurationException;

@DisplayName("A cascade")
class CascadeProviderTest {

    private static final List<String> REGIONS = List.of("collimator", "upstream", "target", "gap", "dump");

    @ParameterizedTest
    @CsvSource({
        "26, 7, 150 150,         150 150 150,      78612",
        "26, 7, 150 150 150,     150 150 150 150, 123912",
        "26, 7, 50 50 30,        50 50 20,         10902",
        "26, 7, 124 124 124,     248 248 248 248, 229908",
        "13, 6, 32 32 32,        32 32 32 32,       6699"
    })
    @DisplayName("has as many parameters as the published networks of SpinQuest")
    void published(int features, int targets, String tagger, String regressor, long parameters) {
        Task task = new Task(named("x", features), REGIONS, named("t", targets));
        assertThat(build(task, settings(units(tagger), units(regressor), true, 1))
                        .parameters())
                .isEqualTo(parameters);
    }

    @Test
    @DisplayName("regresses from the features and the scores before the softmax")
    void connections() {
        Architecture network = build(new Task(named("x", 3), REGIONS, named("t", 2)), settings(8));
        assertThat(network.nodes())
                .filteredOn(node -> node.name().equals("features-and-scores"))
                .singleElement()
                .satisfies(node -> assertThat(node.from())
                        .containsExactly("features", network.outputs().get(0).from()));
        assertThat(network.shapes().get("features-and-scores").elements()).isEqualTo(3 + 5);
        assertThat(network.outputs().get(0).loss()).isEqualTo(new Loss.CategoricalCrossEntropy());
        assertThat(network.outputs().get(1).loss()).isEqualTo(new Loss.MeanSquaredError());
    }

    @Test
    void ofTwoClassesHandsOneScoreOn() {
        Architecture network = build(new Task(named("x", 3), List.of("b", "s"), named("t", 2)), settings(8));
        assertThat(network.shapes().get("features-and-scores").elements()).isEqualTo(3 + 1);
        assertThat(network.outputs().get(0).loss()).isEqualTo(new Loss.BinaryCrossEntropy());
    }

    @Test
    @DisplayName("scales features and targets each as it is told, and weighs the targets' loss by alpha")
    void scaling() {
        Task task = new Task(named("x", 3), REGIONS, named("t", 2));
        Architecture raw = build(task, settings(List.of(4), List.of(4), false, 2e-4));
        assertThat(raw.inputs().get(0).scaling()).isEqualTo(Scaling.STANDARDISE);
        assertThat(raw.outputs().get(1).scaling()).isEqualTo(Scaling.NONE);
        assertThat(raw.outputs()).extracting(Architecture.Output::lossWeight).containsExactly(1.0, 2e-4);
        assertThat(build(task, settings(4)).outputs().get(1).scaling()).isEqualTo(Scaling.STANDARDISE);
    }

    @Test
    void needsClassesAndTargets() {
        assertThatThrownBy(() -> build(new Task(named("x", 3), REGIONS, List.of()), settings(8)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("there are no targets");
        assertThatThrownBy(() -> build(new Task(named("x", 3), List.of(), named("t", 2)), settings(8)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("there are no classes");
    }

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(ModelProvider.class)).anyMatch(CascadeProvider.class::isInstance);
    }

    private static CascadeSettings settings(int units) {
        return settings(List.of(units), List.of(units), true, 1);
    }

    private static CascadeSettings settings(
            List<Integer> tagger, List<Integer> regressor, boolean standardiseTargets, double alpha) {
        return new CascadeSettings(
                tagger,
                regressor,
                ActivationFunction.RELU,
                false,
                0,
                true,
                standardiseTargets,
                RegressionLoss.MSE,
                1,
                alpha);
    }

    private static List<Integer> units(String text) {
        return List.of(text.split(" ")).stream().map(Integer::valueOf).toList();
    }

    private static List<String> named(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> name + i).toList();
    }

    private static Architecture build(Task task, CascadeSettings settings) {
        return ((NeuralModel) new CascadeProvider().create(settings, ModelContext.standalone(1, 1, task)))
                .architecture();
    }
}
