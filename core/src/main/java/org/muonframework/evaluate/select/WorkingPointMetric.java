package org.muonframework.evaluate.select;

import java.util.List;
import java.util.Optional;
import org.muonframework.evaluate.Findings;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;

/**
 * Values, under the key {@code point}, on each part: {@code signal-efficiency}, {@code background-efficiency},
 * {@code background-rejection} (its inverse) and {@code purity}; where the point has a reference selection its own
 * {@code reference-signal-efficiency}, {@code reference-background-efficiency} and {@code reference-rejection}, and the
 * {@code rejection-gain} at equal signal efficiency on that part; and {@code threshold} on the evaluated part. Of the
 * evaluated part also {@code rejection-gain} in bins, at equal signal efficiency in each bin, under the keys
 * {@code variable} and {@code bin}. Figures: the curve of rejection with all points, and the gain in bins.
 */
final class WorkingPointMetric implements Metric {

    private final WorkingPointsSettings settings;
    private final WorkingPoints points;

    WorkingPointMetric(WorkingPointsSettings settings) {
        this.settings = settings;
        points = settings.workingPoints();
    }

    @Override
    public List<String> columns() {
        return points.expressions(settings.variables());
    }

    @Override
    public Optional<String> objection(Task task) {
        return points.objection(task);
    }

    @Override
    public MetricResult evaluate(Evaluation evaluation) {
        Findings findings = new Findings();
        SignalSample evaluated = points.see(evaluation.evaluatedSample(), evaluation);
        List<WorkingPoint> fitted = points.fit(evaluation, evaluated);
        for (Sample sample : evaluation.samples()) {
            SignalSample seen = sample == evaluated.sample() ? evaluated : points.see(sample, evaluation);
            for (WorkingPoint point : fitted) {
                PointValues values = new PointValues(point, sample.part(), findings);
                values.judge(seen);
                if (seen == evaluated) {
                    values.add(MetricValue.of("threshold", sample.part(), point.decimal()), point.problem());
                }
            }
        }
        if (evaluated.problem().isEmpty()) {
            findings.add(RejectionFigure.of(evaluation, evaluated, fitted));
            List<WorkingPoint> referred = fitted.stream()
                    .filter(point -> point.reference().isPresent())
                    .toList();
            settings.variables().forEach((name, variable) -> Variable.of(name, variable, evaluation, findings)
                    .ifPresent(bins -> new BinnedGain(bins, evaluation, evaluated).judge(referred, findings)));
        }
        return findings.result();
    }
}
