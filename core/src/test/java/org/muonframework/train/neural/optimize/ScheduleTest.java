package org.muonframework.train.neural.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A schedule")
class ScheduleTest {

    private static final Offset<Double> TINY = within(1e-12);

    @Test
    void thatIsConstantStays() {
        Schedule schedule = schedule(ScheduleSettings.Type.CONSTANT);
        assertThat(schedule.rate(0)).isEqualTo(0.01);
        assertThat(schedule.rate(19.9)).isEqualTo(0.01);
        assertThat(schedule.momentum(3)).isEmpty();
    }

    @Test
    void ofACosineFallsFromTheRateToItsMinimum() {
        Schedule schedule = schedule(ScheduleSettings.Type.COSINE);
        assertThat(schedule.rate(0)).isCloseTo(0.01, TINY);
        assertThat(schedule.rate(5)).isCloseTo(0.001 + 0.009 * (1 + Math.sqrt(0.5)) / 2, TINY);
        assertThat(schedule.rate(10)).isCloseTo(0.0055, TINY);
        assertThat(schedule.rate(20)).isCloseTo(0.001, TINY);
    }

    @Test
    @DisplayName("of one cycle goes 0.0001 → 0.01 over 2 epochs and → 0.001 over 18, momentum 0.95 → 0.85 → 0.95")
    void ofOneCycle() {
        Schedule schedule = schedule(ScheduleSettings.Type.ONE_CYCLE);
        assertThat(schedule.rate(0)).isCloseTo(0.0001, TINY);
        assertThat(schedule.rate(1)).isCloseTo(0.00505, TINY);
        assertThat(schedule.rate(2)).isCloseTo(0.01, TINY);
        assertThat(schedule.rate(11)).isCloseTo(0.0055, TINY);
        assertThat(schedule.rate(20)).isCloseTo(0.001, TINY);
        assertThat(schedule.momentum(0).orElseThrow()).isCloseTo(0.95, TINY);
        assertThat(schedule.momentum(1).orElseThrow()).isCloseTo(0.9, TINY);
        assertThat(schedule.momentum(2).orElseThrow()).isCloseTo(0.85, TINY);
        assertThat(schedule.momentum(20).orElseThrow()).isCloseTo(0.95, TINY);
    }

    @Test
    void onAPlateauHalvesTheRateWhenTheLossStopsFalling() {
        Schedule schedule = schedule(ScheduleSettings.Type.PLATEAU);
        double[] losses = {1, 0.5, 0.49995, 0.6, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4};
        double[] rates = {0.01, 0.01, 0.01, 0.005, 0.005, 0.005, 0.0025, 0.0025, 0.00125, 0.00125, 0.001, 0.001, 0.001};
        for (int epoch = 0; epoch < losses.length; epoch++) {
            schedule.observe(losses[epoch]);
            assertThat(schedule.rate(epoch + 1)).as("after epoch " + epoch).isCloseTo(rates[epoch], TINY);
        }
    }

    @Test
    void earlyStoppingWaitsForItsPatience() {
        EarlyStopping stopping = new EarlyStopping(new EarlyStoppingSettings(2, 0.01, true));
        assertThat(stopping.observe(1)).isTrue();
        assertThat(stopping.observe(0.995)).isFalse();
        assertThat(stopping.exhausted()).isFalse();
        assertThat(stopping.observe(0.98)).isTrue();
        assertThat(stopping.observe(1)).isFalse();
        assertThat(stopping.exhausted()).isFalse();
        assertThat(stopping.observe(1)).isFalse();
        assertThat(stopping.exhausted()).isTrue();
        assertThat(stopping.best()).isEqualTo(2);
    }

    private static Schedule schedule(ScheduleSettings.Type type) {
        return Schedule.of(new ScheduleSettings(type, 0.001, 0.5, 2, 1e-4, 2, 100, 10, 0.85, 0.95), 0.01, 20);
    }
}
