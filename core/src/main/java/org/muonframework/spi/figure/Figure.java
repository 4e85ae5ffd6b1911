package org.muonframework.spi.figure;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One figure: axes, what is drawn, and a ratio panel where two things are compared.
 *
 * @param name file name without ending, kebab-case; unique among the figures of one metric
 * @param title short title
 * @param caption one or two sentences that say what is seen and on which sample
 * @param x horizontal axis
 * @param y vertical axis
 * @param marks what is drawn, first at the back
 * @param notes lines written into the figure, such as a fit result
 * @param ratio the panel below, if any
 * @param xLabels names written at the middles of unit-wide bins 0, 1, … instead of numbers; empty for numbers
 * @param yLabels the same for the vertical axis
 * @param compared what of it is laid over the figures of the same name of other models and runs; each label, if any,
 *     is written behind the name of the model. Empty where nothing is to be compared
 */
public record Figure(
        String name,
        String title,
        String caption,
        Axis x,
        Axis y,
        List<Mark> marks,
        List<String> notes,
        Optional<Ratio> ratio,
        List<String> xLabels,
        List<String> yLabels,
        List<Mark> compared) {

    /**
     * A panel below the figure that shows marks divided by one of them, or any other marks over the same x axis.
     *
     * @param y its vertical axis
     * @param marks what is drawn in it
     */
    public record Ratio(Axis y, List<Mark> marks) {
        public Ratio {
            Objects.requireNonNull(y, "y");
            marks = List.copyOf(marks);
        }
    }

    public Figure {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(caption, "caption");
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(y, "y");
        marks = List.copyOf(marks);
        notes = List.copyOf(notes);
        Objects.requireNonNull(ratio, "ratio");
        xLabels = List.copyOf(xLabels);
        yLabels = List.copyOf(yLabels);
        compared = List.copyOf(compared);
    }

    /** A figure of marks over two axes and nothing else. */
    public static Figure of(String name, String title, String caption, Axis x, Axis y, List<Mark> marks) {
        return new Figure(
                name, title, caption, x, y, marks, List.of(), Optional.empty(), List.of(), List.of(), List.of());
    }

    /** The same figure under another file name. */
    public Figure named(String newName) {
        return new Figure(newName, title, caption, x, y, marks, notes, ratio, xLabels, yLabels, compared);
    }

    /** The same figure under another title. */
    public Figure titled(String newTitle) {
        return new Figure(name, newTitle, caption, x, y, marks, notes, ratio, xLabels, yLabels, compared);
    }

    /** The same figure with another caption. */
    public Figure captioned(String newCaption) {
        return new Figure(name, title, newCaption, x, y, marks, notes, ratio, xLabels, yLabels, compared);
    }

    /** The same figure with a panel below. */
    public Figure withRatio(Ratio panel) {
        return new Figure(name, title, caption, x, y, marks, notes, Optional.of(panel), xLabels, yLabels, compared);
    }

    /** The same figure with lines of text written into it. */
    public Figure withNotes(List<String> lines) {
        return new Figure(name, title, caption, x, y, marks, lines, ratio, xLabels, yLabels, compared);
    }

    /** The same figure with names instead of numbers along its axes. */
    public Figure withLabels(List<String> alongX, List<String> alongY) {
        return new Figure(name, title, caption, x, y, marks, notes, ratio, alongX, alongY, compared);
    }

    /** The same figure with the marks that are laid over those of other models and runs. */
    public Figure comparing(List<Mark> marksToCompare) {
        return new Figure(name, title, caption, x, y, marks, notes, ratio, xLabels, yLabels, marksToCompare);
    }
}
