package org.muonframework.evaluate.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.muonframework.evaluate.FigureName;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.Evaluation;

/** Efficiencies of all classes at one working point in bins of one variable, beside those of a reference selection. */
final class EfficiencyFigure {

    private EfficiencyFigure() {}

    /** The figure; empty if no bin has a value. */
    static Optional<Figure> of(BinnedPasses passes, Evaluation evaluation) {
        boolean referred = passes.point().reference().isPresent();
        List<Mark> marks = new ArrayList<>();
        List<Mark> references = new ArrayList<>();
        List<Mark> ratios = new ArrayList<>();
        List<String> classes = evaluation.task().classes();
        for (int c = 0; c < classes.size(); c++) {
            String name = classes.get(c);
            BinPoints points = passes.cut(c);
            if (points.isEmpty()) {
                continue;
            }
            marks.add(points.as(name));
            if (referred) {
                references.add(passes.reference(c).as(name + ", reference"));
                ratios.add(passes.ratios(c).as(name));
            }
        }
        if (marks.isEmpty()) {
            return Optional.empty();
        }
        List<Mark> all = new ArrayList<>(marks);
        all.addAll(references);
        ratios.add(new Mark.Reference("", 1, false));
        Figure figure = figure(passes, evaluation, all).comparing(marks);
        Axis ratio = Axis.of(evaluation.model() + " / reference");
        return Optional.of(referred ? figure.withRatio(new Figure.Ratio(ratio, ratios)) : figure);
    }

    private static Figure figure(BinnedPasses passes, Evaluation evaluation, List<Mark> marks) {
        Variable variable = passes.variable();
        WorkingPoint point = passes.point();
        String beside = point.reference()
                .map(reference -> " Beside it the reference selection; below, the one divided by the other.")
                .orElse("");
        return Figure.of(
                "efficiency-" + FigureName.part(variable.name()) + "-" + FigureName.part(point.name()),
                "Efficiency against " + variable.expression() + " (" + point.name() + ")",
                "Part of each class that passes the working point " + point.name() + " (" + point.words() + ") of "
                        + evaluation.model() + " in bins of " + variable.expression() + ", on the "
                        + evaluation.evaluated().label() + " part, with 68 % intervals." + beside,
                variable.axis(),
                new Axis("Efficiency", "", false, OptionalDouble.of(0), OptionalDouble.empty()),
                marks);
    }
}
