package org.muonframework.train.neural.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.Rows;
import org.muonframework.train.neural.store.ModelJson;

@DisplayName("The scales at the edges of a network")
class ScalesTest {

    private static final Task TASK = new Task(List.of("a", "b"), List.of(), List.of("energy"));

    @Test
    void areFittedFixedOrLeftOut() {
        Architecture network = network(Scaling.STANDARDISE, Scaling.NONE, new Scaling.Fixed(2500, 2000));
        Rows rows = new Rows(
                new float[][] {{1, 3}, {5, 6}},
                new int[0],
                new float[][] {{500, 4500}},
                new float[] {1, 1},
                Map.of(),
                new long[0]);
        Scales scales = Scales.fit(network, ColumnMap.of(network, TASK), rows);
        assertThat(scales.inputs()).containsExactly(List.of(new ColumnScale(2, 1)), List.of());
        assertThat(scales.targets()).containsExactly(List.of(new ColumnScale(2500, 2000)));
        assertThat(scales.targets().get(0).get(0).invert(0.75f)).isEqualTo(4000);
    }

    @Test
    void standInAModelByNameOrByTheirNumbers() {
        String text = ModelJson.write(network(Scaling.STANDARDISE, Scaling.NONE, new Scaling.Fixed(2500, 2000)));
        assertThat(text.replaceAll("\\s", ""))
                .contains("\"scaling\":\"STANDARDISE\"", "\"scaling\":\"NONE\"")
                .contains("\"scaling\":{\"offset\":2500.0,\"scale\":2000.0}");
    }

    @Test
    void refuseAScaleThatIsNotAboveZero() {
        assertThatThrownBy(() -> new Scaling.Fixed(1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a scaling has a finite offset and a scale above 0, not 1.0 and 0.0");
    }

    private static Architecture network(Scaling first, Scaling second, Scaling target) {
        ArchitectureBuilder network = Architecture.builder();
        network.input("a", List.of("a"), first);
        network.input("b", List.of("b"), second);
        network.apply("both", new Layer.Concat(), "a", "b");
        network.apply("head", new Layer.Dense(1), "both");
        return network.output("energy", "head", new Loss.MeanSquaredError(), 1, List.of("energy"), target)
                .build();
    }
}
