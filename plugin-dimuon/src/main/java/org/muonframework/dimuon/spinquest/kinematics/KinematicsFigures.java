package org.muonframework.dimuon.spinquest.kinematics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.stats.Binning;
import org.muonframework.stats.Histogram;
import org.muonframework.stats.Histogram.Heights;
import org.muonframework.stats.Quantiles;

/**
 * Figures: {@code kinematics-NAME}, predicted and true values over each other with their {@link Asymmetry} below;
 * {@code residuals-NAME} of x1, x2 and xF; {@code response}, the slopes of all quantities; {@code pull-mass}.
 */
final class KinematicsFigures {

    /** How many half-widths of the central 68 % the axis of a residual reaches to each side. */
    private static final double REACH = 5;

    /** What of the true values is left out at either end of an axis, and by what the axis is longer than the rest. */
    private static final double TAIL = 0.001;

    private static final double MARGIN = 0.05;

    private final DimuonKinematicsSettings settings;
    private final Found found;
    private final String sample;

    KinematicsFigures(DimuonKinematicsSettings settings, Evaluation evaluation, Found found) {
        this.settings = settings;
        this.found = found;
        sample = " by " + evaluation.model() + " on the "
                + evaluation.evaluated().label() + " part";
    }

    private static String slug(Quantity quantity) {
        return quantity.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Predicted and true values over each other.
     *
     * @param like the nominal sample, whose true values set the bins
     */
    void overlay(Quantity quantity, Quantity like) {
        Quantiles truth = Quantiles.of(like.truth(), like.weights());
        Binning bins = around(truth.at(TAIL), truth.at(1 - TAIL));
        Mark.Histogram predicted =
                histogram("predicted", Mark.HistogramStyle.STEP, bins, quantity.predicted(), quantity);
        List<Mark> marks = new ArrayList<>();
        marks.add(histogram("true", Mark.HistogramStyle.FILLED, bins, quantity.truth(), quantity));
        quantity.reference()
                .ifPresent(
                        values -> marks.add(histogram("reference", Mark.HistogramStyle.STEP, bins, values, quantity)));
        marks.add(predicted);
        Asymmetry asymmetry = Asymmetry.of(bins, quantity);
        Axis height = Axis.of("Sum of weights");
        found.add(Figure.of(
                        "kinematics-" + slug(quantity),
                        "Predicted and true " + quantity.name(),
                        "Sums of weights in bins of predicted and of true " + quantity.name() + sample
                                + "; below (true − predicted)/(true + predicted), whose errors know which rows are in"
                                + " the same bin by both.",
                        Axis.of(quantity.name(), quantity.unit()),
                        settings.logarithmic().contains(quantity.name()) ? height.log() : height,
                        marks)
                .withRatio(new Figure.Ratio(
                        Axis.of("Asymmetry").between(-1, 1),
                        List.of(asymmetry.mark(bins), new Mark.Reference("", 0, false))))
                .comparing(List.of(new Mark.Histogram(
                        "", predicted.style(), predicted.edges(), predicted.values(), predicted.errors()))));
    }

    private static Mark.Histogram histogram(
            String label, Mark.HistogramStyle style, Binning bins, double[] values, Quantity quantity) {
        Heights heights = Histogram.of(bins, values, quantity.weights()).contents();
        return new Mark.Histogram(label, style, bins.edges(), heights.values(), heights.errors());
    }

    /** Predicted minus true. */
    void residuals(Quantity quantity) {
        Quantiles quantiles = Quantiles.of(quantity.residuals(), quantity.weights());
        double half = REACH * quantiles.halfWidth68();
        Binning bins = around(quantiles.median() - half, quantiles.median() + half);
        List<Mark> marks = new ArrayList<>();
        quantity.reference()
                .filter(values -> quantity.problem(values).isEmpty())
                .ifPresent(values -> marks.add(density("reference", bins, quantity.residuals(values), quantity)));
        marks.add(density("model", bins, quantity.residuals(), quantity));
        found.add(Figure.of(
                        "residuals-" + slug(quantity),
                        "Residual of " + quantity.name(),
                        "Predicted minus true " + quantity.name() + sample + ", unit area within the axis.",
                        Axis.of(quantity.name() + " predicted − true", quantity.unit()),
                        Axis.of("Probability density"),
                        marks)
                .withNotes(List.of(String.format(
                        Locale.ROOT,
                        "model: median %.3g, 68 %% half-width %.3g",
                        quantiles.median(),
                        quantiles.halfWidth68())))
                .comparing(List.of(density("", bins, quantity.residuals(), quantity))));
    }

    private static Mark density(String label, Binning bins, double[] values, Quantity quantity) {
        Heights heights = Histogram.of(bins, values, quantity.weights()).density();
        return new Mark.Histogram(label, Mark.HistogramStyle.STEP, bins.edges(), heights.values(), heights.errors());
    }

    /** The slopes of all quantities, place by place. */
    void responses(Map<Quantity, Response> responses) {
        List<Map.Entry<Quantity, Response>> known = responses.entrySet().stream()
                .filter(entry -> !entry.getValue().places().isEmpty())
                .toList();
        if (known.isEmpty()) {
            return;
        }
        int places = settings.places();
        double[][] slopes = new double[places][known.size()];
        for (int place = 0; place < places; place++) {
            for (int i = 0; i < known.size(); i++) {
                slopes[place][i] = known.get(i).getValue().places().get(place).slope();
            }
        }
        double[] along = IntStream.rangeClosed(0, places)
                .mapToDouble(i -> i / (double) places)
                .toArray();
        double[] up = IntStream.rangeClosed(0, known.size()).mapToDouble(i -> i).toArray();
        found.add(Figure.of(
                        "response",
                        "How predictions follow the truth",
                        "Slope of predictions over the truth among rows of nearly the same truth" + sample
                                + ": 1 where predictions follow the measurement, below ½ where they follow the spectrum"
                                + " that the model was trained on.",
                        Axis.of("Part of the rows with a lower truth").between(0, 1),
                        Axis.of("Quantity"),
                        List.of(new Mark.HeatMap("Slope", along, up, slopes, false)))
                .withLabels(
                        List.of(),
                        known.stream().map(entry -> entry.getKey().name()).toList()));
    }

    /** Pulls beside a Gaussian of width 1. */
    void pulls(Quantity mass, double[] pulls) {
        Binning bins = Binning.uniform(settings.bins(), -REACH, REACH);
        double[] x = bins.edges();
        double[] gaussian = IntStream.range(0, x.length)
                .mapToDouble(i -> Math.exp(-x[i] * x[i] / 2) / Math.sqrt(2 * Math.PI))
                .toArray();
        found.add(Figure.of(
                        "pull-mass",
                        "Pull of the mass",
                        "Predicted minus true mass over its error" + sample
                                + ", unit area within the axis, and a Gaussian of width 1.",
                        Axis.of("(predicted − true mass) / error"),
                        Axis.of("Probability density"),
                        List.of(
                                density("model", bins, pulls, mass),
                                new Mark.Curve("width 1", x, gaussian, new double[0], new double[0], true)))
                .comparing(List.of(density("", bins, pulls, mass))));
    }

    /** Bins over a range and a little more, also where it is empty. */
    private Binning around(double low, double high) {
        double margin = high > low ? MARGIN * (high - low) : Math.max(1e-6, Math.abs(low) * 1e-6);
        return Binning.uniform(settings.bins(), low - margin, high + margin);
    }
}
