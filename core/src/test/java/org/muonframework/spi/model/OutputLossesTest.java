package org.muonframework.spi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A loss that needs no truth")
class OutputLossesTest {

    private static final float[] WEIGHTS = {1, 3};

    static List<Loss> losses() {
        return List.of(new Loss.OwnValue(), new Loss.Unjudged(), new Loss.KullbackLeibler(10));
    }

    private static double loss(Loss loss, float[] outputs, float[] gradient) {
        return loss.begin().evaluate(new LossBatch(outputs, outputs.length / 2, new float[0], WEIGHTS, true), gradient);
    }

    @ParameterizedTest
    @MethodSource("losses")
    @DisplayName("has the gradient that differences give")
    void gradient(Loss loss) {
        float[] outputs = {0.5f, -1, 0.25f, 2, 1.5f, 0, -0.75f, -2};
        float[] gradient = new float[outputs.length];
        loss(loss, outputs, gradient);
        for (int i = 0; i < outputs.length; i++) {
            float[] above = outputs.clone();
            float[] below = outputs.clone();
            above[i] += 1e-2f;
            below[i] -= 1e-2f;
            double slope = (loss(loss, above, new float[8]) - loss(loss, below, new float[8]))
                    / ((double) above[i] - below[i]);
            assertThat((double) gradient[i]).as("%s, output %d", loss, i).isCloseTo(slope, within(2e-4));
        }
    }

    @Test
    @DisplayName("is the weighted mean of the outputs, or 0")
    void means() {
        assertThat(loss(new Loss.OwnValue(), new float[] {1, 3, 5, 7}, new float[4]))
                .isCloseTo((1 * 2 + 3 * 6) / 4.0, within(1e-12));
        assertThat(loss(new Loss.Unjudged(), new float[] {1, 3, 5, 7}, new float[4]))
                .isZero();
    }

    @Test
    @DisplayName("of Kullback and Leibler is 0 for standard Gaussians, and known for others")
    void divergence() {
        Loss loss = new Loss.KullbackLeibler(10);
        assertThat(loss(loss, new float[] {0, 0, 0, 0}, new float[4])).isZero();
        // mean 2: half of 4; variance e: (e - 2) / 2
        assertThat(loss(loss, new float[] {2, 0, 0, 1}, new float[4]))
                .isCloseTo((1 * 2 + 3 * (Math.E - 2) / 2) / 4, within(1e-7));
        assertThatThrownBy(() -> loss.check(3, 0))
                .isInstanceOf(ArchitectureException.class)
                .hasMessage("its loss takes as many means as variances, not 3 values");
    }

    @Test
    @DisplayName("of Kullback and Leibler takes logarithms beyond the clamp for the clamp, without a slope")
    void clamp() {
        Loss loss = new Loss.KullbackLeibler(3);
        float[] gradient = new float[4];
        double beyond = loss(loss, new float[] {0, 50, 0, -50}, gradient);
        assertThat(beyond)
                .isCloseTo((-0.5 * (1 + 3 - Math.exp(3)) - 3 * 0.5 * (1 - 3 - Math.exp(-3))) / 4, within(1e-6));
        assertThat(gradient).containsExactly(0, 0, 0, 0);
    }
}
