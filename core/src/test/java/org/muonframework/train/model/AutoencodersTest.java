package org.muonframework.train.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.ModelContext;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.ConfigurationException;

@DisplayName("Autoencoders")
class AutoencodersTest {

    private static final Task TASK =
            new Task(List.of("a", "b", "c", "d", "e", "f"), List.of("background", "Z"), List.of("mass"));

    private static NeuralModel vae(Task task, double beta) {
        VaeSettings settings = new VaeSettings(2, List.of(32), ActivationFunction.RELU, FeatureScaling.RANGE, beta, 10);
        return (NeuralModel) new VaeProvider().create(settings, ModelContext.standalone(1, 1, task));
    }

    private static NeuralModel plain(Task task) {
        AutoencoderSettings settings =
                new AutoencoderSettings(2, List.of(32), ActivationFunction.RELU, FeatureScaling.RANGE);
        return (NeuralModel) new AutoencoderProvider().create(settings, ModelContext.standalone(1, 1, task));
    }

    @Test
    @DisplayName("have the parameters of D-32-2-32-D, of which a VAE has the 2 twice")
    void parameters() {
        assertThat(vae(TASK, 0.002).architecture().parameters()).isEqualTo(650);
        assertThat(plain(TASK).architecture().parameters()).isEqualTo(584);
    }

    @Test
    @DisplayName("learn neither classes nor targets, and predict an error, the code and the features")
    void learned() {
        for (NeuralModel model : List.of(vae(TASK, 0), plain(TASK))) {
            Task learned = model.learned(TASK);
            assertThat(learned.classifies()).isFalse();
            assertThat(learned.regresses()).isFalse();
            assertThat(learned.predictions())
                    .containsExactlyInAnyOrder(
                            "reconstruction_error",
                            "latent_1",
                            "latent_2",
                            "reconstructed_a",
                            "reconstructed_b",
                            "reconstructed_c",
                            "reconstructed_d",
                            "reconstructed_e",
                            "reconstructed_f");
            assertThat(model.code()).contains("code");
        }
        assertThat(new VaeProvider().supervised()).isFalse();
        assertThat(new AutoencoderProvider().supervised()).isFalse();
    }

    @Test
    @DisplayName("of the variational kind sample around a linear mean with a linear logarithm of the variance")
    void linearHeads() {
        Architecture network = vae(TASK, 0.002).architecture();
        Architecture.Node code = node(network, "code");
        assertThat(code.layer()).isEqualTo(new Layer.Sample(10));
        assertThat(code.from())
                .hasSize(2)
                .allSatisfy(name -> assertThat(node(network, name).layer()).isEqualTo(new Layer.Dense(2)));
        assertThat(network.outputs())
                .filteredOn(output -> output.name().equals("divergence"))
                .singleElement()
                .satisfies(output -> {
                    assertThat(output.loss()).isEqualTo(new Loss.KullbackLeibler(10));
                    assertThat(output.lossWeight()).isEqualTo(0.002);
                });
    }

    @Test
    @DisplayName("need a feature")
    void features() {
        assertThatThrownBy(() -> plain(new Task(List.of(), List.of(), List.of())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the model 'autoencoder' needs at least one feature");
    }

    private static Architecture.Node node(Architecture network, String name) {
        return network.nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
