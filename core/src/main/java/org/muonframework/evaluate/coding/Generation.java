package org.muonframework.evaluate.coding;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.muonframework.evaluate.Density;
import org.muonframework.evaluate.FigureName;
import org.muonframework.evaluate.Findings;
import org.muonframework.evaluate.features.FeatureAxis;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Reprediction;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.RowGenerator;
import org.muonframework.stats.Histogram;
import org.muonframework.stats.KolmogorovSmirnov;
import org.muonframework.stats.Quantiles;

/**
 * Values: for each feature {@code generated-distance}, the largest difference of the cumulative distributions of made and real
 * rows, and {@code generated-median} and {@code generated-width} (half of the central 68 %) beside {@code real-median} and
 * {@code real-width}; and {@code mean-generated-distance} over the features. Figures: each feature of both, with the ratio.
 *
 * <p>Rows are made from standard Gaussian numbers, as a variational autoencoder expects them; one that was not made for it
 * shows here that it cannot. Where there are folds, the model of the first makes them.
 */
final class Generation implements Metric {

    private static final double TAIL = 0.001;

    private final GenerationSettings settings;
    private final RandomStreams random;

    Generation(GenerationSettings settings, RandomStreams random) {
        this.settings = settings;
        this.random = random;
    }

    @Override
    public List<String> columns() {
        return settings.rows().stream().toList();
    }

    @Override
    public boolean judgesVariations() {
        return false;
    }

    @Override
    public Optional<String> objection(Task task) {
        return CodingTask.objection(task, List.of(CodingTask.ERROR));
    }

    @Override
    public MetricResult evaluate(Evaluation evaluation) {
        Findings findings = new Findings();
        Optional<RowGenerator> generator = evaluation.reprediction().flatMap(Reprediction::generator);
        if (generator.isEmpty()) {
            findings.note(evaluation.model() + " makes no rows here.");
            return findings.result();
        }
        Sample sample = evaluation.evaluatedSample();
        ChosenRows rows = ChosenRows.of(sample, settings.rows());
        double[] weights = rows.of(sample.weights());
        float[][] made = generator.get().make(codes(generator.get().codes()));
        double[] ones = new double[settings.events()];
        Arrays.fill(ones, 1);
        double mean = 0;
        for (int column = 0; column < made.length && rows.rows().length > 0; column++) {
            String feature = generator.get().columns().get(column);
            int f = evaluation.task().features().indexOf(feature);
            double[] real = rows.of(sample.features()[f]);
            double[] values = doubles(made[column]);
            double distance = KolmogorovSmirnov.of(real, weights, values, ones).distance();
            mean += distance / made.length;
            findings.add(MetricValue.of("generated-distance", sample.part(), distance)
                    .with("feature", feature));
            tell(
                    findings,
                    sample,
                    evaluation.unit(feature),
                    feature,
                    Quantiles.of(real, weights),
                    Quantiles.of(values, ones));
            FeatureAxis.of(rows.pick(sample.features()[f]), settings.bins(), TAIL)
                    .ifPresent(binning -> findings.add(figure(
                            evaluation,
                            feature,
                            Histogram.of(binning, real, weights),
                            Histogram.of(binning, values, ones))));
        }
        findings.add(MetricValue.of("mean-generated-distance", sample.part(), mean));
        findings.note(settings.events() + " rows were made from standard Gaussian numbers.");
        return findings.result();
    }

    private float[][] codes(int count) {
        float[][] codes = new float[count][settings.events()];
        for (int code = 0; code < count; code++) {
            var stream = random.stream("generation", code);
            for (int row = 0; row < settings.events(); row++) {
                codes[code][row] = (float) stream.nextGaussian();
            }
        }
        return codes;
    }

    private static double[] doubles(float[] values) {
        double[] copies = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            copies[i] = values[i];
        }
        return copies;
    }

    private static void tell(
            Findings findings, Sample sample, String unit, String feature, Quantiles real, Quantiles made) {
        for (MetricValue value : List.of(
                MetricValue.of("generated-median", sample.part(), made.median()),
                MetricValue.of("real-median", sample.part(), real.median()),
                MetricValue.of("generated-width", sample.part(), made.halfWidth68()),
                MetricValue.of("real-width", sample.part(), real.halfWidth68()))) {
            findings.add(value.in(unit).with("feature", feature));
        }
    }

    private Figure figure(Evaluation evaluation, String feature, Histogram real, Histogram made) {
        String unit = evaluation.unit(feature);
        Mark.Histogram first = Density.mark("real", Mark.HistogramStyle.FILLED, real);
        Mark.Histogram second = Density.mark("made from random numbers", Mark.HistogramStyle.POINTS, made);
        return Figure.of(
                        "generated-" + FigureName.part(feature),
                        "Generated " + feature,
                        feature + " of rows that " + evaluation.model()
                                + " makes from standard Gaussian numbers, and of the "
                                + evaluation.evaluated().label() + " part"
                                + settings.rows()
                                        .map(text -> ", rows with " + text)
                                        .orElse("")
                                + "; unit area within the axis.",
                        Axis.of(feature, unit),
                        Density.axis(unit),
                        List.of(first, second))
                .withRatio(new Figure.Ratio(
                        Axis.of("made / real").between(0, 2),
                        List.of(new Mark.Reference("", 1, false), second.over(first, Mark.HistogramStyle.POINTS))))
                .comparing(List.of(Density.mark("", Mark.HistogramStyle.STEP, made)));
    }
}
