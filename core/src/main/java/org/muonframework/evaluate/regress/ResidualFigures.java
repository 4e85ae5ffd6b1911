package org.muonframework.evaluate.regress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.muonframework.evaluate.FigureName;
import org.muonframework.evaluate.Findings;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.stats.Binning;
import org.muonframework.stats.Histogram;
import org.muonframework.stats.Moments;
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

    ResidualFigures(ResidualsSettings settings, long seed, String target, String unit, Evaluation evaluation) {
        this.settings = settings;
        this.seed = seed;
        this.target = target;
        this.unit = unit;
        slug = FigureName.part(target);
        sample = " by " + evaluation.model() + " on the "
                + evaluation.evaluated().label() + " part";
    }

    /** Adds the figures of all methods whose residuals are valid. */
    void draw(Map<String, ResidualSample> methods, Findings findings) {
        List<Map.Entry<String, ResidualSample>> valid = methods.entrySet().stream()
                .filter(method -> method.getValue().problem().isEmpty())
                .toList();
        if (valid.isEmpty()) {
            return;
        }
        findings.add(distribution(valid));
        valid.stream()
                .filter(method -> method.getKey().equals("model"))
                .forEach(method -> findings.add(map(method.getValue())));
        Binning truth = truthBins(valid.get(0).getValue());
        findings.add(profile("bias", "Bias", "mean of predicted − true", valid, truth, rows -> {
            Moments moments = Moments.of(rows.residuals(), rows.weights());
            return new double[] {moments.mean(), moments.meanError()};
        }));
        findings.add(profile(
                "resolution",
                "Resolution",
                "half-width of the central 68 % of predicted − true",
                valid,
                truth,
                rows -> {
                    Quantiles quantiles = rows.quantiles();
                    return new double[] {quantiles.halfWidth68(), quantiles.error(Quantiles::halfWidth68, seed)};
                }));
    }

    private Figure distribution(List<Map.Entry<String, ResidualSample>> methods) {
        double centre = 0;
        double half = 0;
        List<String> notes = new ArrayList<>();
        for (var method : methods) {
            Quantiles quantiles = method.getValue().quantiles();
            if (quantiles.halfWidth68() >= half) {
                half = quantiles.halfWidth68();
                centre = quantiles.median();
            }
            notes.add(String.format(
                    Locale.ROOT,
                    "%s: median %.3g, 68 %% half-width %.3g",
                    method.getKey(),
                    quantiles.median(),
                    quantiles.halfWidth68()));
        }
        Binning binning = around(settings.bins(), centre, REACH * half);
        List<Mark> marks = new ArrayList<>();
        for (var method : methods) {
            ResidualSample rows = method.getValue();
            Histogram.Heights density =
                    Histogram.of(binning, rows.residuals(), rows.weights()).density();
            marks.add(new Mark.Histogram(
                    method.getKey(), Mark.HistogramStyle.STEP, binning.edges(), density.values(), density.errors()));
        }
        return Figure.of(
                        "residuals-" + slug,
                        "Residual of " + target,
                        "Predicted minus true " + target + sample + ", unit area within the axis.",
                        Axis.of(target + " predicted − true", unit),
                        Axis.of("Probability density", unit.isEmpty() ? "" : "1/" + unit),
                        marks)
                .withNotes(notes);
    }

    private Figure map(ResidualSample rows) {
        Quantiles truth = Quantiles.of(rows.truth(), rows.weights());
        double low = truth.at(0.001);
        double high = truth.at(0.999);
        Binning binning = around(MAP_BINS, (low + high) / 2, (high - low) / 2);
        double[][] sums = new double[MAP_BINS][MAP_BINS];
        for (int i = 0; i < rows.truth().length; i++) {
            int x = binning.index(rows.truth()[i]);
            int y = binning.index(rows.truth()[i] + rows.residuals()[i]);
            if (x >= 0 && x < MAP_BINS && y >= 0 && y < MAP_BINS) {
                sums[x][y] += rows.weights()[i];
            }
        }
        for (double[] column : sums) {
            for (int y = 0; y < MAP_BINS; y++) {
                column[y] = column[y] == 0 ? Double.NaN : column[y];
            }
        }
        double[] edges = binning.edges();
        double[] diagonal = {edges[0], edges[MAP_BINS]};
        return Figure.of(
                "prediction-" + slug,
                "Predicted against true " + target,
                "Weight of the rows in cells of true and predicted " + target + sample + "; the line is perfection.",
                Axis.of("True " + target, unit).between(diagonal[0], diagonal[1]),
                Axis.of("Predicted " + target, unit).between(diagonal[0], diagonal[1]),
                List.of(
                        new Mark.HeatMap("sum of weights", edges, edges, sums, false),
                        new Mark.Curve("", diagonal, diagonal, new double[0], new double[0], true)));
    }

    /** Bins of the truth of about equal weight, between the 0.1 % and the 99.9 % quantile. */
    private Binning truthBins(ResidualSample rows) {
        Quantiles truth = Quantiles.of(rows.truth(), rows.weights());
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
            String name,
            String title,
            String what,
            List<Map.Entry<String, ResidualSample>> methods,
            Binning truth,
            Function<ResidualSample, double[]> measure) {
        List<Mark> marks = new ArrayList<>();
        for (var method : methods) {
            ResidualSample rows = method.getValue();
            int[] bins = new int[rows.truth().length];
            for (int i = 0; i < bins.length; i++) {
                bins[i] = truth.index(rows.truth()[i]);
            }
            double[][] points = new double[6][truth.size()];
            for (int b = 0; b < truth.size(); b++) {
                double[] measured = measure.apply(rows.in(b, bins));
                double[] point = {
                    truth.centre(b),
                    truth.low(b),
                    truth.high(b),
                    measured[0],
                    measured[0] - measured[1],
                    measured[0] + measured[1]
                };
                for (int k = 0; k < point.length; k++) {
                    points[k][b] = point[k];
                }
            }
            marks.add(
                    new Mark.Points(method.getKey(), points[0], points[1], points[2], points[3], points[4], points[5]));
        }
        if (name.equals("bias")) {
            marks.add(new Mark.Reference("", 0, false));
        }
        return Figure.of(
                name + "-" + slug,
                title + " of " + target,
                title + " (" + what + ") in bins of the true " + target + sample + ".",
                Axis.of("True " + target, unit),
                Axis.of(title + " of " + target, unit),
                marks);
    }

    /** Bins around a centre, also where all values are equal. */
    private static Binning around(int bins, double centre, double reach) {
        double safe = reach > 0 ? reach : Math.max(1e-6, Math.abs(centre) * 1e-6);
        return Binning.uniform(bins, centre - safe, centre + safe);
    }
}
