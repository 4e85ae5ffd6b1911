package org.muonframework.evaluate.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.muonframework.evaluate.Findings;
import org.muonframework.evaluate.NoSettings;
import org.muonframework.evaluate.Share;
import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.Chapter;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.train.History;
import org.muonframework.spi.train.LearningCurve;

/**
 * {@code learning-curves}: every quantity followed while training against the epoch or round, with the step that was
 * chosen; accuracy beside that of the majority class.
 */
public final class LearningCurvesProvider implements MetricProvider<NoSettings> {

    @Override
    public String name() {
        return "learning-curves";
    }

    @Override
    public String description() {
        return "loss and accuracy against the epoch or round, for training and validation";
    }

    @Override
    public Class<NoSettings> settings() {
        return NoSettings.class;
    }

    @Override
    public Chapter chapter() {
        return Chapter.TRAINING;
    }

    @Override
    public Metric create(NoSettings settings, Context context) {
        return new LearningCurves();
    }

    /** Of the history alone, whatever the sample. */
    private static final class LearningCurves implements Metric {

        @Override
        public boolean judgesVariations() {
            return false;
        }

        @Override
        public MetricResult evaluate(Evaluation evaluation) {
            return LearningCurvesProvider.evaluate(evaluation);
        }
    }

    private static MetricResult evaluate(Evaluation evaluation) {
        Findings findings = new Findings();
        History history = evaluation.history();
        if (history.curves().stream().allMatch(curve -> curve.values().isEmpty())) {
            findings.note("no learning curves: the training kept no history");
            return findings.result();
        }
        findings.add(MetricValue.of("best-" + history.step(), Part.VALIDATION, history.best() + 1));
        history.curves().stream()
                .map(LearningCurve::quantity)
                .distinct()
                .map(quantity -> figure(quantity, evaluation))
                .forEach(findings::add);
        return findings.result();
    }

    /** Of other models only a single course says something beside this one, not those of regions or members. */
    private static Figure figure(String quantity, Evaluation evaluation) {
        History history = evaluation.history();
        List<Mark> marks = new ArrayList<>();
        for (LearningCurve curve : history.curves()) {
            if (curve.quantity().equals(quantity)) {
                marks.add(line(curve, quantity));
            }
        }
        if (quantity.equals("accuracy")) {
            majority(evaluation).ifPresent(value -> marks.add(new Mark.Reference("majority class", value, false)));
        }
        if (followedAtBest(quantity, history)) {
            marks.add(new Mark.Reference("best " + history.step(), history.best() + 1, true));
        }
        List<Mark> judged = history.curves().stream()
                .filter(curve ->
                        curve.quantity().equals(quantity) && !curve.part().startsWith(History.TRAINING))
                .map(curve -> line(curve, quantity))
                .toList();
        return Figure.of(
                        "learning-curve-" + quantity,
                        capital(quantity) + " while training",
                        caption(quantity, evaluation),
                        Axis.of(capital(history.step())),
                        Axis.of(capital(quantity)),
                        marks)
                .comparing(judged.size() == 1 ? judged : List.of());
    }

    /** Not so the loss of a pretraining, to which the best epoch of the training after it says nothing. */
    private static boolean followedAtBest(String quantity, History history) {
        return history.curves().stream()
                .filter(curve -> curve.quantity().equals(quantity))
                .anyMatch(curve -> IntStream.of(steps(curve)).anyMatch(step -> step == history.best()));
    }

    private static Mark line(LearningCurve curve, String quantity) {
        int[] steps = steps(curve);
        double[] x = Arrays.stream(steps).mapToDouble(step -> step + 1).toArray();
        double[] y = Arrays.stream(steps).mapToDouble(curve.values()::get).toArray();
        return Mark.Curve.of(curve.part().isEmpty() ? quantity : curve.part(), x, y);
    }

    /** The steps, from 0, in which a quantity was followed. */
    private static int[] steps(LearningCurve curve) {
        return IntStream.range(0, curve.values().size())
                .filter(step -> !Double.isNaN(curve.values().get(step)))
                .toArray();
    }

    private static String caption(String quantity, Evaluation evaluation) {
        String text = capital(quantity) + " of " + evaluation.model() + " against the "
                + evaluation.history().step() + "."
                + (quantity.equals("accuracy")
                        ? " Rows count with their training weights; the part of the majority class is that by the weights"
                                + " of the evaluation."
                        : "");
        return evaluation.history().step().equals("epoch") && !quantity.equals("learning-rate")
                ? text + " Training values are means over the epoch, while weights change and dropout is on; validation"
                        + " values are computed after it with dropout off, and may thus be better."
                : text;
    }

    private static Optional<Double> majority(Evaluation evaluation) {
        Sample sample = evaluation.sample(Part.VALIDATION).orElseGet(evaluation::evaluatedSample);
        double value =
                Share.ofMajority(sample, evaluation.task().classes().size()).value();
        return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1).replace('-', ' ');
    }
}
