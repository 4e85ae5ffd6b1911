package org.muonframework.spi.model;

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
