package org.muonframework.evaluate.regress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.muonframework.evaluate.Density;
import org.muonframework.evaluate.FigureName;
import org.muonframework.evaluate.Findings;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.stats.Binning;
import org.muonframework.stats.Histogram;
import org.muonframework.stats.Histogram.Heights;
import org.muonframework.stats.Histogram2D;
import org.muonframework.stats.Quantiles;

/** The figures of one target on the evaluated part. */
final class ResidualFigures {

    /** How many half-widths of the central 68 % the residual's axis reaches to each side. */
    private static final double REACH = 5;

    private static final int MAP_BINS = 50;

    private final ResidualsSettings settings;
    private final long seed;
    private final String target;
    private final String unit;
    private final String slug;
    private final String sample;
    private final Part part;

    ResidualFigures(ResidualsSettings settings, long seed, String target, String unit, Evaluation evaluation) {
        this.settings = settings;
        this.seed = seed;
        this.target = target;
        this.unit = unit;
        part = evaluation.evaluated();
        slug = FigureName.part(target);
        sample = " by " + evaluation.model() + " on the "
                + evaluation.evaluated().label() + " part";
    }

    /**
     * Adds the figures of all methods whose residuals are valid, and the values in bins of the truth.
     *
     * @param nominal the methods on the nominal sample, which sets the bins; the same map where this is it
     */
    void draw(Map<String, ResidualSample> methods, Map<String, ResidualSample> nominal, Findings findings) {
        List<Map.Entry<String, ResidualSample>> valid = valid(methods);
        if (valid.isEmpty()) {
            return;
        }
        List<Map.Entry<String, ResidualSample>> like = valid(nominal).isEmpty() ? valid : valid(nominal);
        ResidualSample first = like.get(0).getValue();
        Quantiles ofTruth = Quantiles.of(first.truth(), first.weights());
        findings.add(distribution(valid, binning(like)));
        valid.stream()
                .filter(method -> method.getKey().equals("model"))
                .forEach(method -> findings.add(map(method.getValue(), ofTruth)));
        Binning truth = truthBins(ofTruth);
        Map<String, ResidualBins> bins = new LinkedHashMap<>();
        valid.forEach(method -> bins.put(method.getKey(), ResidualBins.of(method.getValue(), truth, seed)));
        findings.add(profile("Bias", "mean of predicted − true", bins, ResidualBins::bias));
        findings.add(profile(
                "Resolution", "half-width of the central 68 % of predicted − true", bins, ResidualBins::resolution));
        bins.forEach((method, found) -> found.values(part, unit).forEach(value -> {
            MetricValue keyed = value.with("target", target);
            findings.add(methods.size() > 1 ? keyed.with("method", method) : keyed);
        }));
    }

    private static List<Map.Entry<String, ResidualSample>> valid(Map<String, ResidualSample> methods) {
        return methods.entrySet().stream()
                .filter(method -> method.getValue().problem().isEmpty())
                .toList();
    }

    /** Bins around the residuals that reach furthest. */
    private Binning binning(List<Map.Entry<String, ResidualSample>> methods) {
        double centre = 0;
        double half = 0;
        for (var method : methods) {
            Quantiles quantiles = method.getValue().quantiles();
            if (quantiles.halfWidth68() >= half) {
                half = quantiles.halfWidth68();
                centre = quantiles.median();
            }
        }
        return around(settings.bins(), centre, REACH * half);
    }

    private Figure distribution(List<Map.Entry<String, ResidualSample>> methods, Binning binning) {
        List<String> notes = new ArrayList<>();
        for (var method : methods) {
            Quantiles quantiles = method.getValue().quantiles();
            notes.add(String.format(
                    Locale.ROOT,
                    "%s: median %.3g, 68 %% half-width %.3g",
                    method.getKey(),
                    quantiles.median(),
                    quantiles.halfWidth68()));
        }
        List<Mark> marks = new ArrayList<>();
        List<Mark> compared = new ArrayList<>();
        for (var method : methods) {
            ResidualSample rows = method.getValue();
            Histogram histogram = Histogram.of(binning, rows.residuals(), rows.weights());
            marks.add(Density.mark(method.getKey(), Mark.HistogramStyle.STEP, histogram));
            if (method.getKey().equals("model")) {
                compared.add(Density.mark("", Mark.HistogramStyle.STEP, histogram));
            }
        }
        return Figure.of(
                        "residuals-" + slug,
                        "Residual of " + target,
                        "Predicted minus true " + target + sample + ", unit area within the axis.",
                        Axis.of(target + " predicted − true", unit),
                        Density.axis(unit),
                        marks)
                .withNotes(notes)
                .comparing(compared);
    }

    private Figure map(ResidualSample rows, Quantiles truth) {
        double low = truth.at(0.001);
        double high = truth.at(0.999);
        Binning binning = around(MAP_BINS, (low + high) / 2, (high - low) / 2);
        double[] predicted = new double[rows.truth().length];
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = rows.truth()[i] + rows.residuals()[i];
        }
        Histogram2D map = Histogram2D.of(binning, binning, rows.truth(), predicted, rows.weights());
        double[] edges = binning.edges();
        double[] diagonal = {edges[0], edges[MAP_BINS]};
        return Figure.of(
                "prediction-" + slug,
                "Predicted against true " + target,
                "Weight of the rows in cells of true and predicted " + target + sample + "; the line is perfection.",
                Axis.of("True " + target, unit).between(diagonal[0], diagonal[1]),
                Axis.of("Predicted " + target, unit).between(diagonal[0], diagonal[1]),
                List.of(
                        new Mark.HeatMap("sum of weights", edges, edges, map.contents(), false),
                        new Mark.Curve("", diagonal, diagonal, new double[0], new double[0], true)));
    }

    /** Bins of the truth of about equal weight, between the 0.1 % and the 99.9 % quantile. */
    private Binning truthBins(Quantiles truth) {
        int n = settings.truthBins();
        double[] edges = DoubleStream.iterate(0, i -> i + 1)
                .limit(n + 1)
                .map(i -> truth.at(Math.min(0.999, Math.max(0.001, i / n))))
                .distinct()
                .toArray();
        for (int i = 1; i < edges.length; i++) {
            if (!(edges[i - 1] < edges[i])) {
                return around(1, edges[0], 0);
            }
        }
        return edges.length < 2 ? around(1, edges[0], 0) : Binning.of(edges);
    }

    private Figure profile(
            String title, String what, Map<String, ResidualBins> methods, Function<ResidualBins, Heights> heights) {
        List<Mark> marks = new ArrayList<>();
        List<Mark> compared = new ArrayList<>();
        methods.forEach((method, bins) -> {
            marks.add(bins.points(method, heights.apply(bins)));
            if (method.equals("model")) {
                compared.add(bins.points("", heights.apply(bins)));
            }
        });
        if (title.equals("Bias")) {
            marks.add(new Mark.Reference("", 0, false));
        }
        return Figure.of(
                        title.toLowerCase(Locale.ROOT) + "-" + slug,
                        title + " of " + target,
                        title + " (" + what + ") in bins of the true " + target + sample + ".",
                        Axis.of("True " + target, unit),
                        Axis.of(title + " of " + target, unit),
                        marks)
                .comparing(compared);
    }

    /** Bins around a centre, also where all values are equal. */
    private static Binning around(int bins, double centre, double reach) {
        double safe = reach > 0 ? reach : Math.max(1e-6, Math.abs(centre) * 1e-6);
        return Binning.uniform(bins, centre - safe, centre + safe);
    }
}
