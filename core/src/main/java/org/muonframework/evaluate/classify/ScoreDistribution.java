package org.muonframework.evaluate.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muonframework.evaluate.Density;
import org.muonframework.evaluate.Findings;
import org.muonframework.evaluate.OneAgainstRest;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.figure.Mark.HistogramStyle;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.model.Task;
import org.muonframework.stats.ChiSquare;
import org.muonframework.stats.Histogram;
import org.muonframework.stats.KolmogorovSmirnov;

/**
 * Values for each true class: {@code ks-overtraining} and {@code chi2-overtraining}, the p-values of the two-sample
 * Kolmogorov–Smirnov and χ² tests of the score in training against the evaluated part (of two classes the score of class
 * 1, else the score of the class itself). Where both are the same rows, as with folds, one half of them as of training is
 * compared with the other half as of the evaluated part, since the tests take their samples for independent. Figures: for
 * two classes one, for more one for the score of each class.
 */
final class ScoreDistribution implements Metric {

    private final ScoreDistributionSettings settings;

    ScoreDistribution(ScoreDistributionSettings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<String> objection(Task task) {
        return OneAgainstRest.objection(task);
    }

    /** It compares with the training, which a variation has no part in. */
    @Override
    public boolean judgesVariations() {
        return false;
    }

    @Override
    public MetricResult evaluate(Evaluation evaluation) {
        Findings findings = new Findings();
        for (int c : evaluation.task().scoredClasses()) {
            addFigure(evaluation, c, findings);
        }
        return findings.result();
    }

    private void addFigure(Evaluation evaluation, int scored, Findings findings) {
        Task task = evaluation.task();
        boolean two = task.classes().size() == 2;
        Part evaluated = evaluation.evaluated();
        List<Mark> areas = new ArrayList<>();
        List<Mark> points = new ArrayList<>();
        List<Mark> ratios = new ArrayList<>();
        List<String> tests = new ArrayList<>();
        for (int c = 0; c < task.classes().size(); c++) {
            int truth = c;
            String name = task.classes().get(truth);
            ScoreSample seen = ScoreSample.of(evaluation.evaluatedSample(), task, scored, truth);
            Optional<ScoreSample> training =
                    evaluation.sample(Part.TRAINING).map(sample -> ScoreSample.of(sample, task, scored, truth));
            Histogram histogram = seen.histogram(settings.bins());
            Mark.Histogram above = Density.mark(name + ", " + evaluated.label(), HistogramStyle.POINTS, histogram);
            points.add(above);
            if (training.isPresent()) {
                Mark.Histogram below = Density.mark(
                        name + ", training",
                        HistogramStyle.FILLED,
                        training.get().histogram(settings.bins()));
                areas.add(below);
                ratios.add(above.over(below, HistogramStyle.POINTS));
            }
            if (two || truth == scored) {
                boolean shared = sharesRows(evaluation);
                Optional<ScoreSample> one = shared ? training.map(rows -> rows.half(0)) : training;
                ScoreSample other = shared ? seen.half(1) : seen;
                compare(one, other, name, evaluated, findings).ifPresent(tests::add);
            }
        }
        areas.addAll(points);
        String of = task.classes().get(scored);
        Axis density = Density.axis("");
        Figure figure = Figure.of(
                "score-distribution" + (two ? "" : "-class-" + scored),
                "Score of " + of,
                caption(evaluation, of),
                Axis.of("Score of " + of).between(0, 1),
                settings.logarithmic() ? density.log() : density,
                areas);
        findings.add(figure.withNotes(tests)
                .withRatio(new Figure.Ratio(
                        Axis.of(evaluated.label() + " / training").between(0.5, 1.5), ratios)));
    }

    private static boolean sharesRows(Evaluation evaluation) {
        return evaluation
                .sample(Part.TRAINING)
                .filter(training -> training.sharesRowsWith(evaluation.evaluatedSample()))
                .isPresent();
    }

    private static String caption(Evaluation evaluation, String of) {
        String evaluated = evaluation.evaluated().label();
        return "Score of " + of + " by " + evaluation.model() + " for each true class, each with unit area: training as"
                + " areas, " + evaluated + " as points. Below: " + evaluated
                + " divided by training. The numbers are the"
                + " probabilities of a larger difference by chance"
                + (sharesRows(evaluation)
                        ? "; as both are the same rows, each test compares one half of them with the other half."
                        : ".");
    }

    private Optional<String> compare(
            Optional<ScoreSample> training, ScoreSample seen, String name, Part evaluated, Findings findings) {
        MetricValue ks =
                MetricValue.of("ks-overtraining", evaluated, Double.NaN).with("class", name);
        MetricValue chi2 =
                MetricValue.of("chi2-overtraining", evaluated, Double.NaN).with("class", name);
        Optional<String> problem = training.isEmpty()
                ? Optional.of("there is no training part")
                : training.flatMap(ScoreSample::problem).or(seen::problem);
        if (problem.isPresent()) {
            findings.addMissing(ks, problem.get());
            findings.addMissing(chi2, problem.get());
            return Optional.empty();
        }
        ScoreSample fitted = training.orElseThrow();
        double p = KolmogorovSmirnov.of(fitted.scores(), fitted.weights(), seen.scores(), seen.weights())
                .pValue();
        findings.add(MetricValue.of(ks.name(), evaluated, p).with("class", name));
        String text = String.format(Locale.ROOT, "%s: KS %.3f", name, p);
        ChiSquare test = ChiSquare.homogeneity(fitted.histogram(settings.bins()), seen.histogram(settings.bins()));
        if (test.degrees() < 1) {
            findings.addMissing(chi2, "fewer than two bins hold enough rows");
            return Optional.of(text);
        }
        findings.add(MetricValue.of(chi2.name(), evaluated, test.pValue()).with("class", name));
        return Optional.of(String.format(Locale.ROOT, "%s, χ² %.3f", text, test.pValue()));
    }
}
