package org.muonframework.calorimeter.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.calorimeter.Settings;
import org.muonframework.calorimeter.loss.HuberisedLoss;
import org.muonframework.spi.ModelContext;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Image;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.model.Shape;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.ConfigurationException;

@DisplayName("The networks of the calorimeter")
class CaloNetworksTest {

    private static final Image CELLS = new Image("cells", Shape.of(50, 32, 32));
    private static final List<String> FEATURES =
            IntStream.range(0, 28).mapToObj(i -> "feature" + i).toList();
    private static final List<String> TARGETS = List.of("true_energy");
    private static final Task TASK = new Task(FEATURES, List.of(), TARGETS, List.of(CELLS));

    @Test
    @DisplayName("calo-features: three layers of 80 units on standardised features, and 15,361 parameters for 28")
    void features() {
        Architecture network = network(new CaloFeaturesProvider(), "", TASK);
        assertThat(network.parameters()).isEqualTo(15_361);
        assertThat(network.inputs()).hasSize(1);
        assertThat(network.inputs().get(0).scaling()).isEqualTo(Scaling.STANDARDISE);
        assertThat(network(new CaloFeaturesProvider(), "hidden = [10]", TASK).parameters())
                .isEqualTo(28 * 10 + 10 + 10 + 1);
    }

    @Test
    @DisplayName("predict 2500 + 2000 o GeV, which their loss knows")
    void scaling() {
        Architecture network =
                network(new CaloFeaturesProvider(), "scale = 1000, loss { bins = 7, downweight = true }", TASK);
        Architecture.Output output = network.outputs().get(0);
        assertThat(output.scaling()).isEqualTo(new Scaling.Fixed(2500, 1000));
        HuberisedLoss loss = (HuberisedLoss) output.loss();
        assertThat(loss.scaling()).isEqualTo(output.scaling());
        assertThat(loss.energy()).isEqualTo("true_energy");
        assertThat(loss.settings().bins()).isEqualTo(7);
        assertThat(loss.settings().downweight()).isTrue();
    }

    @Test
    @DisplayName("calo-cnn: 636,570 parameters with 28 features, of which 613,369 in the convolutions")
    void parameters() {
        Architecture network = network(new CaloCnnProvider(), "", TASK);
        assertThat(network.parameters()).isEqualTo(636_570);
        long body = 126 * 80 + 80 + 2 * (80 * 80 + 80) + 80 + 1;
        assertThat(network.parameters() - body).isEqualTo(613_369);
        Architecture cellsOnly = network(new CaloCnnProvider(), "", TASK.withFeatures(List.of()));
        assertThat(cellsOnly.parameters()).isEqualTo(636_570 - 28 * 80);
        assertThat(cellsOnly.inputs()).hasSize(1);
    }

    @Test
    @DisplayName("calo-cnn: grids of 26x17x17, 14x9x9, 8x5x5 and 5x3x3 with 11, 19, 31 and 49 channels")
    void shapes() {
        Map<String, Shape> shapes = network(new CaloCnnProvider(), "", TASK).shapes();
        assertThat(shapes)
                .containsEntry("cells", Shape.of(1, 50, 32, 32))
                .containsEntry("stage-1-block-1", Shape.of(9, 26, 17, 17))
                .containsEntry("stage-1-block-3", Shape.of(11, 26, 17, 17))
                .containsEntry("stage-2-block-3", Shape.of(19, 14, 9, 9))
                .containsEntry("stage-3-block-3", Shape.of(31, 8, 5, 5))
                .containsEntry("energy-4", Shape.of(1, 5, 3, 3))
                .containsEntry("stage-4-block-3", Shape.of(49, 5, 3, 3))
                .containsEntry("pooled", Shape.of(98))
                .containsEntry("joined", Shape.of(126));
    }

