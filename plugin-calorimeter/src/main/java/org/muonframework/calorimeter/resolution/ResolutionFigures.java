package org.muonframework.calorimeter.resolution;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.stats.Binning;
import org.muonframework.stats.fit.Estimate;

/** Resolution against the true energy, of the calorimeter and together with the tracker, corrected and uncorrected. */
final class ResolutionFigures {

    private static final int STEPS = 100;

    private static final String BOUND =
            " The information bound is that of estimates without a bias and without a prior range.";

    private final EnergyResolutionSettings settings;
    private final Evaluation evaluation;
    private final PriorRange prior;

    ResolutionFigures(EnergyResolutionSettings settings, Evaluation evaluation, PriorRange prior) {
        this.settings = settings;
        this.evaluation = evaluation;
        this.prior = prior;
    }

    void add(Study study, Found found) {
        for (int i = study.stages().size() - 1; i >= 0; i--) {
            found.add(alone(study, study.stages().get(i)));
            found.add(combined(study, study.stages().get(i)));
        }
    }

    private Figure alone(Study study, Stage stage) {
        ResolutionCurve curve = stage.alone();
        Mark central = points("central 68 %", curve, curve.resolutions(BinResolution::central));
        Mark tracker = tracker();
        Mark bound = InformationBound.curve(settings.lowest(), settings.highest());
        List<Mark> marks = new ArrayList<>(List.of(tracker));
        if (stage.corrected()) {
            marks.add(bound);
        }
        study.energySum(stage.corrected())
                .map(sum -> points("energy sum, 68 %", sum, sum.resolutions(BinResolution::central)))
                .ifPresent(marks::add);
        marks.add(points("root mean square", curve, curve.resolutions(BinResolution::rms)));
        marks.add(central);
        return Figure.of(
                        "resolution-" + stage.label(),
                        "Energy resolution, " + stage.label(),
                        "Resolution of the energy by " + evaluation.model() + part() + ", " + bias(stage)
                                + ": √(variance + bias²) over the mean true energy, and the same of the central 68 %"
                                + " and the median. " + prior.sentence() + (stage.corrected() ? BOUND : ""),
                        energy(),
                        axis(),
                        marks)
                .comparing(Stream.concat(
                                Stream.of(tracker),
                                stage.corrected() ? Stream.of(bound, unlabelled(curve)) : Stream.of(unlabelled(curve)))
                        .toList());
    }

    private Figure combined(Study study, Stage stage) {
        List<Estimate> measured = stage.events().resolutions(BinResolution::central);
        Mark tracker = tracker();
        return Figure.of(
                        "combined-resolution-" + stage.label(),
                        "Tracker and calorimeter, " + stage.label(),
                        "Resolution (central 68 %) of the average of the tracker's "
                                + (settings.average() == Average.ENERGY ? "energy" : "curvature 1/E")
                                + " and that by "
                                + evaluation.model() + part() + ", " + bias(stage)
                                + ": as measured, and by (R_{c}^{−2} + R_{t}^{−2})^{−1/2}. The weights do not use the"
                                + " true energy. " + prior.sentence(),
                        energy(),
                        axis(),
                        List.of(
                                tracker,
                                line(
                                        "tracker, measured",
                                        study.tracker(),
                                        study.tracker().resolutions(BinResolution::central)),
                                points(
                                        "calorimeter",
                                        stage.alone(),
                                        stage.alone().resolutions(BinResolution::central)),
                                line(
                                        "both, by formula",
                                        stage.alone(),
                                        stage.formula().central()),
                                points("both, measured", stage.events(), measured)))
                .comparing(List.of(tracker, line("", stage.events(), measured)));
    }

    private String part() {
        return " on the " + evaluation.evaluated().label() + " part";
    }

    private static String bias(Stage stage) {
        return stage.corrected() ? "after the correction of the bias" : "as predicted";
    }

    private static Axis energy() {
        return Axis.of("True energy", "GeV");
    }

    private static Axis axis() {
        return Axis.of("Relative resolution").log();
    }

    /** By formula; dashed, so that of several models laid over each other it is drawn once. */
    private Mark tracker() {
        double[] energies = new double[STEPS + 1];
        double[] resolutions = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            energies[i] = settings.lowest() + (settings.highest() - settings.lowest()) * i / STEPS;
            resolutions[i] = settings.tracker().resolution(energies[i]);
        }
        return new Mark.Curve("tracker", energies, resolutions, new double[0], new double[0], true);
    }

    private static Mark unlabelled(ResolutionCurve curve) {
        return line("", curve, curve.resolutions(BinResolution::central));
    }

    private static Mark line(String label, ResolutionCurve curve, List<Estimate> resolutions) {
        return Mark.Curve.of(
                label,
                curve.energies(),
                resolutions.stream().mapToDouble(Estimate::value).toArray());
    }

    private static Mark points(String label, ResolutionCurve curve, List<Estimate> resolutions) {
        Binning bins = curve.bins();
        int n = bins.size();
        double[][] points = new double[6][n];
        for (int b = 0; b < n; b++) {
            Estimate resolution = resolutions.get(b);
            points[0][b] = bins.centre(b);
            points[1][b] = bins.low(b);
            points[2][b] = bins.high(b);
            points[3][b] = resolution.value();
            points[4][b] = resolution.value() - resolution.error();
            points[5][b] = resolution.value() + resolution.error();
        }
        return new Mark.Points(label, points[0], points[1], points[2], points[3], points[4], points[5]);
    }
}
