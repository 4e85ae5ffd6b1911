package org.muonframework.evaluate.classify;

import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Metric;

/** {@code calibration}: whether of the rows with score s the part s is signal. */
public final class CalibrationProvider implements MetricProvider<CalibrationSettings> {

    @Override
    public String name() {
        return "calibration";
    }

    @Override
    public String description() {
        return "observed fraction against the score, expected calibration error and Brier score beside their baselines";
    }

    @Override
    public Class<CalibrationSettings> settings() {
        return CalibrationSettings.class;
    }

    @Override
    public Metric create(CalibrationSettings settings, Context context) {
        return new Calibration(settings.bins());
    }
}
