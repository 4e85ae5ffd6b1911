package org.muonframework.report.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.figure.Mark.HistogramStyle;

/** The looks of one mark among the others of its figure. */
record SeriesStyle(Ink ink, Dash dash, Marker marker) {

    /**
     * The looks of all marks of a panel.
     *
     * <p>Every mark that is not a reference gets the next colour; a single mark of points is black, as data are, and
     * several that are as many as there are outlines take their colours in turn. A band has the colour of the outline
     * drawn before it, whose uncertainty it is. Lines differ in their patterns too,
     * unless the figure itself tells solid from dashed curves.
     */
    static List<SeriesStyle> of(List<Mark> marks) {
        boolean ownDashes = marks.stream().anyMatch(mark -> mark instanceof Mark.Curve curve && curve.dashed());
        long pointSets = marks.stream().filter(SeriesStyle::isPoints).count();
        long outlines = marks.stream().filter(SeriesStyle::isOutline).count();
        boolean blackPoints = pointSets == 1;
        boolean paired = pointSets > 1 && pointSets == outlines;
        List<SeriesStyle> styles = new ArrayList<>();
        Optional<SeriesStyle> outline = Optional.empty();
        int lines = 0;
        int points = 0;
        for (Mark mark : marks) {
            if (mark instanceof Mark.Reference) {
                styles.add(new SeriesStyle(Ink.QUIET, Dash.DASHED, Marker.CIRCLE));
            } else if (isBand(mark) && outline.isPresent()) {
                styles.add(outline.get());
            } else if (isPoints(mark)) {
                Ink ink = blackPoints ? Ink.FOREGROUND : Palette.series(paired ? points : lines + points);
                styles.add(new SeriesStyle(ink, Dash.SOLID, Marker.series(points)));
                points += blackPoints ? 0 : 1;
            } else {
                Ink ink = Palette.series(paired ? lines : lines + points);
                styles.add(new SeriesStyle(ink, dash(mark, lines, ownDashes), Marker.CIRCLE));
                outline = mark instanceof Mark.Histogram ? Optional.of(styles.get(styles.size() - 1)) : outline;
                lines++;
            }
        }
        return List.copyOf(styles);
    }

    /** The looks of a lower panel's marks: those of the marks above with the same label, where there are such. */
    static List<SeriesStyle> following(List<Mark> marks, List<Mark> above) {
        List<SeriesStyle> own = of(marks);
        List<SeriesStyle> others = of(above);
        return IntStream.range(0, marks.size())
                .mapToObj(i -> sameLabel(marks.get(i), above).map(others::get).orElse(own.get(i)))
                .toList();
    }

    private static Optional<Integer> sameLabel(Mark mark, List<Mark> above) {
        return IntStream.range(0, above.size())
                .boxed()
                .filter(i -> !mark.label().isEmpty()
                        && mark.label().equals(above.get(i).label()))
                .findFirst();
    }

    private static Dash dash(Mark mark, int index, boolean ownDashes) {
        if (mark instanceof Mark.Curve curve && ownDashes) {
            return curve.dashed() ? Dash.DASHED : Dash.SOLID;
        }
        return Dash.series(index);
    }

    private static boolean isOutline(Mark mark) {
        return mark instanceof Mark.Histogram && !isPoints(mark) && !isBand(mark);
    }

    private static boolean isBand(Mark mark) {
        return mark instanceof Mark.Histogram histogram && histogram.style() == HistogramStyle.BAND;
    }

    private static boolean isPoints(Mark mark) {
        return mark instanceof Mark.Points
                || (mark instanceof Mark.Histogram histogram && histogram.style() == HistogramStyle.POINTS);
    }
}
