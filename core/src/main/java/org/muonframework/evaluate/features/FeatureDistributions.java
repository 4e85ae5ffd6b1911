package org.muonframework.evaluate.features;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.muonframework.evaluate.Density;
import org.muonframework.evaluate.FigureName;
import org.muonframework.evaluate.Findings;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.figure.Mark.HistogramStyle;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.stats.Binning;
import org.muonframework.stats.Histogram;

/**
 * Figures: one for each feature, with the distribution in each class. For up to two classes the training part as areas
 * and the evaluated part as points; for more, and where both are the same rows, the evaluated part alone.
 */
final class FeatureDistributions implements Metric {

    private final FeatureDistributionsSettings settings;

    FeatureDistributions(FeatureDistributionsSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean needsModel() {
        return false;
    }

    @Override
    public List<String> columns() {
        return settings.columns();
    }

    @Override
    public MetricResult evaluate(Evaluation evaluation) {
        Findings findings = new Findings();
        List<FeatureSample> samples = samples(evaluation, findings);
        FeatureSample seen = samples.get(samples.size() - 1);
        Set<String> taken = new HashSet<>();
        for (int c = 0; c < seen.columns().names().size(); c++) {
            String name = "feature-" + FigureName.part(seen.columns().names().get(c));
            findings.add(figure(taken.add(name) ? name : name + "-" + c, c, samples, evaluation));
        }
        return findings.result();
    }

    /** The training part where it is drawn too, and last the evaluated part. */
    private List<FeatureSample> samples(Evaluation evaluation, Findings findings) {
        List<Sample> parts = new ArrayList<>();
        if (evaluation.task().classes().size() <= 2 && evaluation.evaluated() != Part.TRAINING) {
            evaluation
                    .sample(Part.TRAINING)
                    .filter(training -> !training.sharesRowsWith(evaluation.evaluatedSample()))
                    .ifPresent(parts::add);
        }
        parts.add(evaluation.evaluatedSample());
        return parts.stream()
                .map(part -> new FeatureSample(
                        part,
                        RowGroup.of(part, evaluation.task()),
                        FeatureColumns.of(part, evaluation.task(), settings.columns())
                                .atMost(settings.maxFigures(), "max-figures", findings)))
                .toList();
    }

    private Figure figure(String file, int column, List<FeatureSample> samples, Evaluation evaluation) {
        FeatureSample seen = samples.get(samples.size() - 1);
        String name = seen.columns().names().get(column);
        String unit = evaluation.unit(name);
        Axis density = Density.axis(unit);
        Optional<Binning> binning = FeatureAxis.of(seen.columns().values()[column], settings.bins(), settings.tail());
        List<Mark> marks = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        if (binning.isEmpty()) {
            notes.add("no value is finite");
        } else {
            for (FeatureSample sample : samples) {
                boolean evaluated = sample == seen;
                for (RowGroup group : sample.groups()) {
                    Histogram histogram = sample.histogram(group, column, binning.get());
                    marks.add(
                            Density.mark(label(group, sample.part()), style(evaluated, samples.size() > 1), histogram));
                    if (evaluated) {
                        remark(histogram, group).ifPresent(notes::add);
                    }
                }
            }
        }
        return Figure.of(
                        file,
                        name,
                        caption(name, samples, evaluation),
                        Axis.of(name, unit),
                        settings.logarithmic() ? density.log() : density,
                        marks)
                .withNotes(notes);
    }

    private static HistogramStyle style(boolean evaluated, boolean two) {
        if (!two) {
            return HistogramStyle.STEP;
        }
        return evaluated ? HistogramStyle.POINTS : HistogramStyle.FILLED;
    }

    private static String label(RowGroup group, Part part) {
        return group.name().isEmpty() ? part.label() : group.name() + ", " + part.label();
    }

    private static String caption(String name, List<FeatureSample> samples, Evaluation evaluation) {
        String evaluated = evaluation.evaluated().label();
        return "Distribution of " + name + (evaluation.task().classifies() ? " in each class" : "")
                + ", with unit area within the axis: "
                + (samples.size() > 1 ? "training as areas, " + evaluated + " as points." : evaluated + " part.");
    }

    /** What of a group is not seen. */
    private static Optional<String> remark(Histogram histogram, RowGroup group) {
        String who = group.name().isEmpty() ? "" : group.name() + ": ";
        double all = histogram.total() + histogram.underflow() + histogram.overflow();
        if (!(histogram.total() > 0)) {
            return Optional.of(who + (group.rows().length == 0 ? "no rows" : "no positive sum of weights"));
        }
        List<String> parts = new ArrayList<>();
        addPercent(histogram.underflow() / all, "below", parts);
        addPercent(histogram.overflow() / all, "above", parts);
        addPercent((double) histogram.missing() / group.rows().length, "missing", parts);
        return parts.isEmpty() ? Optional.empty() : Optional.of(who + String.join(", ", parts));
    }

    private static void addPercent(double part, String what, List<String> parts) {
        if (Math.abs(part) >= 0.0005) {
            parts.add(String.format(Locale.ROOT, "%.1f %% %s", 100 * part, what));
        } else if (part != 0) {
            parts.add("under 0.1 % " + what);
        }
    }
}
