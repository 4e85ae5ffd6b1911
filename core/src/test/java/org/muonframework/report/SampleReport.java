package org.muonframework.report;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.muonframework.spi.figure.Figure;

/** A report that uses every block, for the tests and to be looked at. */
final class SampleReport {

    private SampleReport() {}

    static Report report() {
        return new Report(
                "Is this pair a Z?",
                "zmumu · 20 000 simulated events · seed 1",
                List.of(
                        new Fact("AUC with mass", Rounding.value(0.96812, 0.00412), "test part, 4 000 events"),
                        new Fact(
                                "AUC without mass",
                                Rounding.value(0.94091, 0.0052),
                                "gain " + Rounding.value(0.0272, 0.0049)),
                        new Fact("m_{Z}", Rounding.value(91.187, 0.0213) + " GeV", "from a fit to the test part"),
                        new Fact("Training", "12 400 rows/s", "median epoch")),
                Stream.concat(
                                Stream.of("No test part was split off: the numbers are those of the validation part."),
                                IntStream.rangeClosed(1, 7)
                                        .mapToObj(i -> "Column 'd0Significance" + i
                                                + "' is constant in 12 % of the rows: check its default value."))
                        .toList(),
                List.of(
                        new Section(
                                "performance",
                                "Performance",
                                List.of(
                                        new Block.Paragraph(
                                                "Both models are trained on the same rows. Intervals are 68 % bootstraps of the test part."),
                                        pictures(
                                                FigureGallery.roc(),
                                                FigureGallery.scores(),
                                                FigureGallery.mass(),
                                                FigureGallery.efficiency()),
                                        new Block.Table(
                                                "All values on the test part",
                                                List.of(
                                                        "Model",
                                                        "AUC",
                                                        "Accuracy",
                                                        "Parameters",
                                                        "Rejection at ε_{s} = 0.9",
                                                        "Rows/s"),
                                                List.of(
                                                        List.of(
                                                                "With mass",
                                                                "0.968 ± 0.004",
                                                                "0.912",
                                                                "4 801",
                                                                "31.2 +1.4 −1.2",
                                                                "12 400"),
                                                        List.of(
                                                                "Without mass",
                                                                "0.941 ± 0.005",
                                                                "0.874",
                                                                "4 737",
                                                                "14.9 +0.6 −0.6",
                                                                "12 650"))))),
                        new Section(
                                "training",
                                "Training",
                                List.of(
                                        Block.Picture.of(FigureGallery.learningCurves()),
                                        new Block.Facts(List.of(
                                                new Fact("Best epoch", "27", "of 60"), new Fact("Time", "41 s", ""))))),
                        new Section(
                                "features",
                                "Features",
                                List.of(pictures(
                                        FigureGallery.importance(),
                                        FigureGallery.correlations(),
                                        FigureGallery.confusion(),
                                        FigureGallery.density(),
                                        FigureGallery.spectrum(),
                                        FigureGallery.empty()))),
                        new Section(
                                "closure",
                                "Closure",
                                List.of(
                                        new Block.Heading("Network with p_{T}^{μ}"),
                                        pictures(
                                                FigureGallery.overtraining(),
                                                CrowdedFigures.manyModels(),
                                                CrowdedFigures.manyFeatures(),
                                                CrowdedFigures.manyCorrelations(),
                                                CrowdedFigures.origins(),
                                                CrowdedFigures.prediction()),
                                        new Block.Heading("All values"),
                                        longTable())),
                        new Section(
                                "configuration",
                                "Configuration",
                                List.of(
                                        new Block.Preformatted(
                                                "analysis.conf",
                                                "analysis = zmumu\nseed = 1\ndataset {\n    selection = \"pt1 > 20 && abs(eta1) < 2.4\"\n}\n")))));
    }

    private static Block longTable() {
        List<List<String>> rows = IntStream.range(0, 40)
                .mapToObj(i -> List.of(
                        "signal-efficiency (bin " + i + ", reference TightMuon)",
                        "test",
                        Rounding.value(0.9 - 0.01 * i, 0.0123),
                        Rounding.value(0.88 - 0.01 * i, 0.0131),
                        "measured where the reference passes the same share of the signal"))
                .toList();
        return new Block.Table(
                "All values, with 68 % intervals", List.of("metric", "sample", "network", "trees", "note"), rows);
    }

    private static Block pictures(Figure... figures) {
        return new Block.Pictures(Stream.of(figures).map(Block.Picture::of).toList());
    }
}
