package org.muonframework.data.format.root.write;

import java.util.List;
import java.util.Objects;

/**
 * A histogram of one or two dimensions ({@code TH1D}, {@code TH2D}).
 *
 * @param title what is drawn above it
 * @param axes one or two
 * @param contents sum of weights of each cell, first those along the first axis; each axis adds a bin below and one above
 * @param squares sum of squares of weights of each cell; empty where the weights are one
 * @param entries how often it was filled
 */
public record Histogram(String title, List<HistogramAxis> axes, double[] contents, double[] squares, double entries) {

    private static final int TH1 = 8;
    private static final int TH1D = 3;
    private static final int TH2 = 5;
    private static final int TH2D = 4;
    private static final double NOT_SET = -1111;
    private static final int BAR_WIDTH = 1000;

    /** Whether cells below and above count in statistics is left to the program. */
    private static final int NEUTRAL = 2;

    public Histogram {
        Objects.requireNonNull(title, "title");
        axes = List.copyOf(axes);
        if (axes.isEmpty() || axes.size() > 2) {
            throw new IllegalArgumentException("a histogram has one axis or two, not " + axes.size());
        }
        int cells = axes.stream().mapToInt(axis -> axis.bins() + 2).reduce(1, Math::multiplyExact);
        if (contents.length != cells || (squares.length != cells && squares.length != 0)) {
            throw new IllegalArgumentException("a histogram of " + cells + " cells has " + contents.length
                    + " contents and " + squares.length + " squares");
        }
    }

    /** Its class in the file. */
    String className() {
        return axes.size() == 1 ? "TH1D" : "TH2D";
    }

    /** Writes the object. */
    void write(String name, Output out) {
        Sums sums = sums();
        if (axes.size() == 1) {
            out.object(TH1D, () -> {
                writeBase(name, sums, out);
                out.array(contents);
            });
        } else {
            out.object(TH2D, () -> {
                out.object(TH2, () -> {
                    writeBase(name, sums, out);
                    out.float64(1).float64(sums.wy).float64(sums.wyy).float64(sums.wxy);
                });
                out.array(contents);
            });
        }
    }

    private void writeBase(String name, Sums sums, Output out) {
        out.object(TH1, () -> {
            out.named(name, title, 0);
            Attributes.line(out);
            Attributes.fill(out);
            Attributes.marker(out);
            out.int32(contents.length);
            axes.get(0).write("xaxis", out);
            (axes.size() > 1 ? axes.get(1) : HistogramAxis.unused()).write("yaxis", out);
            HistogramAxis.unused().write("zaxis", out);
            out.int16(0).int16(BAR_WIDTH).float64(entries);
            out.float64(sums.w).float64(sums.ww).float64(sums.wx).float64(sums.wxx);
            out.float64(NOT_SET).float64(NOT_SET).float64(0);
            out.array(new double[0]).array(squares).string("").list(List.of());
            out.int32(0).int8(0).int32(0).int32(NEUTRAL);
        });
    }

    /** What ROOT takes mean and deviation from; as if all entries of a bin were in its middle. */
    private Sums sums() {
        Sums sums = new Sums();
        HistogramAxis x = axes.get(0);
        int rows = axes.size() > 1 ? axes.get(1).bins() : 1;
        for (int row = 0; row < rows; row++) {
            double y = axes.size() > 1 ? axes.get(1).centre(row) : 0;
            int start = axes.size() > 1 ? (row + 1) * (x.bins() + 2) : 0;
            for (int bin = 0; bin < x.bins(); bin++) {
                int cell = start + bin + 1;
                sums.add(contents[cell], squares.length == 0 ? contents[cell] : squares[cell], x.centre(bin), y);
            }
        }
        return sums;
    }

    /** Sums over cells of the weight, its square, and the weight times coordinates. */
    private static final class Sums {
        private double w;
        private double ww;
        private double wx;
        private double wxx;
        private double wy;
        private double wyy;
        private double wxy;

        void add(double weight, double square, double x, double y) {
            w += weight;
            ww += square;
            wx += weight * x;
            wxx += weight * x * x;
            wy += weight * y;
            wyy += weight * y * y;
            wxy += weight * x * y;
        }
    }
}
