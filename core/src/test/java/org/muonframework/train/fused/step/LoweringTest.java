package org.muonframework.train.fused.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.model.ActivationFunction;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.Scaling;
import org.muonframework.train.neural.weights.ParameterLayout;

/** Which memory the way back needs: the less, the more of it is that of one block, which stays in the cache. */
class LoweringTest {

    @Test
    void keepsTheOutputOfADenseLayerOnlyToRectifyItsGradient() {
        List<Lowered> plain = operations(new Layer.Dense(3));
        List<Lowered> rectified = operations(new Layer.Dense(3), new Layer.Activation(ActivationFunction.RELU));

        assertThat(plain.get(1).operation().roomsBack())
                .contains(read(plain.get(1)))
                .doesNotContain(given(plain.get(1)));
        assertThat(rectified.get(1).operation().roomsBack()).contains(read(rectified.get(1)), given(rectified.get(1)));
    }

    @Test
    void keepsTheInputOfSwishAndTheOutputOfTanh() {
        Lowered swish = operations(new Layer.Dense(3), new Layer.Activation(ActivationFunction.SWISH))
                .get(2);
        Lowered tanh = operations(new Layer.Dense(3), new Layer.Activation(ActivationFunction.TANH))
                .get(2);

        assertThat(swish.operation().roomsBack()).contains(read(swish)).doesNotContain(given(swish));
        assertThat(tanh.operation().roomsBack()).contains(given(tanh));
    }

    @Test
    void keepsOnlyTheInputOfANormalisationWithItsGradient() {
        Lowered norm =
                operations(new Layer.Dense(3), new Layer.BatchNorm(1e-3, 0.9)).get(2);

        assertThat(norm.operation().roomsBack())
                .containsExactly(read(norm), norm.reads().get(0).gradient().orElseThrow());
    }

    @Test
    void goesNotBackThroughANormalisationOfAnInput() {
        Lowered norm = operations(new Layer.BatchNorm(1e-3, 0.9)).get(1);

        assertThat(norm.goesBack()).as("for its scale and shift").isTrue();
        assertThat(norm.operation().roomsBack()).isEmpty();
    }

    private static List<Lowered> operations(Layer... layers) {
        ArchitectureBuilder builder = Architecture.builder();
        String x = builder.input("x", List.of("a", "b"), Scaling.NONE);
        String last = builder.apply("last", new Layer.Dense(2), builder.apply("body", List.of(layers), x));
        builder.output("y", last, new Loss.CategoricalCrossEntropy(), 1, List.of(), Scaling.NONE);
        Architecture architecture = builder.build();
        Parameters parameters = new Parameters(ParameterLayout.of(architecture), 8);
        return new Lowering(architecture, parameters, 1, 1).operations();
    }

    private static Room read(Lowered lowered) {
        return lowered.reads().get(0).room();
    }

    private static Room given(Lowered lowered) {
        return lowered.gives().get(0).room();
    }
}
