package com.example.rings;

import java.util.List;
import org.muonframework.spi.*;
import org.muonframework.spi.metric.*;

public final class MeanScore implements MetricProvider<MeanScore.Settings> {

    public record Settings() {}

    public String name() { return "mean-score"; }

    public String description() { return "mean score; of a probability, the fraction of class 1"; }

    public Class<Settings> settings() { return Settings.class; }

    public Metric create(Settings settings, Context context) {
        return evaluation -> {
            Sample sample = evaluation.evaluatedSample();
            double sum = 0, weights = 0;
            for (int row = 0; row < sample.rows(); row++) {
                sum += sample.weights()[row] * sample.predictions()[0][row];
                weights += sample.weights()[row];
            }
            return MetricResult.of(List.of(MetricValue.of("mean-score", sample.part(), sum / weights)), List.of());
        };
    }
}
