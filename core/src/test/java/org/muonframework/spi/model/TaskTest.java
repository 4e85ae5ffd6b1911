package org.muonframework.spi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a task predicts")
class TaskTest {

    private static final Task TWO = new Task(List.of("x"), List.of("background", "signal"), List.of("mass", "pt"));
    private static final Task THREE = new Task(List.of("x"), List.of("pion", "kaon", "muon"), List.of("mass"));
    private static final Task MASS = new Task(List.of("x"), List.of(), List.of("mass"));

    @Test
    @DisplayName("two classes share one score, that of class 1")
    void twoClasses() {
        assertThat(TWO.scoredClasses()).containsExactly(1);
        assertThat(TWO.predictions().get(TWO.scoreOf(1))).isEqualTo("score");
        assertThatThrownBy(() -> TWO.scoreOf(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("class 0 of [background, signal] has no score of its own");
    }

    @Test
    @DisplayName("of more classes each has its score")
    void threeClasses() {
        assertThat(THREE.scoredClasses()).containsExactly(0, 1, 2);
        for (int klass : THREE.scoredClasses()) {
            assertThat(THREE.predictions().get(THREE.scoreOf(klass)))
                    .isEqualTo("score_" + THREE.classes().get(klass));
        }
        assertThatThrownBy(() -> THREE.scoreOf(3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> THREE.scoreOf(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("each target has its prediction, with classes beside it or without")
    void targets() {
        for (Task task : List.of(TWO, THREE, MASS)) {
            for (String target : task.targets()) {
                assertThat(task.predictions().get(task.predictionOf(target))).isEqualTo(target);
            }
        }
        assertThat(MASS.scoredClasses()).isEmpty();
        assertThatThrownBy(() -> MASS.scoreOf(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MASS.predictionOf("score"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'score' is no target; targets are: [mass]");
    }
}
