package org.muonframework.data.format.root.write;

import java.util.Objects;

/**
 * An axis of a histogram.
 *
 * @param title what is drawn along it: {@code m(ll) [GeV]}
 * @param edges of its bins, increasing, one more than there are bins
 */
public record HistogramAxis(String title, double[] edges) {

    private static final int VERSION = 10;
    private static final int ATTRIBUTES_VERSION = 4;
    private static final int DIVISIONS = 510;
    private static final int FONT = 42;
    private static final float SIZE = 0.035f;

    public HistogramAxis {
        Objects.requireNonNull(title, "title");
        if (edges.length < 2) {
            throw new IllegalArgumentException("an axis needs two edges at least");
        }
        for (int i = 1; i < edges.length; i++) {
            if (!(edges[i] > edges[i - 1]) || Double.isInfinite(edges[i]) || Double.isInfinite(edges[i - 1])) {
                throw new IllegalArgumentException(
                        "edges should be finite and increase, but " + edges[i] + " follows on " + edges[i - 1]);
            }
        }
    }

    /** An axis that a histogram has but does not use. */
    static HistogramAxis unused() {
        return new HistogramAxis("", new double[] {0, 1});
    }

    /** Number of bins, without those below and above. */
    public int bins() {
        return edges.length - 1;
    }

    /** The middle of a bin, from 0. */
    double centre(int bin) {
        return 0.5 * (edges[bin] + edges[bin + 1]);
    }

    /** Writes a {@code TAxis}. */
    void write(String name, Output out) {
        out.object(VERSION, () -> {
            out.named(name, title, 0);
            out.object(ATTRIBUTES_VERSION, () -> out.int32(DIVISIONS)
                    .int16(1)
                    .int16(1)
                    .int16(FONT)
                    .float32(0.005f)
                    .float32(SIZE)
                    .float32(0.03f)
                    .float32(1)
                    .float32(SIZE)
                    .int16(1)
                    .int16(FONT));
            out.int32(bins()).float64(edges[0]).float64(edges[bins()]);
            out.array(even() ? new double[0] : edges);
            out.int32(0).int32(0).int16(0).bool(false).string("").nothing().nothing();
        });
    }

    /** Whether programs that know the ends only get all edges exactly. */
    private boolean even() {
        double width = (edges[bins()] - edges[0]) / bins();
        for (int i = 0; i < bins(); i++) {
            if (edges[i] != edges[0] + i * width) {
                return false;
            }
        }
        return true;
    }
}
