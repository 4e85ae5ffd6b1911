package org.muonframework.evaluate.peak;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.figure.Mark.HistogramStyle;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Part;
import org.muonframework.stats.Histogram;
import org.muonframework.stats.Interval;
import org.muonframework.stats.Intervals;
import org.muonframework.stats.fit.Background;
import org.muonframework.stats.fit.FitResult;
import org.muonframework.stats.fit.PeakFitter;

/** Draws a spectrum with the fitted curve, its background and the pulls of all bins. */
final class PeakFigure {

    /** Points of a curve. */
    private static final int POINTS = 500;

    private final PeakFitSettings settings;
    private final Evaluation evaluation;
    private final String unit;
    private final PeakRows rows;
    private final FitResult result;
    private final boolean counts;

    PeakFigure(PeakFitSettings settings, Evaluation evaluation, String unit, PeakRows rows, FitResult result) {
        this.settings = settings;
        this.evaluation = evaluation;
        this.unit = unit;
        this.rows = rows;
        this.result = result;
        counts = PeakFitter.areCounts(rows.histogram());
    }

    Figure figure() {
        String step = new BigDecimal((settings.high() - settings.low()) / settings.bins())
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
        Figure figure = Figure.of(
                "peak-" + settings.name(),
                "Fit of " + settings.name(),
                caption(),
                Axis.of(settings.variable(), unit).between(settings.low(), settings.high()),
                heightAxis((counts ? "Rows / " : "Sum of weights / ") + (step + " " + unit).strip()),
                marks());
        if (!result.converged()) {
            return figure.withNotes(
                    List.of("no fit: " + rows.problem().or(result::problem).orElseThrow()));
        }
        return figure.withNotes(new PeakNotes(settings.signal(), unit).of(result))
                .withRatio(pulls())
                .comparing(List.of(Mark.Curve.of("", abscissae(), curve(result.curve()::total))));
    }

    /** From 0 on, unless negative weights lead below. */
    private Axis heightAxis(String text) {
        boolean negative = Arrays.stream(rows.histogram().sums()).anyMatch(sum -> sum < 0);
        boolean bounded = !negative && rows.histogram().total() > 0;
        OptionalDouble low = bounded ? OptionalDouble.of(0) : OptionalDouble.empty();
        return new Axis(text, "", false, low, OptionalDouble.empty());
    }

    private String caption() {
        String which = settings.onlyClass().map(name -> " of class " + name).orElse("")
                + settings.threshold()
                        .map(score -> " with a score"
                                + settings.scoreClass()
                                        .map(name -> " for " + name)
                                        .orElse("")
                                + " of " + evaluation.model() + " from " + score + " on")
                        .orElse("");
        String below = settings.background() == Background.NONE ? "no" : word(settings.background());
        return "Rows" + which + " on the " + evaluation.evaluated().label() + " part, and the fit to them by "
                + (counts ? "maximum likelihood" : "maximum likelihood for sums of weights") + ": "
                + word(settings.signal()) + " signal, "
                + below
                + " background. Below: data less fit in standard deviations.";
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        if (result.converged()) {
            marks.add(Mark.Curve.of("fit", abscissae(), curve(result.curve()::total)));
            if (settings.background() != Background.NONE) {
                double[] background = curve(result.curve()::background);
                marks.add(new Mark.Curve("background", abscissae(), background, new double[0], new double[0], true));
            }
        }
        marks.add(counts ? counted() : weighted());
        return marks;
    }

    /** Counts with the intervals of their means, which are not even and exist for empty bins too. */
    private Mark counted() {
        double[] sums = rows.histogram().sums();
        double[] centres = new double[sums.length];
        double[] low = new double[sums.length];
        double[] high = new double[sums.length];
        for (int bin = 0; bin < sums.length; bin++) {
            Interval interval = Intervals.garwood(sums[bin], Intervals.ONE_SIGMA);
            centres[bin] = rows.histogram().binning().centre(bin);
            low[bin] = interval.low();
            high[bin] = interval.high();
        }
        return new Mark.Points(rowsLabel(), centres, centres, centres, sums, low, high);
    }

    private Mark weighted() {
        Histogram.Heights heights = rows.histogram().contents();
        return new Mark.Histogram(
                rowsLabel(),
                HistogramStyle.POINTS,
                rows.histogram().binning().edges(),
                heights.values(),
                heights.errors());
    }

    private double[] abscissae() {
        double step = (settings.high() - settings.low()) / (POINTS - 1);
        return IntStream.range(0, POINTS)
                .mapToDouble(i -> settings.low() + i * step)
                .toArray();
    }

    /** A density as rows in a bin. */
    private double[] curve(DoubleUnaryOperator density) {
        double width = (settings.high() - settings.low()) / settings.bins();
        return Arrays.stream(abscissae()).map(density).map(y -> y * width).toArray();
    }

    private Figure.Ratio pulls() {
        double[] expected = result.curve().expected();
        double[] pulls = new double[expected.length];
        double[] ones = new double[expected.length];
        double largest = 3;
        for (int bin = 0; bin < pulls.length; bin++) {
            double variance = counts ? expected[bin] : rows.histogram().squares()[bin];
            double pull = (rows.histogram().sums()[bin] - expected[bin]) / Math.sqrt(variance);
            pulls[bin] = variance > 0 ? pull : Double.NaN;
            ones[bin] = 1;
            largest = variance > 0 ? Math.max(largest, Math.abs(pull)) : largest;
        }
        double end = Math.ceil(largest) + 0.5;
        return new Figure.Ratio(
                Axis.of("Pull").between(-end, end),
                List.of(
                        new Mark.Reference("", 0, false),
                        new Mark.Histogram(
                                "",
                                HistogramStyle.POINTS,
                                rows.histogram().binning().edges(),
                                pulls,
                                ones)));
    }

    private String rowsLabel() {
        Part part = evaluation.evaluated();
        return part == Part.WHOLE ? "data" : part.label();
    }
}
