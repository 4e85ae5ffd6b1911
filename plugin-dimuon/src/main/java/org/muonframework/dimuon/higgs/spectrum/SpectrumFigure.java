package org.muonframework.dimuon.higgs.spectrum;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.muonframework.dimuon.higgs.FourLeptonProcess;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.figure.Mark.HistogramStyle;
import org.muonframework.stats.Binning;
import org.muonframework.stats.Histogram.Heights;
import org.muonframework.stats.Interval;

/**
 * Processes stacked on each other, H on top.
 *
 * @param settings range and window
 * @param stage before or after the cut
 * @param cut in words
 * @param expected what is stacked
 */
record SpectrumFigure(FourLeptonSpectrumSettings settings, Stage stage, String cut, Expectation expected) {

    /** What is expected alone: {@code m4l-expected}. */
    Figure ofExpectation() {
        return Figure.of(
                        "m4l-expected" + stage.suffix,
                        "Expected m4l" + stage.words,
                        "Expected events by process, stacked, with the error of the simulation" + cut + ".",
                        massAxis(),
                        height(),
                        stacked())
                .withNotes(windowNotes());
    }

    /** Data over what is expected: {@code m4l-data}. */
    Figure ofData(Observation data, String variation) {
        List<Mark> marks = new ArrayList<>(stacked());
        marks.add(points(data, false));
        List<String> notes = new ArrayList<>(windowNotes());
        notes.add(String.format(Locale.ROOT, "data %.0f", data.window().sum()));
        String scaled = settings.scaleToData()
                ? String.format(
                        Locale.ROOT,
                        ", multiplied by %.3f: before a cut on the score as many are expected as there are",
                        expected.scale())
                : "";
        return Figure.of(
                        "m4l-data" + stage.suffix,
                        "m4l" + stage.words,
                        "Points: " + variation + " with exact Poisson intervals. Areas: expected events by process,"
                                + " stacked, with the error of the simulation" + scaled + cut
                                + ". Below: points over expectation.",
                        massAxis(),
                        height(),
                        marks)
                .withNotes(notes)
                .withRatio(new Figure.Ratio(
                        Axis.of("Data / expected"), List.of(points(data, true), new Mark.Reference("", 1, false))));
    }

    /** Short lines, for the legend stands beside them. */
    private List<String> windowNotes() {
        return List.of(
                settings.windowWords(),
                String.format(Locale.ROOT, "H %.2f", expected.signal().sum()),
                String.format(
                        Locale.ROOT, "background %.2f", expected.background().sum()));
    }

    private Axis massAxis() {
        return Axis.of("Mass of four leptons", "GeV").between(settings.low(), settings.high());
    }

    private Axis height() {
        double width = (settings.high() - settings.low()) / settings.bins();
        return new Axis(
                "Events / " + FourLeptonSpectrumSettings.text(width) + " GeV",
                "",
                false,
                OptionalDouble.of(0),
                OptionalDouble.empty());
    }

    private List<Mark> stacked() {
        List<Mark> marks = new ArrayList<>();
        FourLeptonProcess[] processes = FourLeptonProcess.values();
        for (FourLeptonProcess process : processes) {
            double[] upper = expected.from(process.ordinal()).values();
            marks.add(area(process.title(), expected.from(process.ordinal() + 1).values(), upper));
        }
        Heights total = expected.from(0);
        marks.add(new Mark.Histogram(
                "", HistogramStyle.BAND, settings.binning().edges(), total.values(), total.errors()));
        return marks;
    }

    /** What one process adds in each bin: an area of steps, so that what lies below shows in its own colour. */
    private Mark area(String label, double[] lower, double[] upper) {
        double[] edges = settings.binning().edges();
        double[] x = new double[2 * upper.length];
        double[] low = new double[x.length];
        double[] high = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = edges[(i + 1) / 2];
            low[i] = lower[i / 2];
            high[i] = upper[i / 2];
        }
        return new Mark.Curve(label, x, high, low, high, false);
    }

    /** Counts with their intervals, or both over what is expected; none where nothing is. */
    private Mark points(Observation data, boolean ratio) {
        Binning bins = settings.binning();
        double[] total = expected.from(0).values();
        double[] centre = new double[bins.size()];
        double[][] points = new double[3][bins.size()];
        for (int bin = 0; bin < bins.size(); bin++) {
            Count count = data.bin(bin);
            Interval interval = count.interval();
            double unit = !ratio ? 1 : total[bin] > 0 ? total[bin] : Double.NaN;
            centre[bin] = bins.centre(bin);
            points[0][bin] = count.sum() / unit;
            points[1][bin] = interval.low() / unit;
            points[2][bin] = interval.high() / unit;
        }
        return new Mark.Points(ratio ? "" : "data", centre, centre, centre, points[0], points[1], points[2]);
    }
}
