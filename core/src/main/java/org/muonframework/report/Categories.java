package org.muonframework.report;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Mark;

/**
 * The names along an axis that several figures share, each at the middle of a bin of unit width.
 *
 * @param names all names, those of the first figure first; empty for an axis of numbers
 * @param ofFigures the names of each figure
 */
record Categories(List<String> names, List<List<String>> ofFigures) {

    /** Part of a bin over which the points of all figures are spread, so that they do not hide each other. */
    private static final double SPREAD = 0.6;

    static Categories of(List<List<String>> ofFigures) {
        Set<String> names = new LinkedHashSet<>();
        ofFigures.forEach(names::addAll);
        return new Categories(List.copyOf(names), ofFigures);
    }

    /** The axis with room for all names. */
    Axis room(Axis axis) {
        return names.isEmpty() ? axis : axis.between(0, names.size());
    }

    /** The marks of a figure over its names along x, where these are among all names. */
    Mark alongX(Mark mark, int figure) {
        if (names.isEmpty()) {
            return mark;
        }
        if (mark instanceof Mark.Points points) {
            double[] by = shifts(points.x(), figure, 1);
            return new Mark.Points(
                    points.label(),
                    sum(points.x(), by),
                    sum(points.xLow(), by),
                    sum(points.xHigh(), by),
                    points.y(),
                    points.low(),
                    points.high());
        }
        return mark instanceof Mark.Histogram histogram ? rearranged(histogram, figure) : mark;
    }

    /** The same along y; the first figure's points come highest. */
    Mark alongY(Mark mark, int figure) {
        if (names.isEmpty() || !(mark instanceof Mark.Points points)) {
            return mark;
        }
        double[] by = shifts(points.y(), figure, -1);
        return new Mark.Points(
                points.label(),
                points.x(),
                points.xLow(),
                points.xHigh(),
                sum(points.y(), by),
                sum(points.low(), by),
                sum(points.high(), by));
    }

    private double[] shifts(double[] at, int figure, int direction) {
        int figures = ofFigures.size();
        double aside = direction * (figure - (figures - 1) / 2.0) * SPREAD / figures;
        return Arrays.stream(at)
                .map(value -> bin(Math.floor(value), figure) - Math.floor(value) + aside)
                .toArray();
    }

    /** Where the bin of a figure is among all; where it has no name it stays. */
    private double bin(double own, int figure) {
        List<String> labels = ofFigures.get(figure);
        return own >= 0 && own < labels.size() ? names.indexOf(labels.get((int) own)) : own;
    }

    private Mark.Histogram rearranged(Mark.Histogram histogram, int figure) {
        double[] edges = new double[names.size() + 1];
        Arrays.setAll(edges, i -> i);
        double[] values = new double[names.size()];
        double[] errors = new double[names.size()];
        Arrays.fill(values, Double.NaN);
        Arrays.fill(errors, Double.NaN);
        for (int own = 0;
                own < Math.min(histogram.values().length, ofFigures.get(figure).size());
                own++) {
            int at = (int) bin(own, figure);
            values[at] = histogram.values()[own];
            errors[at] = histogram.errors()[own];
        }
        return new Mark.Histogram(histogram.label(), histogram.style(), edges, values, errors);
    }

    private static double[] sum(double[] values, double[] shifts) {
        double[] sums = values.clone();
        Arrays.setAll(sums, i -> values[i] + shifts[i]);
        return sums;
    }
}
