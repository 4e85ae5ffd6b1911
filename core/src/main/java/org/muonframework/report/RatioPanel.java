package org.muonframework.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.figure.Mark.HistogramStyle;

/**
 * The panel below figures that lie over each other, in which each is divided by the first; uncertainties as of
 * independent samples, and none for curves.
 */
final class RatioPanel {

    private RatioPanel() {}

    /** A mark as it is drawn above, and the first figure's mark that it is divided by. */
    record Pair(Mark mark, Mark first) {}

    /** The panel; empty if nothing can be divided. */
    static Optional<Figure.Ratio> of(String first, List<Pair> pairs) {
        List<Mark> ratios = new ArrayList<>();
        pairs.forEach(pair -> ratio(pair.mark(), pair.first()).ifPresent(ratios::add));
        if (ratios.isEmpty()) {
            return Optional.empty();
        }
        ratios.add(new Mark.Reference("", 1, false));
        return Optional.of(new Figure.Ratio(Axis.of("Ratio to " + first), ratios));
    }

    private static Optional<Mark> ratio(Mark mark, Mark first) {
        if (mark instanceof Mark.Histogram one
                && first instanceof Mark.Histogram other
                && Arrays.equals(one.edges(), other.edges())) {
            Mark.Histogram ratio = one.over(other, HistogramStyle.POINTS);
            return Optional.of(new Mark.Histogram(
                    one.label(), HistogramStyle.POINTS, ratio.edges(), ratio.values(), ratio.errors()));
        }
        if (mark instanceof Mark.Points one && first instanceof Mark.Points other) {
            return points(one, other);
        }
        return mark instanceof Mark.Curve one && first instanceof Mark.Curve other
                ? curve(one, other)
                : Optional.empty();
    }

    /** The points that stand in the same bin; none where the first figure's is not above 0, and a ratio tells nothing. */
    private static Optional<Mark> points(Mark.Points one, Mark.Points other) {
        double[] y = new double[one.x().length];
        double[] low = new double[y.length];
        double[] high = new double[y.length];
        boolean any = false;
        for (int i = 0; i < y.length; i++) {
            int j = sameBin(one, i, other);
            y[i] = j >= 0 && other.y()[j] > 0 ? finite(one.y()[i] / other.y()[j]) : Double.NaN;
            low[i] = y[i];
            high[i] = y[i];
            if (Double.isFinite(y[i])) {
                any = true;
                double rise = y[i] * (other.high()[j] - other.y()[j]);
                double fall = y[i] * (other.y()[j] - other.low()[j]);
                low[i] -= Math.hypot(one.y()[i] - one.low()[i], y[i] < 0 ? fall : rise) / other.y()[j];
                high[i] += Math.hypot(one.high()[i] - one.y()[i], y[i] < 0 ? rise : fall) / other.y()[j];
            }
        }
        return any
                ? Optional.of(new Mark.Points(one.label(), one.x(), one.xLow(), one.xHigh(), y, low, high))
                : Optional.empty();
    }

    private static int sameBin(Mark.Points one, int i, Mark.Points other) {
        for (int j = 0; j < other.x().length; j++) {
            boolean barred = one.xLow()[i] < one.xHigh()[i];
            boolean same = barred
                    ? one.xLow()[i] == other.xLow()[j] && one.xHigh()[i] == other.xHigh()[j]
                    : one.x()[i] == other.x()[j];
            if (same) {
                return j;
            }
        }
        return -1;
    }

    /** At the abscissae of the one, between those of the other. */
    private static Optional<Mark> curve(Mark.Curve one, Mark.Curve other) {
        if (!ascending(other.x())) {
            return Optional.empty();
        }
        double[] y = new double[one.x().length];
        for (int i = 0; i < y.length; i++) {
            y[i] = finite(one.y()[i] / at(other, one.x()[i]));
        }
        return Arrays.stream(y).anyMatch(Double::isFinite)
                ? Optional.of(Mark.Curve.of(one.label(), one.x(), y))
                : Optional.empty();
    }

    private static boolean ascending(double[] x) {
        for (int i = 1; i < x.length; i++) {
            if (!(x[i - 1] <= x[i])) {
                return false;
            }
        }
        return x.length > 1;
    }

    /** The curve at an abscissa, by straight lines between its points; of a step the upper end. NaN beyond its ends. */
    private static double at(Mark.Curve curve, double x) {
        double[] xs = curve.x();
        int next = above(xs, x);
        if (next == 0) {
            return Double.NaN;
        }
        if (xs[next - 1] == x) {
            return curve.y()[next - 1];
        }
        if (next == xs.length) {
            return Double.NaN;
        }
        double part = (x - xs[next - 1]) / (xs[next] - xs[next - 1]);
        return curve.y()[next - 1] + part * (curve.y()[next] - curve.y()[next - 1]);
    }

    /** The first place of a larger abscissa, by bisection. */
    private static int above(double[] xs, double x) {
        int low = 0;
        int high = xs.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (xs[middle] <= x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double finite(double ratio) {
        return Double.isFinite(ratio) ? ratio : Double.NaN;
    }
}
