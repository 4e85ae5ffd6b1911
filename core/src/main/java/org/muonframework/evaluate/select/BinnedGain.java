package org.muonframework.evaluate.select;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.evaluate.FigureName;
import org.muonframework.evaluate.Findings;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;

/** The gain in rejection over reference selections in bins of a variable, on the evaluated part. */
final class BinnedGain {

    private final Variable variable;
    private final Evaluation evaluation;
    private final SignalSample sample;

    BinnedGain(Variable variable, Evaluation evaluation, SignalSample sample) {
        this.variable = variable;
        this.evaluation = evaluation;
        this.sample = sample;
    }

    /** Adds a value for each point and bin, and one figure. */
    void judge(List<WorkingPoint> points, Findings findings) {
        int[] bins = variable.binsOf(sample.sample());
        List<Mark> marks = new ArrayList<>();
        List<Mark> compared = new ArrayList<>();
        for (WorkingPoint point : points) {
            ReferenceSelection reference = ReferenceSelection.of(sample.sample(), point.reference());
            BinPoints gains = new BinPoints(variable.binning());
            for (int b = 0; b < variable.binning().size(); b++) {
                RejectionGain gain = reference.problem().isPresent()
                        ? RejectionGain.missing(reference.problem().get())
                        : RejectionGain.of(sample.rows(), reference.passes(), b, bins);
                gains.add(b, gain.value(), gain.low(), gain.high());
                add(gain, point, b, findings);
            }
            if (!gains.isEmpty()) {
                marks.add(gains.as(point.name()));
                compared.add(gains.as(points.size() == 1 ? "" : point.name()));
            }
        }
        if (!marks.isEmpty()) {
            marks.add(new Mark.Reference("", 1, false));
            findings.add(figure(marks).comparing(compared));
        }
    }

    private void add(RejectionGain gain, WorkingPoint point, int bin, Findings findings) {
        Part part = evaluation.evaluated();
        MetricValue value = gain.as("rejection-gain", part)
                .with("point", point.name())
                .with("variable", variable.name())
                .with("bin", variable.labels().get(bin));
        gain.problem()
                .ifPresentOrElse(
                        reason -> findings.addMissing(value, reason + ", for " + variable.words(bin)),
                        () -> findings.add(value));
    }

    private Figure figure(List<Mark> marks) {
        return Figure.of(
                "rejection-gain-" + FigureName.part(variable.name()),
                "Gain in rejection against " + variable.expression(),
                "Background efficiency of the reference selection divided by that of a cut on the score of "
                        + evaluation.model() + " with the same signal efficiency in each bin of "
                        + variable.expression() + ", on the "
                        + evaluation.evaluated().label() + " part, with 68 % intervals.",
                variable.axis(),
                Axis.of("Gain in rejection"),
                marks);
    }
}
