package org.muonframework.darksector.merit;

import java.util.Arrays;
import java.util.List;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.figure.Mark.HistogramStyle;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.stats.Binning;
import org.muonframework.stats.Histogram;

/** The score of signal and background in each region of masses, both with unit area. */
final class ScoreFigures {

    private final Search search;
    private final Binning binning;
    private final Evaluation evaluation;
    private final Candidates candidates;

    ScoreFigures(Search search, int bins, Evaluation evaluation, Candidates candidates) {
        this.search = search;
        binning = Binning.uniform(bins, 0, 1);
        this.evaluation = evaluation;
        this.candidates = candidates;
    }

    void add(Found found) {
        List<MassPoint> points = MassPoint.all(evaluation.evaluatedSample(), search.columns());
        for (int r = 0; r <= search.regions().size(); r++) {
            int region = r;
            int[] signal = points.stream()
                    .filter(point -> search.regionOf(point.mass()) == region)
                    .flatMapToInt(point -> Arrays.stream(point.rows()))
                    .toArray();
            Histogram ofSignal = histogram(signal);
            Histogram ofBackground = histogram(candidates.background(search.low(region), search.high(region)));
            if (ofSignal.total() > 0 && ofBackground.total() > 0) {
                found.add(figure(region, ofSignal, ofBackground));
            } else {
                found.note("There is no figure of the score in the region " + search.name(region)
                        + " GeV, which lacks signal or background");
            }
        }
    }

    private Figure figure(int region, Histogram signal, Histogram background) {
        String name = search.name(region);
        List<Mark> compared = List.of(
                density("background", HistogramStyle.STEP, background), density("signal", HistogramStyle.STEP, signal));
        return Figure.of(
                        "score-" + name.replaceAll("[^a-z0-9]+", "-"),
                        "Score" + (search.regions().isEmpty() ? "" : " in the region " + name + " GeV"),
                        "Score of " + evaluation.model() + " for the signal candidates of all masses of the region and"
                                + " for the background candidates with a mass in the region, on the "
                                + evaluation.evaluated().label() + " part; each with unit area.",
                        Axis.of("Score").between(0, 1),
                        Axis.of("Probability density"),
                        List.of(
                                density("background", HistogramStyle.FILLED, background),
                                density("signal", HistogramStyle.STEP, signal)))
                .comparing(compared);
    }

    private static Mark density(String label, HistogramStyle style, Histogram histogram) {
        Histogram.Heights heights = histogram.density();
        return new Mark.Histogram(label, style, histogram.binning().edges(), heights.values(), heights.errors());
    }

    private Histogram histogram(int[] rows) {
        RowSet set = candidates.gather(rows);
        double[] scores = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            scores[i] = set.scores()[i];
        }
        return Histogram.of(binning, scores, set.weights());
    }
}
