package org.muonframework.spi.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final LearningCurve TRAINING = new LearningCurve("loss", "training", List.of(0.9, 0.5, 0.3));
    private static final LearningCurve VALIDATION = new LearningCurve("loss", "validation", List.of(0.8, 0.6, 0.7));
    private static final LearningCurve ACCURACY = new LearningCurve("accuracy", "validation", List.of(0.1, 0.2, 0.3));

    @Test
    @DisplayName("the loss on the validation part is that of the step whose parameters the model has")
    void validationLoss() {
        assertThat(history(1, ACCURACY, TRAINING, VALIDATION).validationLoss()).hasValue(0.6);
        assertThat(history(0, ACCURACY, TRAINING, VALIDATION).validationLoss()).hasValue(0.8);
    }

    @Test
    @DisplayName("where it was not followed there is none")
    void noCurve() {
        assertThat(history(1, ACCURACY, TRAINING).validationLoss()).isEmpty();
        assertThat(history(3, VALIDATION).validationLoss()).isEmpty();
        assertThat(history(-1, VALIDATION).validationLoss()).isEmpty();
        LearningCurve later = new LearningCurve("loss", "validation", List.of(Double.NaN, 0.6));
        assertThat(history(0, later).validationLoss()).isEmpty();
        assertThat(history(1, later).validationLoss()).hasValue(0.6);
    }

    private static History history(int best, LearningCurve... curves) {
        return new History("epoch", List.of(curves), best, 1, 1000);
    }
}
