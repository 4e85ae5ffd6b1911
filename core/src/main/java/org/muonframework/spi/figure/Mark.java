package org.muonframework.spi.figure;

import java.util.Objects;

/** One thing drawn in a figure, with its entry in the legend (none when the label is empty). */
public sealed interface Mark {

    /** The entry in the legend; empty for none. */
    String label();

    /** How a histogram is drawn. */
    enum HistogramStyle {
        /** An outline with vertical error bars. */
        STEP,
        /** A filled area under an outline, with error bars. */
        FILLED,
        /** A point with error bars in the middle of each bin, as data are drawn. */
        POINTS,
        /** A shaded band from value − error to value + error in each bin, such as the uncertainty of a sum. */
        BAND
    }

    /**
     * A histogram: contents with uncertainties in bins.
     *
     * @param edges bin edges, increasing, one more than there are bins
     * @param values height of each bin; NaN for none
     * @param errors standard uncertainty of each height; NaN or 0 for none
     */
    record Histogram(String label, HistogramStyle style, double[] edges, double[] values, double[] errors)
            implements Mark {
        public Histogram {
            Objects.requireNonNull(label, "label");
            requireSame(edges.length - 1, values.length, errors.length);
        }

        /**
         * The ratio to another histogram of the same bins, with errors as of independent ones: NaN where the other is
         * zero.
         *
         * @return without a label
         */
        public Histogram over(Histogram other, HistogramStyle newStyle) {
            double[] ratios = new double[values.length];
            double[] ratioErrors = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                double ratio = values[i] / other.values[i];
                ratios[i] = Double.isFinite(ratio) ? ratio : Double.NaN;
                ratioErrors[i] = Math.hypot(errors[i], ratio * other.errors[i]) / Math.abs(other.values[i]);
            }
            return new Histogram("", newStyle, edges, ratios, ratioErrors);
        }
    }

    /**
     * A line through points in order, with a band around it.
     *
     * @param x abscissae
     * @param y ordinates; a NaN interrupts the line
     * @param low lower edge of the band, empty for no band
     * @param high upper edge of the band, empty for no band
     * @param dashed whether it is dashed, as what others are held against is: of several models laid over each other,
     *     which all have it alike, it is drawn once
     */
    record Curve(String label, double[] x, double[] y, double[] low, double[] high, boolean dashed) implements Mark {
        public Curve {
            Objects.requireNonNull(label, "label");
            requireSame(x.length, y.length);
            requireSame(low.length, high.length);
        }

        /** A solid line without a band. */
        public static Curve of(String label, double[] x, double[] y) {
            return new Curve(label, x, y, new double[0], new double[0], false);
        }
    }

    /**
     * Points with asymmetric uncertainties.
     *
     * @param xLow lower end of each horizontal bar
     * @param xHigh upper end of each horizontal bar
     * @param low lower end of each vertical bar
     * @param high upper end of each vertical bar
     */
    record Points(String label, double[] x, double[] xLow, double[] xHigh, double[] y, double[] low, double[] high)
            implements Mark {
        public Points {
            Objects.requireNonNull(label, "label");
            requireSame(x.length, xLow.length, xHigh.length, y.length, low.length, high.length);
        }
    }

    /**
     * A map of colours over two axes.
     *
     * @param xEdges edges along x, increasing
     * @param yEdges edges along y, increasing
     * @param values {@code values[ix][iy]}; NaN is left blank
     * @param printed whether the value is written into each cell
     * @param limit the colours reach from {@code -limit} to {@code limit}, as 1 for correlations, so that maps can be
     *     compared; 0 where they follow the values
     */
    record HeatMap(String label, double[] xEdges, double[] yEdges, double[][] values, boolean printed, double limit)
            implements Mark {

        /** A map whose colours follow its values. */
        public HeatMap(String label, double[] xEdges, double[] yEdges, double[][] values, boolean printed) {
            this(label, xEdges, yEdges, values, printed, 0);
        }

        public HeatMap {
            Objects.requireNonNull(label, "label");
            requireSame(xEdges.length - 1, values.length);
            for (double[] column : values) {
                requireSame(yEdges.length - 1, column.length);
            }
        }
    }

    /** A straight reference line across the figure: at {@code x = at} when vertical, else at {@code y = at}. */
    record Reference(String label, double at, boolean vertical) implements Mark {
        public Reference {
            Objects.requireNonNull(label, "label");
        }
    }

    private static void requireSame(int expected, int... lengths) {
        for (int length : lengths) {
            if (length != expected) {
                throw new IllegalArgumentException("a mark's arrays differ in length: " + expected + ", " + length);
            }
        }
    }
}
