package org.muonframework.calorimeter.resolution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.stats.Binning;
import org.muonframework.stats.Histogram;
import org.muonframework.stats.Histogram2D;
import org.muonframework.stats.Profile;

/** Predictions against the truth with the fit of the bias, and their relative differences in slices of the truth. */
final class PredictionFigures {

    private static final int MAP_BINS = 50;
    private static final int SLICES = 4;
    private static final Binning RELATIVE = Binning.uniform(60, -1, 2);

    private final EnergyResolutionSettings settings;
    private final Evaluation evaluation;
    private final PriorRange prior;

    PredictionFigures(EnergyResolutionSettings settings, Evaluation evaluation, PriorRange prior) {
        this.settings = settings;
        this.evaluation = evaluation;
        this.prior = prior;
    }

    void add(Study study, Found found) {
        found.add(map(study));
        found.add(slices(study));
    }

    private Figure map(Study study) {
        Binning bins = Binning.uniform(MAP_BINS, settings.lowest(), settings.highest());
        EnergySample rows = study.rows();
        Histogram2D map = Histogram2D.of(bins, bins, rows.truth(), rows.energies(), rows.weights());
        double[] edges = bins.edges();
        double[] diagonal = {settings.lowest(), settings.highest()};
        List<Mark> marks = new ArrayList<>(List.of(
                new Mark.HeatMap("sum of weights", edges, edges, map.contents(), false),
                new Mark.Curve("perfect", diagonal, diagonal, new double[0], new double[0], true),
                means(study.fit().profile())));
        List<Mark> compared = new ArrayList<>(List.of(marks.get(1)));
        List<String> notes = new ArrayList<>();
        if (study.fit().law().exists()) {
            double[] curve = Arrays.stream(edges).map(study.fit().law()::at).toArray();
            marks.add(Mark.Curve.of("fit", edges, curve));
            compared.add(Mark.Curve.of("", edges, curve));
            notes.add(formula(study.fit()));
        }
        return Figure.of(
                        "predicted-energy",
                        "Predicted against true energy",
                        "Energy by " + evaluation.model() + " against the true one" + part()
                                + "; points are the means that the correction of the bias is fitted to. "
                                + prior.sentence(),
                        Axis.of("True energy", "GeV").between(diagonal[0], diagonal[1]),
                        Axis.of("Predicted energy", "GeV").between(diagonal[0], diagonal[1]),
                        marks)
                .withNotes(notes)
                .comparing(compared);
    }

    private String formula(BiasFit fit) {
        String curve = settings.correction() == Correction.LINEAR
                ? String.format(
                        Locale.ROOT,
                        "(%.4g ± %.2g) E + (%.4g ± %.2g) GeV",
                        fit.law().factor().value(),
                        fit.law().factor().error(),
                        fit.law().constant().value(),
                        fit.law().constant().error())
                : String.format(
                        Locale.ROOT,
                        "%.4g E^{%.4g} + (%.4g) GeV",
                        fit.law().factor().value(),
                        fit.law().power().value(),
                        fit.law().constant().value());
        return curve
                + String.format(
                        Locale.ROOT,
                        ", χ²/ndf = %.4g/%d",
                        fit.law().chiSquare(),
                        fit.law().degrees());
    }

    private static Mark means(Profile profile) {
        Binning bins = profile.binning();
        int n = bins.size();
        double[][] points = new double[5][n];
        for (int b = 0; b < n; b++) {
            points[0][b] = bins.centre(b);
            points[1][b] = bins.low(b);
            points[2][b] = bins.high(b);
            points[3][b] = profile.means()[b] - profile.errors()[b];
            points[4][b] = profile.means()[b] + profile.errors()[b];
        }
        return new Mark.Points("mean", points[0], points[1], points[2], profile.means(), points[3], points[4]);
    }

    private Figure slices(Study study) {
        boolean corrected = study.last().corrected();
        EnergySample rows = corrected ? study.rows().map(study.fit()::correct) : study.rows();
        double[] relative = new double[rows.truth().length];
        for (int i = 0; i < relative.length; i++) {
            relative[i] = rows.energies()[i] / rows.truth()[i] - 1;
        }
        Binning slices = Binning.uniform(SLICES, settings.lowest(), settings.highest());
        BinnedRows sorted = BinnedRows.of(slices, rows.truth());
        List<Mark> marks = new ArrayList<>();
        for (int slice = 0; slice < SLICES; slice++) {
            double[] values = sorted.pick(slice, relative);
            if (values.length > 0) {
                Histogram.Heights density = Histogram.of(RELATIVE, values, sorted.pick(slice, rows.weights()))
                        .density();
                marks.add(new Mark.Histogram(
                        Texts.bin(slices, slice) + " GeV",
                        Mark.HistogramStyle.STEP,
                        RELATIVE.edges(),
                        density.values(),
                        density.errors()));
            }
        }
        marks.add(new Mark.Reference("", 0, true));
        return Figure.of(
                "energy-residuals",
                "Relative difference to the true energy",
                "Energy by " + evaluation.model() + (corrected ? ", corrected for its bias," : "")
                        + " over the true one, minus 1, in slices of the true energy" + part()
                        + ", unit area within the axis. " + prior.sentence(),
                Axis.of("Energy / true energy − 1"),
                Axis.of("Probability density"),
                marks);
    }

    private String part() {
        return " on the " + evaluation.evaluated().label() + " part";
    }
}
