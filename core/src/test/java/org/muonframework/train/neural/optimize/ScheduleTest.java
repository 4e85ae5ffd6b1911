package org.muonframework.train.neural.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.ConfigFactory;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.config.Problems;
import org.muonframework.config.SettingsBinder;

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
    @DisplayName("on a plateau of patience 5 halves the rate at every fifth stale epoch in a row, as Keras does")
    void countsStaleEpochsAsKerasDoes() {
        Schedule schedule = Schedule.of(plateau("patience = 5, min-delta = 1e-5, min-learning-rate = 1e-6"), 1e-3, 100);
        double rate = 1e-3;
        schedule.observe(0.5);
        for (int stale = 1; stale <= 60; stale++) {
            schedule.observe(0.5 - 0.9e-5);
            rate = stale % 5 == 0 ? Math.max(rate / 2, 1e-6) : rate;
            assertThat(schedule.rate(stale + 1)).as("after " + stale).isCloseTo(rate, within(1e-15));
        }
        assertThat(rate).isEqualTo(1e-6);
    }

    @Test
    void onAPlateauStartsToCountAnewAfterAnImprovement() {
        Schedule schedule = Schedule.of(plateau("patience = 5, min-delta = 1e-5"), 1e-3, 100);
        for (double loss : new double[] {0.5, 0.6, 0.6, 0.6, 0.6, 0.4999, 0.6, 0.6, 0.6, 0.6}) {
            schedule.observe(loss);
            assertThat(schedule.rate(1)).isEqualTo(1e-3);
        }
        schedule.observe(0.6);
        assertThat(schedule.rate(1)).isCloseTo(5e-4, TINY);
    }

    @Test
    @DisplayName("on a plateau has Keras' margin of 1e-4 by default, and patience 5, factor 0.5 and 1e-6 of its own")
    void hasItsDefaults() {
        assertThat(plateau(""))
                .isEqualTo(plateau("patience = 5, min-delta = 1e-4, factor = 0.5, min-learning-rate = 1e-6"));
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

    private static ScheduleSettings plateau(String more) {
        Problems problems = new Problems();
        var section =
                ConfigFactory.parseString("it { type = plateau, " + more + " }").getObject("it");
        var settings = new SettingsBinder().bind(section, "it", ScheduleSettings.class, Set.of(), problems);
        problems.throwIfAny();
        return settings.orElseThrow();
    }

    private static Schedule schedule(ScheduleSettings.Type type) {
        return Schedule.of(new ScheduleSettings(type, 0.001, 0.5, 2, 1e-4, 2, 100, 10, 0.85, 0.95), 0.01, 20);
    }
}
