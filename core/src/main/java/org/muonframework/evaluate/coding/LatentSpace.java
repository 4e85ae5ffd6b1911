package org.muonframework.evaluate.coding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.evaluate.FigureName;
import org.muonframework.evaluate.Findings;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;
import org.muonframework.stats.Binning;
import org.muonframework.stats.Histogram2D;
import org.muonframework.stats.Moments;
import org.muonframework.stats.Quantiles;

/**
 * Values: {@code latent-mean} and {@code latent-deviation} of both numbers on the evaluated part, 0 and 1 where they are as a
 * variational autoencoder wants them. Figures: a map of both numbers for each group of rows.
 */
final class LatentSpace implements Metric {

    private static final double SHOWN = 0.001;

    private final LatentSpaceSettings settings;

    LatentSpace(LatentSpaceSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<String> columns() {
        return List.copyOf(settings.groups().values());
    }

    @Override
    public Optional<String> objection(Task task) {
        return CodingTask.objection(task, List.of(settings.x(), settings.y()));
    }

    @Override
    public MetricResult evaluate(Evaluation evaluation) {
        Findings findings = new Findings();
        Sample sample = evaluation.evaluatedSample();
        float[] x = CodingTask.column(sample, evaluation.task(), settings.x());
        float[] y = CodingTask.column(sample, evaluation.task(), settings.y());
        ChosenRows all = ChosenRows.of(sample, Optional.empty());
        double[] weights = sample.weights();
        Binning alongX = binning(all.of(x), weights);
        Binning alongY = binning(all.of(y), weights);
        for (Map.Entry<String, Optional<String>> group : groups().entrySet()) {
            ChosenRows rows = ChosenRows.of(sample, group.getValue());
            double[] own = rows.of(weights);
            tell(findings, sample, settings.x(), rows.of(x), own, group);
            tell(findings, sample, settings.y(), rows.of(y), own, group);
            Histogram2D map = Histogram2D.of(alongX, alongY, rows.of(x), rows.of(y), own);
            findings.add(figure(evaluation, group, alongX, alongY, map.contents()));
        }
        return findings.result();
    }

    private Map<String, Optional<String>> groups() {
        Map<String, Optional<String>> groups = new LinkedHashMap<>();
        settings.groups().forEach((name, condition) -> groups.put(name, Optional.of(condition)));
        if (groups.isEmpty()) {
            groups.put("", Optional.empty());
        }
        return groups;
    }

    private static void tell(
            Findings findings,
            Sample sample,
            String latent,
            double[] values,
            double[] weights,
            Map.Entry<String, Optional<String>> group) {
        Moments moments = Moments.of(values, weights);
        for (MetricValue value : List.of(
                MetricValue.of("latent-mean", sample.part(), moments.mean())
                        .within(moments.mean() - moments.meanError(), moments.mean() + moments.meanError()),
                MetricValue.of("latent-deviation", sample.part(), moments.deviation()))) {
            MetricValue keyed = value.with("latent", latent);
            findings.add(group.getKey().isEmpty() ? keyed : keyed.with("group", group.getKey()));
        }
    }

    private Binning binning(double[] values, double[] weights) {
        Quantiles quantiles = Quantiles.of(values, weights);
        double low = quantiles.at(SHOWN);
        double high = quantiles.at(1 - SHOWN);
        return Binning.uniform(settings.bins(), low, high > low ? high : low + 1);
    }

    private Figure figure(
            Evaluation evaluation,
            Map.Entry<String, Optional<String>> group,
            Binning x,
            Binning y,
            double[][] contents) {
        boolean all = group.getKey().isEmpty();
        return Figure.of(
                all ? "latent-space" : "latent-space-" + FigureName.part(group.getKey()),
                all ? "Latent space" : "Latent space, " + group.getKey(),
                "Weight of the rows"
                        + group.getValue().map(text -> " with " + text).orElse("")
                        + " in cells of two latent numbers of " + evaluation.model() + ", on the "
                        + evaluation.evaluated().label() + " part.",
                Axis.of(settings.x()),
                Axis.of(settings.y()),
                List.of(new Mark.HeatMap("sum of weights", x.edges(), y.edges(), contents, false)));
    }
}