    @Test
    @DisplayName("carry the energies to the end: each block has their sums in its first channel")
    void energies() {
        Architecture network = network(new CaloCnnProvider(), "", TASK);
        assertThat(node(network, "energy-1").from()).containsExactly("cells");
        assertThat(node(network, "energy-2").from()).containsExactly("energy-1");
        assertThat(((Layer.Pool) node(network, "energy-2").layer()).kind()).isEqualTo(Layer.PoolKind.SUM);
        assertThat(node(network, "stage-2-block-3").from().get(0)).isEqualTo("energy-2");
    }

    @Test
    @DisplayName("normalise before a convolution, but in the first block behind it")
    void order() {
        Architecture network = network(new CaloCnnProvider(), "", TASK);
        assertThat(kinds(network, "stage-1-block-1-path", 7))
                .containsExactly(
                        "Convolution",
                        "Activation",
                        "BatchNorm",
                        "Convolution",
                        "Activation",
                        "BatchNorm",
                        "SqueezeExcite");
        assertThat(kinds(network, "stage-2-block-1-path", 7))
                .containsExactly(
                        "BatchNorm",
                        "Activation",
                        "Convolution",
                        "BatchNorm",
                        "Activation",
                        "Convolution",
                        "SqueezeExcite");
        assertThat(kinds(network, "stage-1-block-1-shortcut", 2)).containsExactly("Pool", "Convolution");
        assertThat(kinds(network, "stage-2-block-1-shortcut", 4))
                .containsExactly("Activation", "BatchNorm", "Pool", "Convolution");
        assertThat(node(network, "stage-1-block-2-sum").from()).contains("stage-1-block-1");
    }

    @Test
    @DisplayName("calo-cnn-small: the same grids with 5, 8, 13 and 20 channels, and 59,302 parameters")
    void small() {
        Architecture network = network(new CaloCnnSmallProvider(), "", TASK);
        assertThat(network.shapes())
                .containsEntry("stage-1-block-1", Shape.of(5, 26, 17, 17))
                .containsEntry("stage-2-block-1", Shape.of(8, 14, 9, 9))
                .containsEntry("stage-3-block-1", Shape.of(13, 8, 5, 5))
                .containsEntry("stage-4-block-1", Shape.of(20, 5, 3, 3));
        assertThat(network.parameters()).isEqualTo(59_302);
    }

    @Test
    void areFoundAsServices() {
        assertThat(ServiceLoader.load(ModelProvider.class).stream()
                        .map(provider -> provider.get().name()))
                .contains("calo-features", "calo-cnn", "calo-cnn-small");
    }

    @Test
    void refuseWhatTheyCannotLearn() {
        refuses(new CaloFeaturesProvider(), "", TASK.withFeatures(List.of()), "needs at least one feature");
        refuses(
                new CaloFeaturesProvider(),
                "",
                new Task(FEATURES, List.of(), List.of("a", "b")),
                "one target",
                "[a, b]");
        refuses(new CaloFeaturesProvider(), "", new Task(FEATURES, List.of("x", "y"), TARGETS), "no classes", "[x, y]");
        refuses(new CaloFeaturesProvider(), "hidden = [0]", TASK, "hidden");
        refuses(new CaloCnnProvider(), "", TASK.withImages(List.of()), "needs the image 'cells'", "no image");
        refuses(new CaloCnnProvider(), "image = cell", TASK, "'cell'", "none of this name. Did you mean 'cells'?");
        Image flat = new Image("cells", Shape.of(32, 32));
        refuses(new CaloCnnProvider(), "", TASK.withImages(List.of(flat)), "needs a volume", "32x32");
    }

    private static <S extends Record> void refuses(
            ModelProvider<S> provider, String settings, Task task, String... parts) {
        assertThatThrownBy(() -> network(provider, settings, task))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(parts);
    }

    private static <S extends Record> Architecture network(ModelProvider<S> provider, String settings, Task task) {
        S bound = Settings.bind(settings, provider.settings());
        return ((NeuralModel) provider.create(bound, ModelContext.standalone(1, 1, task))).architecture();
    }

    private static Architecture.Node node(Architecture network, String name) {
        return network.nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> kinds(Architecture network, String name, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> node(network, name + "-" + i).layer().getClass().getSimpleName())
                .toList();
    }
}
