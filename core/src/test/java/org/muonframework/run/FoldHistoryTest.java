package org.muonframework.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.train.History;
import org.muonframework.spi.train.LearningCurve;

@DisplayName("The course of the trainings of all folds")
class FoldHistoryTest {

    @Test
    @DisplayName("is the mean of the curves as far as all went, with the median of best steps and of known rates")
    void mean() {
        History mean = FoldHistory.mean(List.of(
                history(2, Double.NaN, 0.9, 0.5, 0.4), history(1, 300, 0.7, 0.3), history(4, 100, 0.8, 0.4, 0.3)));

        assertThat(mean.curves()).singleElement().satisfies(curve -> {
            assertThat(curve.part()).isEqualTo("validation, mean of 3 folds");
            assertThat(curve.values()).hasSize(2);
            assertThat(curve.values().get(1)).isCloseTo(0.4, within(1e-12));
        });
        assertThat(mean.best()).isEqualTo(2);
        assertThat(mean.rowsPerSecond()).isEqualTo(200);
        assertThat(mean.seconds()).isEqualTo(30);
        assertThat(mean.validationLoss()).isEmpty();
        assertThat(mean.engine()).isEqualTo("fused");
    }

    @Test
    @DisplayName("has no loss at steps that were pretraining in one of them")
    void stages() {
        History mean = FoldHistory.mean(
                List.of(history(2, 1, Double.NaN, 0.9, 0.5), history(2, 1, Double.NaN, Double.NaN, 0.7)));

        assertThat(mean.curves().get(0).values()).containsExactly(Double.NaN, Double.NaN, 0.6);
    }

    private static History history(int best, double rate, Double... losses) {
        LearningCurve curve = new LearningCurve(History.LOSS, History.VALIDATION, List.of(losses));
        return new History("epoch", List.of(curve), best, 10, rate, "fused");
    }
}
