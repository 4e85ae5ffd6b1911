package com.example.rings;

import java.util.*;
import org.muonframework.spi.*;
import org.muonframework.spi.metric.*;
import org.muonframework.spi.model.Task;

public final class MeanScore implements MetricProvider<MeanScore.Settings> {

    public record Settings() {}

    public String name() { return "mean-score"; }

    public String description() { return "mean score; of a probability, the fraction of class 1"; }

    public Class<Settings> settings() { return Settings.class; }

    public Metric create(Settings settings, Context context) { return new Mean(); }

    private static final class Mean implements Metric {

        public Optional<String> objection(Task task) {
            return task.classes().size() == 2 ? Optional.empty() : Optional.of("needs two classes");
        }

        public MetricResult evaluate(Evaluation evaluation) {
            Sample sample = evaluation.evaluatedSample();
            float[] score = sample.predictions()[evaluation.task().scoreOf(1)];
            double sum = 0, weights = 0;
            for (int row = 0; row < sample.rows(); row++) {
                sum += sample.weights()[row] * score[row];
                weights += sample.weights()[row];
            }
            MetricValue mean = weights > 0
                    ? MetricValue.of("mean-score", sample.part(), sum / weights)
                    : MetricValue.of("mean-score", sample.part(), Double.NaN).with("note", "no weight to average over");
            return MetricResult.of(List.of(mean), List.of());
        }
    }
}
