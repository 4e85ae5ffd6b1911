package org.muonframework.evaluate.select;

import java.util.List;
import java.util.Optional;
import org.muonframework.evaluate.Findings;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.model.Task;

/**
 * Values on the evaluated part, under the keys {@code variable}, {@code bin}, {@code class} and {@code point}:
 * {@code efficiency}, the part of the class that passes the cut, and {@code reference-efficiency} where the point has a
 * reference selection. Figures: one for each variable and point.
 */
final class EfficiencyMetric implements Metric {

    private final EfficiencySettings settings;
    private final WorkingPoints points;

    EfficiencyMetric(EfficiencySettings settings) {
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
        SignalSample sample = points.see(evaluation.evaluatedSample(), evaluation);
        List<WorkingPoint> fitted = points.fit(evaluation, sample);
        settings.variables().forEach((name, variable) -> Variable.of(name, variable, evaluation, findings)
                .ifPresent(binned -> {
                    int[] bins = binned.binsOf(sample.sample());
                    for (WorkingPoint point : fitted) {
                        judge(evaluation, sample, binned, bins, point, findings);
                    }
                }));
        return findings.result();
    }

    private void judge(
            Evaluation evaluation,
            SignalSample sample,
            Variable variable,
            int[] bins,
            WorkingPoint point,
            Findings findings) {
        ReferenceSelection reference = ReferenceSelection.of(sample.sample(), point.reference());
        Optional<String> problem = unscored(sample).or(point::problem).or(reference::problem);
        if (problem.isPresent()) {
            findings.addMissing(
                    MetricValue.of("efficiency", evaluation.evaluated(), Double.NaN)
                            .with("variable", variable.name())
                            .with("point", point.name())
                            .with("bin", "all"),
                    problem.get());
            return;
        }
        BinnedPasses passes =
                new BinnedPasses(evaluation, sample, variable, bins, point, reference.passes(), settings.interval());
        passes.values().forEach(findings::add);
        EfficiencyFigure.of(passes, evaluation).ifPresent(findings::add);
    }

    private static Optional<String> unscored(SignalSample sample) {
        long missing = 0;
        for (double score : sample.rows().scores()) {
            missing += Double.isNaN(score) ? 1 : 0;
        }
        return missing == 0
                ? Optional.empty()
                : Optional.of(missing + " of " + sample.rows().scores().length + " scores are not a number");
    }
}
