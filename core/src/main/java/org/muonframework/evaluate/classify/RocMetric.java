package org.muonframework.evaluate.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muonframework.evaluate.Findings;
import org.muonframework.evaluate.OneAgainstRest;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;
import org.muonframework.stats.AucBootstrap;
import org.muonframework.stats.Interval;
import org.muonframework.stats.Roc;

/**
 * Values: {@code auc} on each part, with its 68 % interval; for more than two classes one for each class against the
 * rest, under the key {@code class}. The interval rests on DeLong's standard error where all rows of a class weigh the
 * same, else on a bootstrap ({@link AucBootstrap}). Figures: for two classes the curves of all parts, for more the curves
 * of all classes on the evaluated part.
 */
final class RocMetric implements Metric {

    /** Parts of the unit interval after which a curve gets another point. */
    private static final int STEPS = 300;

    private final long seed;

    /** With the seed of the bootstrap. */
    RocMetric(long seed) {
        this.seed = seed;
    }

    @Override
    public Optional<String> objection(Task task) {
        return task.classes().size() < 2 ? Optional.of("needs two classes or more") : Optional.empty();
    }

    @Override
    public MetricResult evaluate(Evaluation evaluation) {
        Findings findings = new Findings();
        int classes = evaluation.task().classes().size();
        List<Mark> curves = new ArrayList<>();
        List<Mark> rejections = new ArrayList<>();
        List<Mark> compared = new ArrayList<>();
        List<Mark> comparedRejections = new ArrayList<>();
        for (Sample sample : evaluation.samples()) {
            boolean evaluated = sample.part() == evaluation.evaluated();
            for (int c = classes == 2 ? 1 : 0; c < classes; c++) {
                Optional<Roc> roc = judge(sample, evaluation.task(), c, findings);
                if (roc.isPresent() && (classes == 2 || evaluated)) {
                    String which = classes == 2
                            ? sample.part().label()
                            : evaluation.task().classes().get(c);
                    String label = String.format(
                            Locale.ROOT, "%s, AUC = %.4f", which, roc.get().auc());
                    curves.add(curve(label, roc.get()));
                    rejections.add(rejection(label, roc.get(), evaluated));
                    if (evaluated) {
                        String shown = classes == 2 ? "" : which;
                        compared.add(curve(shown, roc.get()));
                        comparedRejections.add(rejection(shown, roc.get(), false));
                    }
                }
            }
        }
        if (!curves.isEmpty()) {
            Figure[] figures = figures(evaluation, curves, rejections);
            findings.add(figures[0].comparing(compared));
            findings.add(figures[1].comparing(comparedRejections));
        }
        return findings.result();
    }

    private Optional<Roc> judge(Sample sample, Task task, int classIndex, Findings findings) {
        OneAgainstRest one = OneAgainstRest.of(sample, task, classIndex);
        MetricValue auc = MetricValue.of("auc", sample.part(), Double.NaN);
        if (task.classes().size() > 2) {
            auc = auc.with("class", one.name());
        }
        Optional<String> problem = one.problem();
        if (problem.isPresent()) {
            findings.addMissing(auc, problem.get());
            return Optional.empty();
        }
        Roc roc = Roc.of(one.scores(), one.members(), one.weights());
        Interval interval = one.weightsDiffer()
                ? roc.aucInterval(AucBootstrap.error(one.scores(), one.members(), one.weights(), seed))
                : roc.aucInterval();
        findings.add(new MetricValue(
                auc.name(), auc.sample(), roc.auc(), interval.low(), interval.high(), auc.unit(), auc.keys()));
        return Optional.of(roc);
    }

    private static Mark curve(String label, Roc roc) {
        int[] outline = roc.outline(STEPS);
        double[] x = new double[outline.length + 1];
        double[] y = new double[outline.length + 1];
        for (int i = 0; i < outline.length; i++) {
            x[i + 1] = roc.backgroundEfficiency(outline[i]);
            y[i + 1] = roc.signalEfficiency(outline[i]);
        }
        return Mark.Curve.of(label, x, y);
    }

    private static Mark rejection(String label, Roc roc, boolean banded) {
        int[] outline = roc.outline(STEPS);
        double[] x = new double[outline.length];
        double[] y = new double[outline.length];
        double[] low = new double[banded ? outline.length : 0];
        double[] high = new double[low.length];
        for (int i = 0; i < outline.length; i++) {
            double background = roc.backgroundEfficiency(outline[i]);
            x[i] = roc.signalEfficiency(outline[i]);
            y[i] = background > 0 ? 1 / background : Double.NaN;
            if (banded) {
                Interval interval = roc.backgroundInterval(outline[i]);
                low[i] = background > 0 ? 1 / interval.high() : Double.NaN;
                high[i] = background > 0 ? 1 / interval.low() : Double.NaN;
            }
        }
        return new Mark.Curve(label, x, y, low, high, false);
    }

    private static Figure[] figures(Evaluation evaluation, List<Mark> curves, List<Mark> rejections) {
        boolean two = evaluation.task().classes().size() == 2;
        String signal = two ? evaluation.task().classes().get(1) + " efficiency" : "Efficiency of the class";
        String background =
                two ? evaluation.task().classes().get(0) + " efficiency" : "Efficiency of the other classes";
        String rejected = two ? evaluation.task().classes().get(0) : "other classes";
        String sample = two
                ? "each part of the data"
                : "each class against the rest, on the "
                        + evaluation.evaluated().label() + " part";
        double[] ends = {0, 1};
        curves.add(new Mark.Curve("random", ends, ends, new double[0], new double[0], true));
        Figure roc = Figure.of(
                "roc-curve",
                "ROC curve",
                "Efficiencies of a cut on the score of " + evaluation.model() + ", for " + sample + ".",
                Axis.of(background).between(0, 1),
                Axis.of(signal).between(0, 1),
                curves);
        Figure rejection = Figure.of(
                "background-rejection",
                "Background rejection",
                "One in how many rows of " + (two ? rejected : "the other classes") + " passes a cut on the score of "
                        + evaluation.model() + ", for "
                        + sample + ". The band is the 68 % interval on the "
                        + evaluation.evaluated().label() + " part.",
                Axis.of(signal).between(0, 1),
                Axis.of("Rejection of " + rejected + " (1/efficiency)").log(),
                rejections);
        return new Figure[] {roc, rejection};
    }
}
