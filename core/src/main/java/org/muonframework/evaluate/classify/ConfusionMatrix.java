package org.muonframework.evaluate.classify;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.muonframework.evaluate.Findings;
import org.muonframework.evaluate.OneAgainstRest;
import org.muonframework.evaluate.Share;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;

/**
 * Values for each class (key {@code class}) and part, each with its 68 % interval by effective numbers: {@code recall}
 * (the part of the class that is found), {@code precision} (the part of what is taken for the class that belongs to it),
 * {@code f1} (their harmonic mean) and {@code prevalence} (the part of all rows that belongs to the class), which is the
 * precision of always naming the class. With a reference its recall and precision as {@code reference-recall} and
 * {@code reference-precision}. Figure: the matrix of the evaluated part.
 *
 * <p>F1 = 2J/(1 + J) rises with J, the part in which truth and prediction agree of the rows in which either is the class;
 * its interval is that of J.
 */
final class ConfusionMatrix implements Metric {

    private static final List<String> NAMES = List.of("recall", "precision", "f1", "prevalence");

    private final double threshold;
    private final Optional<String> reference;

    ConfusionMatrix(ConfusionMatrixSettings settings) {
        threshold = settings.threshold();
        reference = settings.reference();
    }

    @Override
    public List<String> columns() {
        return reference.stream().toList();
    }

    @Override
    public Optional<String> objection(Task task) {
        return OneAgainstRest.objection(task);
    }

    @Override
    public MetricResult evaluate(Evaluation evaluation) {
        Findings findings = new Findings();
        List<String> classes = evaluation.task().classes();
        for (Sample sample : evaluation.samples()) {
            Optional<String> problem = problem(sample, evaluation.task());
            if (problem.isPresent()) {
                for (String name : classes) {
                    NAMES.forEach(value -> findings.addMissing(missing(value, sample.part(), name), problem.get()));
                }
                continue;
            }
            Confusion confusion =
                    Confusion.of(sample, evaluation.task(), Decision.of(sample, evaluation.task(), threshold));
            for (int c = 0; c < classes.size(); c++) {
                judge(confusion, c, classes.get(c), sample.part(), findings);
            }
            compare(sample, evaluation.task(), findings);
            if (sample.part() == evaluation.evaluated()) {
                findings.add(figure(confusion, evaluation));
            }
        }
        return findings.result();
    }

    private static Optional<String> problem(Sample sample, Task task) {
        long unknown = Decision.unknown(sample, task);
        if (unknown > 0) {
            return Optional.of(unknown + " of " + sample.rows() + " rows have no score");
        }
        double sum = 0;
        for (double weight : sample.weights()) {
            sum += weight;
        }
        return sum > 0 ? Optional.empty() : Optional.of("the weights do not add up to more than 0");
    }

    private static void judge(Confusion confusion, int c, String name, Part part, Findings findings) {
        add("recall", confusion.fraction(c, c), "no weight is of class '" + name + "'", name, part, findings);
        add("precision", confusion.precision(c), "no weight is taken for class '" + name + "'", name, part, findings);
        Share agreement = confusion.agreement(c);
        if (agreement.total() > 0) {
            MetricValue j = agreement.as("f1", part);
            findings.add(MetricValue.of("f1", part, f1(j.value()))
                    .within(f1(j.low()), f1(j.high()))
                    .with("class", name));
        } else {
            findings.addMissing(missing("f1", part, name), "no weight is of class '" + name + "' or taken for it");
        }
        findings.add(confusion.prevalence(c).as("prevalence", part).with("class", name));
    }

    private void compare(Sample sample, Task task, Findings findings) {
        reference
                .map(column -> Confusion.of(sample, task, Decision.reference(sample, column, task)))
                .ifPresent(confusion -> {
                    for (int c = 0; c < task.classes().size(); c++) {
                        String name = task.classes().get(c);
                        String none = "no weight is of class '" + name + "'";
                        add("reference-recall", confusion.fraction(c, c), none, name, sample.part(), findings);
                        String untaken = "the reference takes no weight for class '" + name + "'";
                        add("reference-precision", confusion.precision(c), untaken, name, sample.part(), findings);
                    }
                });
    }

    private static void add(String value, Share share, String reason, String name, Part part, Findings findings) {
        if (share.total() > 0) {
            findings.add(share.as(value, part).with("class", name));
        } else {
            findings.addMissing(missing(value, part, name), reason);
        }
    }

    private static MetricValue missing(String value, Part part, String name) {
        return MetricValue.of(value, part, Double.NaN).with("class", name);
    }

    private static double f1(double agreement) {
        return 2 * agreement / (1 + agreement);
    }

    private Figure figure(Confusion confusion, Evaluation evaluation) {
        List<String> classes = evaluation.task().classes();
        int n = classes.size();
        double[][] fractions = new double[n][n];
        for (int truth = 0; truth < n; truth++) {
            for (int predicted = 0; predicted < n; predicted++) {
                fractions[predicted][truth] =
                        confusion.fraction(truth, predicted).value();
            }
        }
        double[] edges = IntStream.rangeClosed(0, n).mapToDouble(i -> i).toArray();
        String rule = n == 2
                ? String.format(Locale.ROOT, "%s where the score exceeds %.3g", classes.get(1), threshold)
                : "the class of the largest score";
        return Figure.of(
                        "confusion-matrix",
                        "Confusion matrix",
                        "Part of each true class that " + evaluation.model() + " takes for each class (" + rule
                                + "), on the " + evaluation.evaluated().label() + " part; each row adds up to one.",
                        Axis.of("Predicted class"),
                        Axis.of("True class"),
                        List.of(new Mark.HeatMap("Part of the true class", edges, edges, fractions, true)))
                .withLabels(classes, classes);
    }
}
