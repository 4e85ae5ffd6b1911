package org.muonframework.evaluate.closure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.muonframework.evaluate.FigureName;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.figure.Mark.HistogramStyle;
import org.muonframework.spi.metric.Part;
import org.muonframework.stats.Binning;
import org.muonframework.stats.ChiSquare;
import org.muonframework.stats.KolmogorovSmirnov;

/** Draws one variable of one part: signal and background, before and after. */
final class ClosureFigure {

    /** From this ratio of the edges on, a positive variable is drawn on a logarithmic axis. */
    private static final double WIDE = 20;

    private final ClosureSubject subject;
    private final ClosureVariable variable;
    private final Binning binning;
    private final Part part;
    private final Population signal;
    private final Population background;
    private final List<String> notes = new ArrayList<>();

    ClosureFigure(
            ClosureSubject subject,
            ClosureVariable variable,
            Binning binning,
            Part part,
            Population signal,
            Population background) {
        this.subject = subject;
        this.variable = variable;
        this.binning = binning;
        this.part = part;
        this.signal = signal;
        this.background = background;
    }

    /** Writes down what tests say of a stage, as far as they say anything. */
    void note(Stage stage, KolmogorovSmirnov test, ChiSquare shapes) {
        List<String> parts = new ArrayList<>();
        if (!Double.isNaN(test.pValue())) {
            parts.add(String.format(Locale.ROOT, "KS p = %.3g", test.pValue()));
        }
        if (shapes.degrees() > 0) {
            parts.add(String.format(Locale.ROOT, "χ^{2}/ndf = %.3g", shapes.perDegree()));
        }
        if (!parts.isEmpty()) {
            notes.add(stage.label() + ": " + String.join(", ", parts));
        }
    }

    /**
     * Draws.
     *
     * @param effective a sentence for the caption about the weights of the part
     */
    Figure figure(String effective) {
        String first = subject.signalName();
        String second = subject.backgroundName();
        Mark.Histogram signalBefore = signal.histogram(first + ", before", HistogramStyle.STEP, binning, Stage.BEFORE);
        Mark.Histogram otherBefore =
                background.histogram(second + ", before", HistogramStyle.STEP, binning, Stage.BEFORE);
        Mark.Histogram signalAfter = signal.histogram(first + ", after", HistogramStyle.POINTS, binning, Stage.AFTER);
        Mark.Histogram otherAfter =
                background.histogram(second + ", after", HistogramStyle.POINTS, binning, Stage.AFTER);
        List<Mark> ratios = List.of(
                signalBefore.over(otherBefore, HistogramStyle.STEP),
                signalAfter.over(otherAfter, HistogramStyle.POINTS),
                new Mark.Reference("", 1, false));
        return Figure.of(
                        "reweighting-" + FigureName.part(variable.name()) + "-" + part.label(),
                        variable.axis().title() + " before and after reweighting, " + part.label(),
                        caption(first, second) + " " + effective,
                        axis(),
                        Axis.of("Fraction per bin"),
                        List.of(otherBefore, signalBefore, otherAfter, signalAfter))
                .withNotes(notes)
                .withRatio(new Figure.Ratio(Axis.of("ratio").between(0.05, 1.95), ratios))
                .comparing(List.of(as(second, otherAfter), as(first, signalAfter)));
    }

    private String caption(String first, String second) {
        String what = variable.reweighted() ? "" : " It was not reweighted in this variable.";
        String fitted = part == Part.TRAINING
                ? " The factors were fitted to these rows."
                : " The factors are those of the training part: what they learned of its fluctuations shows here.";
        return "Training weights of " + subject.model() + " in the " + part.label()
                + " part, before (lines) and after (points) the reweighting " + subject.mode()
                + ": the part of the weight of each class in each bin. Below: " + first + " divided by " + second + "."
                + what + fitted;
    }

    private Axis axis() {
        double low = binning.low(0);
        double high = binning.high(binning.size() - 1);
        Axis axis = variable.axis().between(low, high);
        return variable.reweighted() && low > 0 && high / low >= WIDE ? axis.log() : axis;
    }

    private static Mark.Histogram as(String label, Mark.Histogram of) {
        return new Mark.Histogram(label, HistogramStyle.STEP, of.edges(), of.values(), of.errors());
    }
}
