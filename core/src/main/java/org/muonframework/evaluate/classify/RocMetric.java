package org.muonframework.evaluate.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muonframework.evaluate.Findings;
import org.muonframework.evaluate.OneAgainstRest;
import org.muonframework.evaluate.RejectionCurve;
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
import org.muonframework.stats.Interval;
import org.muonframework.stats.Roc;

/**
 * Values: {@code auc} on each part, with its 68 % interval; for more than two classes one for each class against the
 * rest, under the key {@code class}. The interval rests on DeLong's standard error where all rows of a class weigh the
 * same, else on a bootstrap ({@link OneAgainstRest#aucInterval}). Figures: for two classes the curves of all parts, for more the curves
 * of all classes on the evaluated part.
 */
final class RocMetric implements Metric {

    private final long seed;

    /** With the seed of the bootstrap. */
    RocMetric(long seed) {
        this.seed = seed;
    }

    @Override
    public Optional<String> objection(Task task) {
        return OneAgainstRest.objection(task);
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
            for (int c : evaluation.task().scoredClasses()) {
                Optional<Roc> roc = judge(sample, evaluation.task(), c, findings);
                if (roc.isPresent() && (classes == 2 || evaluated)) {
                    String which = classes == 2
                            ? sample.part().label()
                            : evaluation.task().classes().get(c);
                    String label = String.format(
                            Locale.ROOT, "%s, AUC = %.4f", which, roc.get().auc());
                    curves.add(RocCurve.of(label, roc.get()));
                    rejections.add(
                            evaluated ? RejectionCurve.banded(label, roc.get()) : RejectionCurve.of(label, roc.get()));
                    if (evaluated) {
                        String shown = classes == 2 ? "" : which;
                        compared.add(RocCurve.of(shown, roc.get()));
                        comparedRejections.add(RejectionCurve.of(shown, roc.get()));
                    }
                }
            }
        }
        if (!curves.isEmpty()) {
            findings.add(rocFigure(evaluation, curves).comparing(compared));
            findings.add(rejectionFigure(evaluation, rejections).comparing(comparedRejections));
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
        Interval interval = one.aucInterval(roc, seed);
        findings.add(new MetricValue(
                auc.name(), auc.sample(), roc.auc(), interval.low(), interval.high(), auc.unit(), auc.keys()));
        return Optional.of(roc);
    }

    private static Figure rocFigure(Evaluation evaluation, List<Mark> curves) {
        List<String> classes = evaluation.task().classes();
        boolean two = classes.size() == 2;
        List<Mark> marks = new ArrayList<>(curves);
        marks.add(RocCurve.random());
        return Figure.of(
                "roc-curve",
                "ROC curve",
                "Efficiencies of a cut on the score of " + evaluation.model() + ", for " + rows(evaluation) + ".",
                Axis.of(two ? classes.get(0) + " efficiency" : "Efficiency of the other classes")
                        .between(0, 1),
                signal(classes),
                marks);
    }

    private static Figure rejectionFigure(Evaluation evaluation, List<Mark> rejections) {
        List<String> classes = evaluation.task().classes();
        boolean two = classes.size() == 2;
        return Figure.of(
                "background-rejection",
                "Background rejection",
                "One in how many rows of " + (two ? classes.get(0) : "the other classes")
                        + " passes a cut on the score of " + evaluation.model() + ", for " + rows(evaluation)
                        + ". The band is the 68 % interval on the "
                        + evaluation.evaluated().label() + " part.",
                signal(classes),
                Axis.of("Rejection of " + (two ? classes.get(0) : "other classes") + " (1/efficiency)")
                        .log(),
                rejections);
    }

    private static Axis signal(List<String> classes) {
        return Axis.of(classes.size() == 2 ? classes.get(1) + " efficiency" : "Efficiency of the class")
                .between(0, 1);
    }

    private static String rows(Evaluation evaluation) {
        return evaluation.task().classes().size() == 2
                ? "each part of the data"
                : "each class against the rest, on the "
                        + evaluation.evaluated().label() + " part";
    }
}
