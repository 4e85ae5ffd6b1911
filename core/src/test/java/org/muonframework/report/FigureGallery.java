package org.muonframework.report;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Figure.Ratio;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.figure.Mark.HistogramStyle;

/** One figure of every kind, for the tests and to be looked at. */
public final class FigureGallery {

    private FigureGallery() {}

    public static List<Figure> all() {
        return List.of(
                mass(),
                scores(),
                roc(),
                learningCurves(),
                efficiency(),
                confusion(),
                correlations(),
                density(),
                spectrum(),
                importance(),
                overtraining(),
                CrowdedFigures.manyModels(),
                CrowdedFigures.manyFeatures(),
                CrowdedFigures.manyCorrelations(),
                CrowdedFigures.origins(),
                CrowdedFigures.prediction(),
                empty());
    }

    /** Data against simulation with a ratio panel and a fit result. */
    public static Figure mass() {
        double[] edges = edges(35, 66, 116);
        double[] peak = values(edges, m -> 900 / (1 + Math.pow((m - 91.2) / 2.1, 2)));
        double[] flat = values(edges, m -> 60 * Math.exp(-(m - 66) / 30));
        double[] sum = IntStream.range(0, peak.length)
                .mapToDouble(i -> peak[i] + flat[i])
                .toArray();
        Random random = new Random(4);
        double[] data = IntStream.range(0, sum.length)
                .mapToDouble(i -> Math.max(0, Math.rint(sum[i] + Math.sqrt(sum[i]) * random.nextGaussian())))
                .toArray();
        double[] none = new double[sum.length];
        double[] ratio = IntStream.range(0, sum.length)
                .mapToDouble(i -> data[i] / sum[i])
                .toArray();
        double[] ratioErrors = IntStream.range(0, sum.length)
                .mapToDouble(i -> Math.sqrt(data[i]) / sum[i])
                .toArray();
        return Figure.of(
                        "dimuon-mass",
                        "Dimuon mass",
                        "Invariant mass of opposite-sign pairs on the test part, with p_{T} > 20 GeV.",
                        Axis.of("m_{μμ}", "GeV"),
                        Axis.of("Events / 1.4 GeV"),
                        List.of(
                                new Mark.Histogram("Z → μ^{+}μ^{−}", HistogramStyle.FILLED, edges, sum, none),
                                new Mark.Histogram("Continuum", HistogramStyle.STEP, edges, flat, none),
                                new Mark.Histogram("Data", HistogramStyle.POINTS, edges, data, roots(data))))
                .withNotes(List.of("m_{Z} = 91.19 ± 0.02 GeV", "χ^{2}/ndf = 31.4/33"))
                .withRatio(new Ratio(
                        Axis.of("Data / Sim.").between(0.4, 1.6),
                        List.of(
                                new Mark.Reference("", 1, false),
                                new Mark.Histogram("Data", HistogramStyle.POINTS, edges, ratio, ratioErrors))));
    }

    /** Scores of both classes, training against test, with contents over four decades. */
    public static Figure scores() {
        double[] edges = edges(25, 0, 1);
        double[] signal = values(edges, s -> 4000 * Math.pow(s, 4));
        double[] background = values(edges, s -> 5000 * Math.pow(1 - s, 5));
        return Figure.of(
                "scores",
                "Classifier score",
                "Score on the training part (filled) and on the test part (lines).",
                Axis.of("Score"),
                Axis.of("Events / 0.04").log(),
                List.of(
                        new Mark.Histogram("Signal, training", HistogramStyle.FILLED, edges, signal, roots(signal)),
                        new Mark.Histogram(
                                "Background, training", HistogramStyle.FILLED, edges, background, roots(background)),
                        new Mark.Histogram("Signal, test", HistogramStyle.POINTS, edges, signal, roots(signal)),
                        new Mark.Histogram(
                                "Background, test", HistogramStyle.POINTS, edges, background, roots(background))));
    }

    public static Figure roc() {
        double[] x = IntStream.rangeClosed(0, 2000).mapToDouble(i -> i / 2000.0).toArray();
        double[] better = of(x, e -> Math.pow(e, 0.09));
        double[] plain = of(x, e -> Math.pow(e, 0.17));
        return Figure.of(
                "roc",
                "Signal against background",
                "Efficiency of signal against that of background; bands are 68 % intervals.",
                Axis.of("Background efficiency").between(0, 1),
                Axis.of("Signal efficiency").between(0, 1),
                List.of(
                        new Mark.Curve(
                                "With mass: AUC 0.968 ± 0.004",
                                x,
                                better,
                                of(better, v -> v - 0.03 * (1 - v)),
                                of(better, v -> Math.min(1, v + 0.03 * (1 - v))),
                                false),
                        new Mark.Curve(
                                "Without mass: AUC 0.941 ± 0.005",
                                x,
                                plain,
                                of(plain, v -> v - 0.06 * (1 - v)),
                                of(plain, v -> Math.min(1, v + 0.06 * (1 - v))),
                                false),
                        new Mark.Curve("Chance", x, x, new double[0], new double[0], false)));
    }

