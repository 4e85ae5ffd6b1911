package org.muonframework.evaluate.select;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.evaluate.RejectionCurve;
import org.muonframework.evaluate.Share;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.stats.Interval;

/** Rejection against efficiency on the evaluated part, with working points and reference selections. */
final class RejectionFigure {

    private RejectionFigure() {}

    static Figure of(Evaluation evaluation, SignalSample sample, List<WorkingPoint> points) {
        String signal = sample.rows().name();
        List<Mark> marks = new ArrayList<>();
        marks.add(RejectionCurve.of(evaluation.model(), sample.roc()));
        for (WorkingPoint point : points) {
            ReferenceSelection reference = ReferenceSelection.of(sample.sample(), point.reference());
            Overlap kept = Overlap.of(sample.rows(), true, point.threshold(), reference.passes());
            Overlap passed = Overlap.of(sample.rows(), false, point.threshold(), reference.passes());
            if (point.problem().isEmpty() && passed.cut() > 0) {
                marks.add(mark(point.name() + ": " + point.words(), kept.ofCut(), passed.ofCut()));
            }
            if (point.reference().isPresent() && reference.problem().isEmpty() && passed.reference() > 0) {
                marks.add(mark(point.name() + ": reference", kept.ofReference(), passed.ofReference()));
            }
        }
        boolean two = evaluation.task().classes().size() == 2;
        String rejected = two ? evaluation.task().classes().get(0) : "other classes";
        return Figure.of(
                "working-points",
                "Working points",
                "One in how many rows of " + (two ? rejected : "the other classes") + " passes against the part of "
                        + signal
                        + " that does, on the " + evaluation.evaluated().label()
                        + " part: the curve for all cuts on the score of " + evaluation.model()
                        + ", the points for working points and reference selections, with 68 % intervals.",
                Axis.of(signal + " efficiency").between(0, 1),
                Axis.of("Rejection of " + rejected + " (1/efficiency)").log(),
                marks);
    }

    private static Mark mark(String label, Share signal, Share background) {
        Interval kept = signal.interval();
        Interval rejection = PointValues.rejection(background);
        return new Mark.Points(
                label,
                new double[] {signal.value()},
                new double[] {kept.low()},
                new double[] {kept.high()},
                new double[] {1 / background.value()},
                new double[] {rejection.low()},
                new double[] {rejection.high()});
    }
}
