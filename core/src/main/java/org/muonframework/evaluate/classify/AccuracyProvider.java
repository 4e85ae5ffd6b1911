package org.muonframework.evaluate.classify;

import java.util.List;
import java.util.Optional;
import org.muonframework.evaluate.Findings;
import org.muonframework.evaluate.Share;
import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;

/**
 * {@code accuracy}: the weighted part of the rows whose class is predicted rightly (the class of the largest score; of
 * two classes class 1 where its score exceeds ½), beside what always naming the majority class gets right, and beside
 * what a reference does.
 */
public final class AccuracyProvider implements MetricProvider<AccuracySettings> {

    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public String description() {
        return "part of the rows classified correctly, beside that of the majority class and of a reference";
    }

    @Override
    public Class<AccuracySettings> settings() {
        return AccuracySettings.class;
    }

    @Override
    public Metric create(AccuracySettings settings, Context context) {
        return new Accuracy(settings.reference());
    }

    private record Accuracy(Optional<String> reference) implements Metric {

        @Override
        public List<String> columns() {
            return reference.stream().toList();
        }

        @Override
        public Optional<String> objection(Task task) {
            return task.classifies() ? Optional.empty() : Optional.of("needs classes");
        }

        @Override
        public MetricResult evaluate(Evaluation evaluation) {
            Findings findings = new Findings();
            Task task = evaluation.task();
            for (Sample sample : evaluation.samples()) {
                Share majority = Share.ofMajority(sample, task.classes().size());
                MetricValue missing = MetricValue.of("accuracy", sample.part(), Double.NaN);
                long unknown = Decision.unknown(sample, task);
                if (!(majority.total() > 0)) {
                    String reason = "the weights do not add up to more than 0";
                    findings.addMissing(missing, reason);
                    findings.addMissing(MetricValue.of("majority-accuracy", sample.part(), Double.NaN), reason);
                    reference.ifPresent(ignored -> findings.addMissing(
                            MetricValue.of("reference-accuracy", sample.part(), Double.NaN), reason));
                } else {
                    if (unknown > 0) {
                        findings.addMissing(missing, unknown + " of " + sample.rows() + " rows have no score");
                    } else {
                        int[] predicted = Decision.of(sample, task, 0.5);
                        findings.add(right(sample, predicted, majority).as("accuracy", sample.part()));
                    }
                    reference
                            .map(column -> Decision.reference(sample, column, task))
                            .ifPresent(named -> findings.add(
                                    right(sample, named, majority).as("reference-accuracy", sample.part())));
                    findings.add(majority.as("majority-accuracy", sample.part()));
                }
            }
            return findings.result();
        }

        private static Share right(Sample sample, int[] predicted, Share all) {
            double passed = 0;
            double squares = 0;
            for (int i = 0; i < sample.rows(); i++) {
                if (predicted[i] == sample.labels()[i]) {
                    passed += sample.weights()[i];
                    squares += sample.weights()[i] * sample.weights()[i];
                }
            }
            return new Share(passed, squares, all.total(), all.squares());
        }
    }
}
