package org.muonframework.evaluate.coding;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muonframework.evaluate.Density;
import org.muonframework.evaluate.FigureName;
import org.muonframework.evaluate.Findings;
import org.muonframework.evaluate.features.FeatureAxis;
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
import org.muonframework.stats.Moments;

/**
 * Values on the evaluated part: {@code reconstruction-error}, the mean of what the training makes small, and for each feature
 * {@code explained-variance}, 1 − Σw(x − x̂)² / Σw(x − mean)²: 1 for a perfect copy, 0 for one that gives the mean always; and
 * {@code mean-explained-variance} over the features.
 * Figures: each feature and what is given back.
 */
final class Reconstruction implements Metric {

    private static final double TAIL = 0.001;

    private final ReconstructionSettings settings;

    Reconstruction(ReconstructionSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<String> columns() {
        return settings.rows().stream().toList();
    }

    @Override
    public Optional<String> objection(Task task) {
        List<String> restored =
                task.features().stream().map(CodingTask::restored).toList();
        return CodingTask.objection(
                task,
                Stream.concat(Stream.of(CodingTask.ERROR), restored.stream()).toList());
    }

    @Override
    public MetricResult evaluate(Evaluation evaluation) {
        Findings findings = new Findings();
        Sample sample = evaluation.evaluatedSample();
        Task task = evaluation.task();
        ChosenRows rows = ChosenRows.of(sample, settings.rows());
        double[] weights = rows.of(sample.weights());
        MetricValue error = MetricValue.of("reconstruction-error", sample.part(), Double.NaN);
        if (rows.rows().length == 0) {
            findings.addMissing(error, "no row fulfils " + settings.rows().orElse(""));
            return findings.result();
        }
        Moments errors = Moments.of(rows.of(CodingTask.column(sample, task, CodingTask.ERROR)), weights);
        findings.add(new MetricValue(
                error.name(),
                error.sample(),
                errors.mean(),
                errors.mean() - errors.meanError(),
                errors.mean() + errors.meanError(),
                "",
                error.keys()));
        double mean = 0;
        for (int f = 0; f < sample.features().length; f++) {
            String feature = task.features().get(f);
            double[] values = rows.of(sample.features()[f]);
            double[] restored = rows.of(CodingTask.column(sample, task, CodingTask.restored(feature)));
            double share = explained(values, restored, weights);
            mean += share / task.features().size();
            findings.add(
                    MetricValue.of("explained-variance", sample.part(), share).with("feature", feature));
            FeatureAxis.of(rows.pick(sample.features()[f]), settings.bins(), TAIL)
                    .ifPresent(
                            binning -> findings.add(figure(evaluation, feature, binning, values, restored, weights)));
        }
        findings.add(MetricValue.of("mean-explained-variance", sample.part(), mean));
        return findings.result();
    }

    private static double explained(double[] values, double[] restored, double[] weights) {
        double deviation = Moments.of(values, weights).deviation();
        double squares = 0;
        double sum = 0;
        for (int row = 0; row < values.length; row++) {
            double difference = values[row] - restored[row];
            squares += weights[row] * difference * difference;
            sum += weights[row];
        }
        return 1 - squares / sum / (deviation * deviation);
    }

    private Figure figure(
            Evaluation evaluation,
            String feature,
            Binning binning,
            double[] values,
            double[] restored,
            double[] weights) {
        String unit = evaluation.unit(feature);
        return Figure.of(
                "reconstruction-" + FigureName.part(feature),
                "Reconstruction of " + feature,
                feature + " and what " + evaluation.model() + " gives back, on the "
                        + evaluation.evaluated().label() + " part"
                        + settings.rows().map(text -> ", rows with " + text).orElse("")
                        + "; unit area within the axis.",
                Axis.of(feature, unit),
                Density.axis(unit),
                List.of(
                        Density.mark("as it is", Mark.HistogramStyle.FILLED, Histogram.of(binning, values, weights)),
                        Density.mark(
                                "given back", Mark.HistogramStyle.STEP, Histogram.of(binning, restored, weights))));
    }
}
