package org.muonframework.evaluate.coding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muonframework.evaluate.Density;
import org.muonframework.evaluate.Findings;
import org.muonframework.evaluate.OneAgainstRest;
import org.muonframework.evaluate.RocCurve;
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
import org.muonframework.stats.Histogram;
import org.muonframework.stats.Interval;
import org.muonframework.stats.Quantiles;
import org.muonframework.stats.Roc;

/**
 * Values: {@code anomaly-auc} on the evaluated part with its 68 % interval, of DeLong where all rows of a kind weigh the same,
 * else of a bootstrap. Figures: the ROC curve, and the number's distribution in rows of both kinds.
 */
final class Anomaly implements Metric {

    private static final int BINS = 60;
    private static final double MOST_SHOWN = 0.99;

    private final AnomalySettings settings;
    private final long seed;

    Anomaly(AnomalySettings settings, long seed) {
        this.settings = settings;
        this.seed = seed;
    }

    @Override
    public List<String> columns() {
        return List.of(settings.anomalous());
    }

    @Override
    public Optional<String> objection(Task task) {
        return CodingTask.objection(task, List.of(settings.score()));
    }

    @Override
    public MetricResult evaluate(Evaluation evaluation) {
        Findings findings = new Findings();
        Sample sample = evaluation.evaluatedSample();
        OneAgainstRest rows = rows(sample, evaluation.task());
        MetricValue area = MetricValue.of("anomaly-auc", sample.part(), Double.NaN);
        Optional<String> problem = rows.problem();
        if (problem.isPresent()) {
            findings.addMissing(area, problem.get());
            return findings.result();
        }
        Roc roc = Roc.of(rows.scores(), rows.members(), rows.weights());
        Interval interval = rows.aucInterval(roc, seed);
        findings.add(new MetricValue(
                area.name(), area.sample(), roc.auc(), interval.low(), interval.high(), area.unit(), area.keys()));
        findings.add(curve(evaluation, roc));
        findings.add(distribution(evaluation, rows));
        return findings.result();
    }

    private OneAgainstRest rows(Sample sample, Task task) {
        float[] column = CodingTask.column(sample, task, settings.score());
        double[] condition = sample.columns().get(settings.anomalous());
        double[] scores = new double[column.length];
        boolean[] members = new boolean[column.length];
        for (int row = 0; row < column.length; row++) {
            scores[row] = column[row];
            members[row] = condition[row] == 1;
        }
        return new OneAgainstRest(settings.anomalous(), scores, members, sample.weights());
    }

    private Figure curve(Evaluation evaluation, Roc roc) {
        String label = String.format(Locale.ROOT, "AUC = %.4f", roc.auc());
        return Figure.of(
                        "anomaly-roc",
                        "Anomalies found",
                        "Rows with " + settings.anomalous() + " and other rows above a threshold on " + settings.score()
                                + " of " + evaluation.model() + ", on the "
                                + evaluation.evaluated().label() + " part.",
                        Axis.of("Share of the other rows").between(0, 1),
                        Axis.of("Share of the anomalous rows").between(0, 1),
                        List.of(RocCurve.of(label, roc), RocCurve.random()))
                .comparing(List.of(RocCurve.of("", roc)));
    }

    private Figure distribution(Evaluation evaluation, OneAgainstRest rows) {
        Quantiles quantiles = Quantiles.of(rows.scores(), rows.weights());
        double most = quantiles.at(MOST_SHOWN);
        double least = quantiles.at(0);
        Binning binning = Binning.uniform(BINS, least, most > least ? most : least + 1);
        return Figure.of(
                "anomaly-score",
                settings.score(),
                settings.score() + " of " + evaluation.model() + " on the "
                        + evaluation.evaluated().label()
                        + " part, with unit area within the axis, which ends where 1 % of all rows lie beyond.",
                Axis.of(settings.score()),
                Density.axis("").log(),
                List.of(
                        histogram("other rows", Mark.HistogramStyle.FILLED, binning, rows, false),
                        histogram("anomalous", Mark.HistogramStyle.STEP, binning, rows, true)));
    }

    private static Mark histogram(
            String label, Mark.HistogramStyle style, Binning binning, OneAgainstRest rows, boolean members) {
        double[] weights = rows.weights().clone();
        for (int row = 0; row < weights.length; row++) {
            weights[row] = rows.members()[row] == members ? weights[row] : 0;
        }
        return Density.mark(label, style, Histogram.of(binning, rows.scores(), weights));
    }
}