    public static Figure learningCurves() {
        double[] epochs = IntStream.rangeClosed(1, 60).asDoubleStream().toArray();
        return Figure.of(
                "loss",
                "Learning curve",
                "Loss of the training and the validation part after each epoch.",
                Axis.of("Epoch"),
                Axis.of("Binary cross-entropy"),
                List.of(
                        new Mark.Curve(
                                "Training",
                                epochs,
                                of(epochs, e -> 0.2 + 0.5 * Math.exp(-e / 8)),
                                new double[0],
                                new double[0],
                                true),
                        Mark.Curve.of(
                                "Validation", epochs, of(epochs, e -> 0.24 + 0.46 * Math.exp(-e / 7) + 0.0006 * e)),
                        new Mark.Reference("Best epoch", 27, true)));
    }

    public static Figure efficiency() {
        double[] low = {4, 5, 6, 8, 10, 15, 20, 30, 50};
        double[] high = {5, 6, 8, 10, 15, 20, 30, 50, 100};
        double[] x = IntStream.range(0, 9)
                .mapToDouble(i -> Math.sqrt(low[i] * high[i]))
                .toArray();
        double[] tight = of(x, pt -> 0.92 - 0.5 * Math.exp(-pt / 6));
        double[] loose = of(x, pt -> 0.98 - 0.25 * Math.exp(-pt / 6));
        return Figure.of(
                        "efficiency",
                        "Muon efficiency",
                        "Efficiency against transverse momentum with Clopper–Pearson intervals.",
                        Axis.of("p_{T}^{μ}", "GeV").log(),
                        Axis.of("Efficiency"),
                        List.of(
                                new Mark.Points(
                                        "Network",
                                        x,
                                        low,
                                        high,
                                        tight,
                                        of(tight, e -> e - 0.03),
                                        of(tight, e -> e + 0.02)),
                                new Mark.Points(
                                        "Cut-based",
                                        x,
                                        low,
                                        high,
                                        loose,
                                        of(loose, e -> e - 0.02),
                                        of(loose, e -> e + 0.01))))
                .withNotes(List.of("|η| < 2.4"));
    }

    public static Figure confusion() {
        double[][] values = {{0.912, 0.061, 0.027}, {0.083, 0.871, 0.046}, {0.031, 0.094, 0.875}};
        return Figure.of(
                        "confusion",
                        "Classes",
                        "Fraction of each true class that is taken for each class.",
                        Axis.of("True class"),
                        Axis.of("Predicted class"),
                        List.of(new Mark.HeatMap("Fraction", edges(3, 0, 3), edges(3, 0, 3), values, true)))
                .withLabels(
                        List.of("prompt", "b, c hadron", "π, K decay"), List.of("prompt", "b, c hadron", "π, K decay"));
    }

