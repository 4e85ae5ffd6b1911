package org.muonframework.darksector.merit;

import java.util.List;
import java.util.function.Function;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.Evaluation;

/** Figure of merit, gain, efficiencies and background against the mass. */
final class PunziFigures {

    private final PunziSettings settings;
    private final Evaluation evaluation;
    private final List<MassResult> masses;
    private final double[] abscissae;
    private final String fixed;

    PunziFigures(PunziSettings settings, Evaluation evaluation, List<MassResult> masses) {
        this.settings = settings;
        this.evaluation = evaluation;
        this.masses = masses;
        abscissae = masses.stream().mapToDouble(MassResult::mass).toArray();
        fixed = "cut " + Texts.decimal(settings.threshold());
    }

    List<Figure> figures() {
        return List.of(merit(), gain(), efficiency(), absoluteEfficiency(), background());
    }

    private Figure merit() {
        Function<Selection, Estimate> quantity = Selection::merit;
        String formula = "ε/(" + Texts.decimal(settings.k()) + " + √B)";
        return Figure.of(
                        "punzi",
                        "Punzi figure of merit",
                        formula + " of cuts on the score of " + evaluation.model() + where()
                                + " ε is relative to the candidates before the classifier.",
                        MassCurve.AXIS,
                        Axis.of(formula),
                        List.of(
                                MassCurve.dashed("no classifier", abscissae, at(Point.NO_CLASSIFIER, quantity)),
                                MassCurve.banded(fixed, abscissae, at(Point.FIXED_CUT, quantity)),
                                MassCurve.line("best cut of region", abscissae, at(Point.REGION_CUT, quantity)),
                                MassCurve.banded("best cut", abscissae, at(Point.BEST_CUT, quantity))))
                .comparing(withoutClassifier(quantity, cutsAlone(quantity)));
    }

    private Figure gain() {
        Function<Selection, Estimate> quantity = Selection::gain;
        Mark one = new Mark.Reference("", 1, false);
        return Figure.of(
                        "punzi-gain",
                        "Gain in the Punzi figure of merit",
                        "Figure of merit of cuts on the score of " + evaluation.model()
                                + ", divided by that without a classifier" + where(),
                        MassCurve.AXIS,
                        Axis.of("Gain over no classifier"),
                        List.of(
                                one,
                                MassCurve.banded(fixed, abscissae, at(Point.FIXED_CUT, quantity)),
                                MassCurve.line("best cut of region", abscissae, at(Point.REGION_CUT, quantity)),
                                MassCurve.banded("best cut", abscissae, at(Point.BEST_CUT, quantity))))
                .comparing(List.of(
                        one,
                        MassCurve.line(fixed, abscissae, at(Point.FIXED_CUT, quantity)),
                        MassCurve.line("best cut", abscissae, at(Point.BEST_CUT, quantity))));
    }

    private Figure efficiency() {
        return Figure.of(
                        "signal-efficiency-by-mass",
                        "Signal efficiency of the classifier",
                        "Part of the signal candidates that cuts on the score of " + evaluation.model() + " keep"
                                + where(),
                        MassCurve.AXIS,
                        Axis.of("Efficiency after the selection").between(0, 1),
                        cuts(Selection::efficiency))
                .comparing(cutsAlone(Selection::efficiency));
    }

    private Figure absoluteEfficiency() {
        Function<Selection, Estimate> quantity = Selection::absoluteEfficiency;
        return Figure.of(
                        "absolute-efficiency-by-mass",
                        "Signal efficiency",
                        "Part of all generated events whose true candidate is in the mass window and passes cuts on the"
                                + " score of " + evaluation.model() + where(),
                        MassCurve.AXIS,
                        Axis.of("Efficiency of all generated").between(0, 1),
                        withoutClassifier(quantity, cuts(quantity)))
                .comparing(withoutClassifier(quantity, cutsAlone(quantity)));
    }

    private Figure background() {
        Function<Selection, Estimate> quantity = Selection::background;
        return Figure.of(
                        "background-by-mass",
                        "Background in the mass window",
                        "Background candidates expected in "
                                + Texts.decimal(settings.luminosity()) + " fb^{−1}"
                                + " after cuts on the score of " + evaluation.model() + where(),
                        MassCurve.AXIS,
                        Axis.of("Background candidates").log(),
                        withoutClassifier(quantity, cuts(quantity)))
                .comparing(withoutClassifier(quantity, cutsAlone(quantity)));
    }

    private String where() {
        String width = settings.windowSigmas()
                .map(sigmas -> Texts.decimal(sigmas) + " mass resolutions")
                .orElse(Texts.decimal(settings.window()) + " GeV");
        return ", within ±" + width + " of each mass, on the "
                + evaluation.evaluated().label() + " part; bands are 68 % intervals.";
    }

    private List<Mark> cuts(Function<Selection, Estimate> quantity) {
        return List.of(
                MassCurve.banded(fixed, abscissae, at(Point.FIXED_CUT, quantity)),
                MassCurve.banded("best cut", abscissae, at(Point.BEST_CUT, quantity)));
    }

    private List<Mark> cutsAlone(Function<Selection, Estimate> quantity) {
        return List.of(
                MassCurve.line(fixed, abscissae, at(Point.FIXED_CUT, quantity)),
                MassCurve.line("best cut", abscissae, at(Point.BEST_CUT, quantity)));
    }

    private List<Mark> withoutClassifier(Function<Selection, Estimate> quantity, List<Mark> marks) {
        return List.of(
                MassCurve.dashed("no classifier", abscissae, at(Point.NO_CLASSIFIER, quantity)),
                marks.get(0),
                marks.get(1));
    }

    private List<Estimate> at(Point point, Function<Selection, Estimate> quantity) {
        return masses.stream()
                .map(mass -> mass.selection(point).map(quantity).orElse(Estimate.NONE))
                .toList();
    }
}
