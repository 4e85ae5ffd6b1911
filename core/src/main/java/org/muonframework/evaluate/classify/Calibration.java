package org.muonframework.evaluate.classify;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muonframework.evaluate.Findings;
import org.muonframework.evaluate.OneAgainstRest;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;
import org.muonframework.stats.Moments;

/**
 * Values on each part, for more than two classes for each (key {@code class}): {@code expected-calibration-error}, the
 * mean distance of the observed fraction from the score in bins of the score (M. Naeini, G. Cooper and M. Hauskrecht,
 * AAAI 2015), beside {@code ideal-calibration-error}, what statistics alone let a perfectly calibrated score show;
 * {@code brier-score}, the mean square of score − truth (G. Brier, Mon. Weather Rev. 78 (1950) 1) with its interval,
 * beside {@code prevalence-brier-score}, that of always predicting the mean. Figures: the observed fraction against the
 * score on the evaluated part, and how often each score is given.
 */
final class Calibration implements Metric {

    private static final List<String> NAMES =
            List.of("expected-calibration-error", "ideal-calibration-error", "brier-score", "prevalence-brier-score");

    private final int bins;

    Calibration(int bins) {
        this.bins = bins;
    }

    @Override
    public Optional<String> objection(Task task) {
        return OneAgainstRest.objection(task);
    }

    @Override
    public MetricResult evaluate(Evaluation evaluation) {
        Findings findings = new Findings();
        int classes = evaluation.task().classes().size();
        for (Sample sample : evaluation.samples()) {
            for (int c : evaluation.task().scoredClasses()) {
                OneAgainstRest one = OneAgainstRest.of(sample, evaluation.task(), c);
                Optional<String> problem = ReliabilityCurve.problem(one);
                if (problem.isPresent()) {
                    for (String name : NAMES) {
                        MetricValue value = MetricValue.of(name, sample.part(), Double.NaN);
                        findings.addMissing(keyed(value, one, classes), problem.get());
                    }
                    continue;
                }
                ReliabilityCurve curve = ReliabilityCurve.of(one, bins);
                values(curve, one, sample).forEach(value -> findings.add(keyed(value, one, classes)));
                if (sample.part() == evaluation.evaluated()) {
                    findings.add(figure(curve, c, evaluation));
                }
            }
        }
        return findings.result();
    }

    private static MetricValue keyed(MetricValue value, OneAgainstRest one, int classes) {
        return classes > 2 ? value.with("class", one.name()) : value;
    }

    private static List<MetricValue> values(ReliabilityCurve curve, OneAgainstRest one, Sample sample) {
        double[] squares = new double[sample.rows()];
        double[] truth = new double[squares.length];
        for (int i = 0; i < squares.length; i++) {
            truth[i] = one.members()[i] ? 1 : 0;
            squares[i] = (one.scores()[i] - truth[i]) * (one.scores()[i] - truth[i]);
        }
        Moments brier = Moments.of(squares, one.weights());
        double prevalence = Moments.of(truth, one.weights()).mean();
        return List.of(
                MetricValue.of(NAMES.get(0), sample.part(), curve.expectedError()),
                MetricValue.of(NAMES.get(1), sample.part(), curve.idealError()),
                MetricValue.of(NAMES.get(2), sample.part(), brier.mean())
                        .within(brier.mean() - brier.meanError(), brier.mean() + brier.meanError()),
                MetricValue.of(NAMES.get(3), sample.part(), prevalence * (1 - prevalence)));
    }

    private static Figure figure(ReliabilityCurve curve, int c, Evaluation evaluation) {
        boolean two = evaluation.task().classes().size() == 2;
        String of = evaluation.task().classes().get(c);
        double[] ends = {0, 1};
        Figure figure = Figure.of(
                "calibration" + (two ? "" : "-class-" + c),
                "Calibration of " + of,
                "Part of the rows that are " + of + " against the score of " + of + " by " + evaluation.model()
                        + ", on the " + evaluation.evaluated().label() + " part, with 68 % intervals; on the line the"
                        + " score is a probability. Below: part of the rows in each bin of the score.",
                Axis.of("Score of " + of).between(0, 1),
                Axis.of("Observed fraction of " + of).between(0, 1),
                List.of(
                        new Mark.Curve("calibrated", ends, ends, new double[0], new double[0], true),
                        curve.points(evaluation.model())));
        return figure.withNotes(List.of(String.format(
                        Locale.ROOT,
                        "mean distance %.4f (%.4f if calibrated)",
                        curve.expectedError(),
                        curve.idealError())))
                .withRatio(new Figure.Ratio(Axis.of("Rows"), List.of(curve.distribution())))
                .comparing(List.of(curve.points("")));
    }
}