    public static Figure correlations() {
        List<String> names = List.of("pt", "eta", "phi", "ratio", "chi2", "hits", "d0Significance", "isolation");
        double[][] values = new double[8][8];
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 8; j++) {
                values[i][j] = i == j ? 1 : 0.8 * Math.sin(1.7 * (i + j)) * Math.exp(-Math.abs(i - j) / 3.0);
            }
        }
        return Figure.of(
                        "correlations",
                        "Correlations",
                        "Linear correlation of the features on the training part.",
                        Axis.of(""),
                        Axis.of(""),
                        List.of(new Mark.HeatMap("Correlation", edges(8, 0, 8), edges(8, 0, 8), values, true, 1)))
                .withLabels(names, names);
    }

    public static Figure density() {
        double[] x = edges(90, -2.5, 2.5);
        double[] y = edges(70, 0, 4.2e6);
        double[][] values = new double[90][70];
        for (int i = 0; i < 90; i++) {
            for (int j = 0; j < 70; j++) {
                double u = (i - 45) / 20.0;
                double v = (j - 30) / 14.0;
                double value = 900 * Math.exp(-(u * u + v * v - 1.2 * u * v));
                values[i][j] = value < 1 ? Double.NaN : value;
            }
        }
        return Figure.of(
                "density",
                "Occupancy",
                "Hits over pseudorapidity and time, in 6300 cells.",
                Axis.of("η"),
                Axis.of("t", "ns"),
                List.of(new Mark.HeatMap("Hits", x, y, values, false)));
    }

    public static Figure spectrum() {
        double[] edges = IntStream.rangeClosed(0, 40)
                .mapToDouble(i -> 0.3 * Math.pow(10, i / 14.0))
                .toArray();
        double[] values = values(
                edges,
                m -> 2e5 / Math.pow(m, 1.4)
                        + 4e5 * Math.exp(-Math.pow(Math.log(m / 3.1) / 0.06, 2))
                        + 4e4 * Math.exp(-Math.pow(Math.log(m / 9.6) / 0.07, 2))
                        + 3e4 * Math.exp(-Math.pow(Math.log(m / 91) / 0.06, 2)));
        return Figure.of(
                        "spectrum",
                        "Dimuon spectrum",
                        "All opposite-sign pairs.",
                        Axis.of("m_{μμ}", "GeV").log(),
                        Axis.of("Events / bin").log(),
                        List.of(new Mark.Histogram("", HistogramStyle.STEP, edges, values, roots(values))))
                .withNotes(List.of("2010 data, 31.6 pb^{−1}"));
    }

    public static Figure importance() {
        List<String> names = List.of("eta", "phi", "isolation", "d0Significance", "qOverPSignificance", "pt", "mass");
        double[] gain = {0.001, 0.0005, 0.008, 0.012, 0.021, 0.037, 0.052};
        double[] y = IntStream.range(0, 7).mapToDouble(i -> i + 0.5).toArray();
        return Figure.of(
                        "importance",
                        "Permutation importance",
                        "Loss of AUC when one feature is shuffled.",
                        Axis.of("Loss of AUC"),
                        Axis.of("").between(0, 7),
                        List.of(
                                new Mark.Points("", gain, of(gain, g -> g - 0.002), of(gain, g -> g + 0.002), y, y, y),
                                new Mark.Reference("", 0, true)))
                .withLabels(List.of(), names);
    }

    /** Training as outlines within their uncertainties, test as points. */
    public static Figure overtraining() {
        double[] edges = edges(20, 0, 1);
        double[] signal = values(edges, s -> 900 * Math.pow(s, 3));
        double[] background = values(edges, s -> 1100 * Math.pow(1 - s, 4));
        Random random = new Random(2);
        DoubleUnaryOperator fluctuated = v -> Math.max(0, Math.rint(v + Math.sqrt(v) * random.nextGaussian()));
        double[] signalTest = of(signal, fluctuated);
        double[] backgroundTest = of(background, fluctuated);
        double[] none = new double[20];
        return Figure.of(
                        "overtraining",
                        "Training against test",
                        "Score on the training part with its uncertainty (bands) and on the test part (points).",
                        Axis.of("Score"),
                        Axis.of("Events / 0.05"),
                        List.of(
                                new Mark.Histogram("Signal, training", HistogramStyle.STEP, edges, signal, none),
                                new Mark.Histogram(
                                        "", HistogramStyle.BAND, edges, signal, of(signal, v -> 0.1 * v + 12)),
                                new Mark.Histogram(
                                        "Background, training", HistogramStyle.STEP, edges, background, none),
                                new Mark.Histogram(
                                        "", HistogramStyle.BAND, edges, background, of(background, v -> 0.1 * v + 12)),
                                new Mark.Histogram(
                                        "Signal, test", HistogramStyle.POINTS, edges, signalTest, roots(signalTest)),
                                new Mark.Histogram(
                                        "Background, test",
                                        HistogramStyle.POINTS,
                                        edges,
                                        backgroundTest,
                                        roots(backgroundTest))))
                .withNotes(List.of("KS: p_{s} = 0.41, p_{b} = 0.78"));
    }

    public static Figure empty() {
        return Figure.of(
                "empty",
                "Nothing",
                "A region without events.",
                Axis.of("m_{μμ}", "GeV"),
                Axis.of("Events").log(),
                List.of(
                        new Mark.Histogram("Data", HistogramStyle.POINTS, edges(3, 0, 3), new double[3], new double[3]),
                        new Mark.Reference("Expected", 2, false)));
    }

    static double[] edges(int bins, double low, double high) {
        return IntStream.rangeClosed(0, bins)
                .mapToDouble(i -> low + (high - low) * i / bins)
                .toArray();
    }

    private static double[] values(double[] edges, DoubleUnaryOperator density) {
        return IntStream.range(0, edges.length - 1)
                .mapToDouble(i -> Math.rint(density.applyAsDouble((edges[i] + edges[i + 1]) / 2)))
                .toArray();
    }

    static double[] roots(double[] values) {
        return of(values, Math::sqrt);
    }

    static double[] of(double[] x, DoubleUnaryOperator function) {
        return IntStream.range(0, x.length)
                .mapToDouble(i -> function.applyAsDouble(x[i]))
                .toArray();
    }
}
