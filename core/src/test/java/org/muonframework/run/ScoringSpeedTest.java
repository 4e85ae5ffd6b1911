package org.muonframework.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.run.result.ModelResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.History;
import org.muonframework.spi.train.TrainedModel;

@DisplayName("The speed of scoring")
class ScoringSpeedTest {

    @Test
    @DisplayName("of a model that takes 1 ms a call and 10 us a row is less than 100 000 rows/s, and above 1 ms a row")
    void isThatOfTheModel() {
        Slow model = new Slow(1_000_000, 10_000);
        ScoringSpeed speed = ScoringSpeed.measure(model, new Features(new float[2][1_000_000], 1_000_000));
        assertThat(speed.latency()).isGreaterThan(1.01e-3).isLessThan(0.1);
        assertThat(speed.rowsPerSecond()).isLessThan(100_000).isGreaterThan(1 / speed.latency());
        assertThat(model.blocks).contains(1, 16, 32).noneMatch(rows -> rows > 4096);
    }

    @Test
    void ofAFewRowsIsMeasuredByRepeating() {
        Slow model = new Slow(0, 1000);
        ScoringSpeed speed = ScoringSpeed.measure(model, new Features(new float[2][20], 20));
        assertThat(speed.rowsPerSecond()).isLessThan(1_000_000).isPositive();
        assertThat(model.blocks).containsOnly(1, 16, 20);
        assertThat(model.blocks.stream().filter(rows -> rows == 20)).hasSizeGreaterThan(6);
    }

    @Test
    @DisplayName("becomes two values of the evaluated part, and without rows says why there are none")
    void becomesValues() {
        assertThat(new ScoringSpeed(2e6, 5e-6).values(Part.TEST))
                .containsExactly(
                        MetricValue.of("scoring-rows-per-second", Part.TEST, 2e6),
                        MetricValue.of("scoring-latency", Part.TEST, 5).in("us"));
        assertThat(ScoringSpeed.measure(new Slow(0, 0), new Features(new float[2][0], 0))
                        .values(Part.TEST))
                .hasSize(2)
                .allSatisfy(value -> {
                    assertThat(value.value()).isNaN();
                    assertThat(value.keys()).containsEntry("note", "there is no row to score");
                });
    }

    /** Takes its time, and notes how many rows it is given. */
    private static final class Slow implements TrainedModel {

        private final long call;
        private final long row;
        private final List<Integer> blocks = new ArrayList<>();

        Slow(long nanosecondsOfACall, long nanosecondsOfARow) {
            call = nanosecondsOfACall;
            row = nanosecondsOfARow;
        }

        @Override
        public float[][] predict(Features features) {
            blocks.add(features.rows());
            long end = System.nanoTime() + call + row * features.rows();
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            return new float[1][features.rows()];
        }

        @Override
        public Task task() {
            return new Task(List.of("x", "y"), List.of("b", "s"), List.of());
        }

        @Override
        public History history() {
            return ModelResult.NO_HISTORY;
        }

        @Override
        public void save(Path directory) {}

        @Override
        public void close() {}
    }
}
