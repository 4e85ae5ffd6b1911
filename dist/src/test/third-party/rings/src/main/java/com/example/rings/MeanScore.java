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
            MetricValue mean = weights > 0
                    ? MetricValue.of(name(), sample.part(), sum / weights)
                    : MetricValue.of(name(), sample.part(), Double.NaN).with("note", "the weights add up to nothing");
            return MetricResult.of(List.of(mean), List.of());
        };
    }
}
