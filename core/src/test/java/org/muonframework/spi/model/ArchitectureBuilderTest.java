package org.muonframework.spi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureBuilderTest {

    @Test
    void anInputWithoutFeaturesIsRefused() {
        assertThatThrownBy(() -> Architecture.builder().input("jets", List.of(), Scaling.NONE))
                .isInstanceOf(ArchitectureException.class)
                .hasMessage("input 'jets' has no features");
    }

    @Test
    void aCategoricalCrossEntropyWithOneOutputIsRefused() {
        assertThatThrownBy(() -> network(new Loss.CategoricalCrossEntropy()))
                .isInstanceOf(ArchitectureException.class)
                .hasMessageContaining("one value a class, not 1");
    }

    @Test
    void aLossThatTellsClassesApartWithoutALinkIsRefused() {
        assertThatThrownBy(() -> network(new Linkless()))
                .isInstanceOf(ArchitectureException.class)
                .hasMessageContaining("needs a link that gives scores: sigmoid or softmax");
    }

    @Test
    void anImageIsAnInputOfItsNameWithOrWithoutAChannel() {
        Task task = new Task(List.of(), List.of(), List.of("size"), List.of(new Image("shower", Shape.of(6, 4, 4))));
        for (Shape shape : List.of(Shape.of(6, 4, 4), Shape.of(1, 6, 4, 4))) {
            assertThat(ofImage("shower", shape).objectionsToImages(task)).isEmpty();
            assertThat(ofImage("shower", shape).inputs().get(0).takesImage()).isTrue();
            assertThat(new NeuralModel(ofImage("shower", shape)).images(task)).isEqualTo(task.images());
        }
        for (Shape shape : List.of(Shape.of(96), Shape.of(2, 6, 4, 4), Shape.of(4, 4, 6), Shape.of(1, 1, 6, 4, 4))) {
            assertThat(ofImage("shower", shape).objectionsToImages(task))
                    .containsExactly("the network takes the image 'shower' in the shape " + shape
                            + ", and it has the shape 6x4x4");
        }
        assertThat(ofImage("hits", Shape.of(6, 4, 4)).objectionsToImages(task))
                .containsExactly("the network needs the image 'hits', and there is shower");
        assertThat(network(new Loss.BinaryCrossEntropy()).objectionsToImages(task))
                .isEmpty();
        assertThat(new NeuralModel(network(new Loss.BinaryCrossEntropy())).images(task))
                .isEmpty();
    }

    private static Architecture ofImage(String name, Shape shape) {
        ArchitectureBuilder network = Architecture.builder();
        String flat = network.apply("flat", new Layer.Flatten(), network.image(name, shape));
        network.output(
                "size",
                network.apply("head", new Layer.Dense(1), flat),
                new Loss.MeanSquaredError(),
                1,
                List.of("size"),
                Scaling.NONE);
        return network.build();
    }

    private static Architecture network(Loss loss) {
        ArchitectureBuilder network = Architecture.builder();
        String x = network.input("x", List.of("pt"), Scaling.NONE);
        network.output("class", network.apply("head", new Layer.Dense(1), x), loss);
        return network.build();
    }

    /** Compares raw outputs with the class. */
    private record Linkless() implements Loss.Custom {

        @Override
        public String name() {
            return "linkless";
        }

        @Override
        public Truth truth() {
            return Truth.CLASS;
        }

        @Override
        public LossCourse begin() {
            return (batch, gradient) -> 0;
        }
    }
}
