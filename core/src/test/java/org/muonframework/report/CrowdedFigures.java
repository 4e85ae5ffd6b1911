package org.muonframework.report;

import java.util.List;
import java.util.stream.IntStream;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.figure.Mark.HistogramStyle;

/** Figures with more curves, features, counts and longer names than there seems to be room for. */
public final class CrowdedFigures {

    private CrowdedFigures() {}

    /** As many curves as a comparison may have, each to be told from the others. */
    public static Figure manyModels() {
        double[] x = IntStream.rangeClosed(0, 400).mapToDouble(i -> i / 400.0).toArray();
        List<Mark> curves = IntStream.range(0, 8)
                .mapToObj(model -> (Mark) Mark.Curve.of(
                        "model " + (model + 1) + ": AUC 0." + (96 - 3 * model) + " ± 0.01",
                        x,
                        FigureGallery.of(x, e -> Math.pow(e, 0.06 + 0.05 * model))))
                .toList();
        return Figure.of(
                "many-models",
                "Eight models",
                "Efficiency of signal against that of background for eight models.",
                Axis.of("Background efficiency").between(0, 1),
                Axis.of("Signal efficiency").between(0, 1),
                curves);
    }

    public static Figure manyFeatures() {
        List<String> names = IntStream.range(0, 30)
                .mapToObj(
                        i -> List.of("trackChi2", "caloCompatibilityOfTheSegment", "η", "p_{T}^{μ}", "dxySignificance")
                                        .get(i % 5)
                                + i / 5)
                .toList();
        double[] gain = IntStream.range(0, 30)
                .mapToDouble(i -> 0.0004 * Math.exp(i / 6.0))
                .toArray();
        double[] y = IntStream.range(0, 30).mapToDouble(i -> i + 0.5).toArray();
        return Figure.of(
                        "many-features",
                        "Permutation importance",
                        "Loss of AUC when one of thirty features is shuffled.",
                        Axis.of("Loss of AUC"),
                        Axis.of("").between(0, 30),
                        List.of(
                                new Mark.Points(
                                        "",
                                        gain,
                                        FigureGallery.of(gain, g -> 0.9 * g),
                                        FigureGallery.of(gain, g -> 1.1 * g + 0.001),
                                        y,
                                        y,
                                        y),
                                new Mark.Reference("", 0, true)))
                .withLabels(List.of(), names);
    }

    public static Figure manyCorrelations() {
        int count = 22;
        List<String> names = IntStream.range(0, count)
                .mapToObj(i ->
                        List.of("pt", "eta", "caloCompatibility", "trackChi2").get(i % 4) + i)
                .toList();
        double[][] values = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                values[i][j] = i == j ? 1 : 0.8 * Math.sin(1.7 * (i + j)) * Math.exp(-Math.abs(i - j) / 5.0);
            }
        }
        return Figure.of(
                        "many-correlations",
                        "Correlations",
                        "Linear correlation of 22 features on the training part.",
                        Axis.of(""),
                        Axis.of(""),
                        List.of(new Mark.HeatMap(
                                "Correlation",
                                FigureGallery.edges(count, 0, count),
                                FigureGallery.edges(count, 0, count),
                                values,
                                true)))
                .withLabels(names, names);
    }

    /** Bins of categories with long names, and a title that is too long. */
    public static Figure origins() {
        List<String> names = List.of(
                "prompt W → μν",
                "b → c → μ cascade",
                "c → μ",
                "π^{±} decay in flight",
                "K^{±} decay in flight",
                "punch-through");
        double[] data = {5120, 2210, 1730, 940, 610, 88};
        return Figure.of(
                        "origins",
                        "Where the muon candidates of the test part come from",
                        "Candidates by origin.",
                        Axis.of("Origin of the candidate"),
                        Axis.of("Candidates"),
                        List.of(
                                new Mark.Histogram(
                                        "Simulation",
                                        HistogramStyle.FILLED,
                                        FigureGallery.edges(6, 0, 6),
                                        data,
                                        new double[6]),
                                new Mark.Histogram(
                                        "Data",
                                        HistogramStyle.POINTS,
                                        FigureGallery.edges(6, 0, 6),
                                        FigureGallery.of(data, n -> 1.04 * n),
                                        FigureGallery.roots(data))))
                .withLabels(names, List.of());
    }

    /** Counts over decades with their profile. */
    public static Figure prediction() {
        double[] edges = FigureGallery.edges(40, 0, 200);
        double[][] counts = new double[40][40];
        for (int i = 0; i < 40; i++) {
            for (int j = 0; j < 40; j++) {
                counts[i][j] = Math.floor(4000 * Math.exp(-i / 9.0 - Math.pow((j - i - 0.1 * (20 - i)) / 3.0, 2)));
            }
        }
        double[] low = IntStream.range(0, 10).mapToDouble(i -> 20.0 * i).toArray();
        double[] middle = FigureGallery.of(low, e -> e + 10);
        double[] mean = FigureGallery.of(middle, e -> 0.9 * e + 12);
        return Figure.of(
                "prediction",
                "Prediction against truth",
                "Events over true and predicted momentum, with the mean prediction in bins of truth.",
                Axis.of("true p", "GeV"),
                Axis.of("predicted p", "GeV"),
                List.of(
                        new Mark.HeatMap("Events", edges, edges, counts, false),
                        new Mark.Points(
                                "Mean and spread",
                                middle,
                                low,
                                FigureGallery.of(low, e -> e + 20),
                                mean,
                                FigureGallery.of(mean, e -> e - 11),
                                FigureGallery.of(mean, e -> e + 11))));
    }
}
