package org.muonframework.evaluate.importance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.muonframework.evaluate.Share;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Sample;

/** Importances of features, one below the other. */
final class ImportanceFigure {

    private final Evaluation evaluation;
    private final ImportanceSettings settings;
    private final Quality quality;
    private final double[] baseline;

    ImportanceFigure(Evaluation evaluation, ImportanceSettings settings, Quality quality, double[] baseline) {
        this.evaluation = evaluation;
        this.settings = settings;
        this.quality = quality;
        this.baseline = baseline;
    }

    /** The figure with the most important feature at the top; empty if none has a value. */
    Optional<Figure> of(List<Importance> importances) {
        List<Importance> upwards = new ArrayList<>(importances.stream()
                .filter(importance -> !Double.isNaN(importance.mean()))
                .toList());
        Collections.reverse(upwards);
        if (upwards.isEmpty()) {
            return Optional.empty();
        }
        String words = quality.measure().words();
        String capital = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        List<String> names = upwards.stream().map(Importance::feature).toList();
        return Optional.of(Figure.of(
                        "permutation-importance",
                        "Permutation importance",
                        capital + " of " + evaluation.model() + " when a feature is shuffled among the rows: mean and"
                                + " standard deviation of " + settings.repeats() + " shuffles. " + sample() + accuracy()
                                + groups(),
                        Axis.of(capital),
                        Axis.of("").between(0, names.size()),
                        List.of(points(upwards), new Mark.Reference("", 0, true)))
                .withLabels(List.of(), names)
                .comparing(List.of(points(upwards))));
    }

    /** The sentence that says which rows were used. */
    String sample() {
        int used = quality.rows().indices().length;
        int all = evaluation.evaluatedSample().rows();
        String part = evaluation.evaluated().label() + " part";
        return used == all
                ? "Permutation importance uses all " + all + " rows of the " + part + "."
                : "Permutation importance uses " + used + " of the " + all + " rows of the " + part
                        + ", chosen at random.";
    }

    private String groups() {
        return settings.groups().isEmpty()
                ? ""
                : " Shuffled together: "
                        + String.join(
                                "; ",
                                settings.groups().entrySet().stream()
                                        .map(group -> group.getKey() + " = " + String.join(", ", group.getValue()))
                                        .toList())
                        + ".";
    }

    /** The accuracy that drops, beside that of always naming the majority class. */
    private String accuracy() {
        if (quality.measure() != Measure.ACCURACY) {
            return "";
        }
        Rows rows = quality.rows();
        Sample used = new Sample(
                evaluation.evaluated(), rows.labels(), rows.targets(), new float[0][], rows.weights(), Map.of());
        double majority =
                Share.ofMajority(used, evaluation.task().classes().size()).value();
        return String.format(
                Locale.ROOT,
                " Its accuracy on them is %.4f before, where always naming the majority class has %.4f.",
                baseline[0],
                majority);
    }

    private static Mark points(List<Importance> importances) {
        double[] at =
                IntStream.range(0, importances.size()).mapToDouble(i -> i + 0.5).toArray();
        double[] mean = importances.stream().mapToDouble(Importance::mean).toArray();
        double[] low = importances.stream()
                .mapToDouble(importance -> importance.mean() - importance.deviation())
                .toArray();
        double[] high = importances.stream()
                .mapToDouble(importance -> importance.mean() + importance.deviation())
                .toArray();
        return new Mark.Points("", mean, low, high, at, at, at);
    }
}
