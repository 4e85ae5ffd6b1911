package org.muonframework.report.draw;

import java.util.OptionalDouble;
import org.muonframework.spi.figure.Axis;

/**
 * Finds the span of an axis from what is drawn along it.
 *
 * <p>Edges, such as those of bins, may touch the frame; points keep a distance. Values that the axis cannot show are
 * left out: NaN, infinities, and on a logarithmic axis everything that is not above zero.
 */
final class Extent {

    /** Values beyond it, and distances below its inverse, are of no physics; left out, nothing overflows. */
    private static final double ABSURD = 1e60;

    /** A narrower span, relative to the values, could not be told apart by its tick labels. */
    private static final double NARROWEST = 1e-9;

    private final boolean logarithmic;
    private double lowEdge = Double.POSITIVE_INFINITY;
    private double highEdge = Double.NEGATIVE_INFINITY;
    private double lowPoint = Double.POSITIVE_INFINITY;
    private double highPoint = Double.NEGATIVE_INFINITY;

    Extent(boolean logarithmic) {
        this.logarithmic = logarithmic;
    }

    void addEdge(double value) {
        if (isShown(value)) {
            lowEdge = Math.min(lowEdge, value);
            highEdge = Math.max(highEdge, value);
        }
    }

    void addPoint(double value) {
        if (isShown(value)) {
            lowPoint = Math.min(lowPoint, value);
            highPoint = Math.max(highPoint, value);
        }
    }

    /** Whether nothing can be shown. */
    boolean isEmpty() {
        return Math.min(lowEdge, lowPoint) > Math.max(highEdge, highPoint);
    }

    /**
     * The axis over what was added, with its fixed ends where it has them and they are possible.
     *
     * @param distance what points keep from the frame, as a fraction of the span
     */
    Scale scale(Axis axis, double distance, double from, double to) {
        double low = isEmpty() ? forward(logarithmic ? 1 : 0) : forward(Math.min(lowEdge, lowPoint));
        double high = isEmpty() ? forward(logarithmic ? 10 : 1) : forward(Math.max(highEdge, highPoint));
        double margin = (high - low) * distance;
        boolean positive = !isEmpty() && Math.min(lowEdge, lowPoint) >= 0;
        if (lowPoint < lowEdge) {
            low -= margin;
            low = positive && !logarithmic ? Math.max(0, low) : low;
        }
        if (highPoint > highEdge) {
            high += margin;
        }
        double min = end(axis.min(), backward(low));
        double max = end(axis.max(), backward(high));
        if (axis.min().isPresent() && !(max > min)) {
            max = logarithmic ? min * 10 : min + 1;
        }
        return widened(min, max, from, to);
    }

    private Scale widened(double min, double max, double from, double to) {
        double least = Math.max(1 / ABSURD, NARROWEST * Math.max(Math.abs(min), Math.abs(max)));
        if (logarithmic ? max / min > 1 + NARROWEST : max - min > least) {
            return new Scale(min, max, logarithmic, from, to);
        }
        if (logarithmic) {
            return new Scale(min / 3, min * 3, true, from, to);
        }
        double half = Math.abs(min) <= 1 / ABSURD ? 0.5 : Math.abs(min) / 2;
        return new Scale(min - half, min + half, false, from, to);
    }

    private double end(OptionalDouble fixed, double following) {
        return fixed.isPresent() && isShown(fixed.getAsDouble()) ? fixed.getAsDouble() : following;
    }

    private boolean isShown(double value) {
        return Math.abs(value) < ABSURD && (!logarithmic || value > 1 / ABSURD);
    }

    private double forward(double value) {
        return logarithmic ? Math.log(value) : value;
    }

    private double backward(double value) {
        return logarithmic ? Math.exp(value) : value;
    }
}
