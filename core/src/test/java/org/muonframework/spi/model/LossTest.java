package org.muonframework.spi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A loss")
class LossTest {

    private static final double LN2 = Math.log(2);

    static Stream<Arguments> losses() {
        return Stream.of(
                Arguments.of(new Loss.BinaryCrossEntropy(), 1, new float[] {0.3f, -1.2f, 2}, new float[] {1, 1, 0}),
                Arguments.of(
                        new Loss.CategoricalCrossEntropy(),
                        3,
                        new float[] {0.3f, -1, 2, 0.1f, 0.2f, -0.3f, 4, 1, 1},
                        new float[] {2, 0, 1}),
                Arguments.of(new Loss.MeanSquaredError(), 2, new float[] {1, 2, 3, 4, 5, 6}, new float[] {
                    1.5f, 2.5f, 2, 1, 8, 6.5f
                }),
                Arguments.of(new Loss.MeanAbsoluteError(), 2, new float[] {1, 2, 3, 4, 5, 6}, new float[] {
                    1.5f, 2.5f, 2, 1, 8, 6.5f
                }),
                Arguments.of(
                        new Loss.Huber(0.8), 2, new float[] {1, 2, 3, 4, 5, 6}, new float[] {1.5f, 2.5f, 2, 1, 8, 6.5f
                        }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void hasTheGradientOfFiniteDifferences(Loss loss, int width, float[] outputs, float[] truth) {
        LossCourse course = loss.begin();
        float[] weights = {1, 0.5f, 3};
        float[] gradient = new float[outputs.length];
        course.evaluate(new LossBatch(outputs, width, truth, weights, true), gradient);
        for (int i = 0; i < outputs.length; i++) {
            float step = 1f / 1024;
            float[] up = outputs.clone();
            up[i] += step;
            float[] down = outputs.clone();
            down[i] -= step;
            double numeric =
                    (value(loss, width, up, truth, weights) - value(loss, width, down, truth, weights)) / (2.0 * step);
            assertThat((double) gradient[i]).isCloseTo(numeric, within(1e-5));
        }
    }

    @Test
    void ofAPretrainingPassesForThatOfTheTraining() {
        Loss training = new Loss.Huber(2);
        Loss both = new Loss.Pretrained(new Loss.MeanSquaredError(), training);
        assertThat(both.pretraining()).isEqualTo(new Loss.MeanSquaredError());
        assertThat(both.training()).isEqualTo(training);
        assertThat(both.truth()).isEqualTo(training.truth());
        assertThat(both.link()).isEqualTo(training.link());
        float[] outputs = {1, 5};
        float[] truth = {0, 0};
        assertThat(value(both, 1, outputs, truth, 1, 1)).isEqualTo(value(training, 1, outputs, truth, 1, 1));
        assertThat(training.pretraining()).isSameAs(training);
        assertThatThrownBy(() -> new Loss.Pretrained(both, training)).isInstanceOf(ArchitectureException.class);
        assertThatThrownBy(() -> both.check(1, 2)).isInstanceOf(ArchitectureException.class);
    }

    @Test
    void isTheWeightedMeanOverRows() {
        assertThat(value(new Loss.BinaryCrossEntropy(), 1, new float[] {0, 0}, new float[] {1, 0}, 1, 3))
                .isCloseTo(LN2, within(1e-12));
        assertThat(value(new Loss.CategoricalCrossEntropy(), 4, new float[8], new float[] {1, 3}, 1, 3))
                .isCloseTo(2 * LN2, within(1e-12));
        assertThat(value(new Loss.MeanSquaredError(), 1, new float[] {1, 2}, new float[] {0, 0}, 1, 3))
                .isEqualTo((1 + 3 * 4) / 4.0);
        assertThat(value(new Loss.MeanAbsoluteError(), 1, new float[] {1, -2}, new float[] {0, 0}, 1, 3))
                .isEqualTo((1 + 3 * 2) / 4.0);
        assertThat(value(new Loss.Huber(1), 1, new float[] {0.5f, 3}, new float[] {0, 0}, 1, 3))
                .isEqualTo((0.125 + 3 * 2.5) / 4);
    }

    @Test
    void doesNotOverflow() {
        assertThat(value(new Loss.BinaryCrossEntropy(), 1, new float[] {1e4f, -1e4f}, new float[] {1, 1}, 1, 1))
                .isEqualTo(5e3);
        assertThat(value(new Loss.CategoricalCrossEntropy(), 2, new float[] {1e4f, -1e4f}, new float[] {1}, 1))
                .isEqualTo(2e4);
    }

    @Test
    @DisplayName("of the binary cross-entropy is ln(1 + e^z) for class 0, and its slope σ(z), to rounding")
    void isExactOverTheWholeRange() {
        float[] gradient = new float[1];
        LossCourse course = new Loss.BinaryCrossEntropy().begin();
        for (float z = -60; z <= 60; z += 1 / 16f) {
            double exact = Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
            double loss =
                    course.evaluate(new LossBatch(new float[] {z}, 1, new float[1], new float[] {1}, true), gradient);
            assertThat(loss).isCloseTo(exact, within(2e-16 + 2 * Math.ulp(exact)));
            assertThat(gradient[0]).isCloseTo((float) (1 / (1 + Math.exp(-z))), within(Math.ulp(gradient[0])));
        }
    }

    @Test
    void isNotANumberWhenAnOutputIsNot() {
        float[] broken = {Float.NaN, 1};
        assertThat(value(new Loss.BinaryCrossEntropy(), 1, broken, new float[] {1, 1}, 1, 1))
                .isNaN();
        assertThat(value(new Loss.CategoricalCrossEntropy(), 2, broken, new float[] {1}, 1))
                .isNaN();
        assertThat(value(new Loss.Huber(1), 1, broken, new float[] {1, 1}, 1, 1))
                .isNaN();
    }

    private static double value(Loss loss, int width, float[] outputs, float[] truth, float... weights) {
        LossBatch batch = new LossBatch(outputs, width, truth, weights, true);
        return loss.begin().evaluate(batch, new float[outputs.length]);
    }
}
