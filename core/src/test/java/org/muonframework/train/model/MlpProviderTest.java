package org.muonframework.train.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.ModelContext;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.ConfigurationException;

@DisplayName("A multilayer perceptron")
class MlpProviderTest {

    private static final List<String> FEATURES = List.of("pt", "eta", "phi");

    @Test
    void ofTwoClassesHasOneOutput() {
        Architecture network = build(new Task(FEATURES, List.of("b", "s"), List.of()), false, 0);
        assertThat(network.parameters()).isEqualTo((3 * 8 + 8) + (8 * 4 + 4) + (4 + 1));
        assertThat(network.outputs()).singleElement().satisfies(output -> assertThat(output.loss())
                .isEqualTo(new Loss.BinaryCrossEntropy()));
        assertThat(network.inputs().get(0).scaling()).isEqualTo(Scaling.STANDARDISE);
    }

    @Test
    void ofThreeClassesAndTwoTargetsHasTwoHeads() {
        Architecture network = build(new Task(FEATURES, List.of("a", "b", "c"), List.of("mass", "width")), true, 0.2);
        assertThat(network.parameters()).isEqualTo((3 * 8 + 8) + 16 + (8 * 4 + 4) + 8 + (4 * 3 + 3) + (4 * 2 + 2));
        assertThat(network.outputs()).hasSize(2);
        assertThat(network.outputs().get(0).loss()).isEqualTo(new Loss.CategoricalCrossEntropy());
        assertThat(network.outputs().get(1).loss()).isEqualTo(new Loss.Huber(1.5));
        assertThat(network.outputs().get(1).columns()).containsExactly("mass", "width");
        assertThat(network.outputs().get(1).lossWeight()).isEqualTo(0.5);
        assertThat(network.outputs().get(1).scaling()).isEqualTo(Scaling.STANDARDISE);
    }

    @Test
    void needsFeaturesAndSomethingToLearn() {
        assertThatThrownBy(() -> build(new Task(List.of(), List.of("b", "s"), List.of()), false, 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("at least one feature");
        assertThatThrownBy(() -> build(new Task(FEATURES, List.of(), List.of()), false, 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("neither classes nor targets");
        assertThatThrownBy(() -> build(new Task(FEATURES, List.of("b"), List.of()), false, 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the only class is 'b'");
    }

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(ModelProvider.class)).anyMatch(MlpProvider.class::isInstance);
    }

    private static Architecture build(Task task, boolean batchNorm, double dropout) {
        MlpSettings settings = new MlpSettings(
                List.of(8, 4), ActivationFunction.RELU, batchNorm, dropout, true, RegressionLoss.HUBER, 1.5, 0.5);
        return ((NeuralModel) new MlpProvider().create(settings, ModelContext.standalone(1, 1, task))).architecture();
    }
}
