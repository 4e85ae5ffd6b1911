package org.muonframework.report.draw;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.muonframework.spi.figure.Mark;

/** Paints a line through points with the band around it. */
final class CurvePainter implements MarkPainter {

    private static final double BAND_OPACITY = 0.22;

    private final Mark.Curve curve;
    private final SeriesStyle style;

    CurvePainter(Mark.Curve curve, SeriesStyle style) {
        this.curve = curve;
        this.style = style;
    }

    @Override
    public void extend(Extent x, Extent y, boolean withErrors) {
        for (int i = 0; i < curve.x().length; i++) {
            if (isDrawn(i)) {
                x.addEdge(curve.x()[i]);
                y.addPoint(curve.y()[i]);
                if (withErrors && hasBand()) {
                    y.addPoint(curve.low()[i]);
                    y.addPoint(curve.high()[i]);
                }
            }
        }
    }

    @Override
    public void paint(Canvas canvas, Scale x, Scale y) {
        if (hasBand()) {
            canvas.fill(band(x, y), style.ink(), BAND_OPACITY);
        }
        Path2D path = new Path2D.Double();
        for (int[] stretch : stretches(this::isDrawn)) {
            double[] places = places(curve.x(), stretch, x);
            double[] heights = places(curve.y(), stretch, y);
            append(path, places, heights, false);
        }
        canvas.stroke(path, new Pen(style.ink(), LINE, style.dash()));
    }

    @Override
    public List<Line2D> lines(Scale x, Scale y) {
        List<Line2D> lines = new ArrayList<>();
        for (int i = 0; i < curve.x().length; i++) {
            if (!isDrawn(i)) {
                continue;
            }
            double atX = x.at(curve.x()[i]);
            double atY = y.at(curve.y()[i]);
            boolean joined = i > 0 && isDrawn(i - 1);
            lines.add(new Line2D.Double(
                    joined ? x.at(curve.x()[i - 1]) : atX, joined ? y.at(curve.y()[i - 1]) : atY, atX, atY));
            if (hasBand() && isInBand(i)) {
                lines.add(new Line2D.Double(atX, y.at(curve.low()[i]), atX, y.at(curve.high()[i])));
            }
        }
        return lines;
    }

    @Override
    public void sample(Canvas canvas, double left, double middle) {
        if (hasBand()) {
            canvas.fill(new Rectangle2D.Double(left, middle - 6, SAMPLE, 12), style.ink(), BAND_OPACITY);
        }
        canvas.stroke(new Line2D.Double(left, middle, left + SAMPLE, middle), new Pen(style.ink(), LINE, style.dash()));
    }

    @Override
    public Map<String, String> data(Scale x, Scale y) {
        int[] kept = kept(x, y);
        Map<String, String> data = new HashMap<>(Map.of("mark", "curve", "label", curve.label()));
        data.put("x", list(curve.x(), kept));
        data.put("y", list(curve.y(), kept));
        if (hasBand()) {
            data.put("low", list(curve.low(), kept));
            data.put("high", list(curve.high(), kept));
        }
        return data;
    }

    private static String list(double[] values, int[] kept) {
        return NumberText.list(6, IntStream.of(kept).mapToDouble(i -> values[i]));
    }

    /** The points between which line and band are straight, and one in every gap of the line. */
    private int[] kept(Scale x, Scale y) {
        BitSet kept = new BitSet();
        for (int[] stretch : stretches(this::isDrawn)) {
            double[] places = places(curve.x(), stretch, x);
            for (double[] heights : hasBand() ? List.of(curve.y(), curve.low(), curve.high()) : List.of(curve.y())) {
                IntStream.of(Simplifier.kept(places, places(heights, stretch, y)))
                        .forEach(i -> kept.set(stretch[0] + i));
            }
            kept.set(stretch[1]);
        }
        kept.clear(curve.x().length);
        return kept.stream().toArray();
    }

    /** The area of the band, one closed piece for each stretch without a gap. */
    private Path2D band(Scale x, Scale y) {
        Path2D area = new Path2D.Double();
        for (int[] stretch : stretches(this::isInBand)) {
            double[] places = places(curve.x(), stretch, x);
            append(area, places, places(curve.high(), stretch, y), false);
            append(area, reversed(places), reversed(places(curve.low(), stretch, y)), true);
            area.closePath();
        }
        return area;
    }

    /** First and end of each run of points that fulfil a condition. */
    private List<int[]> stretches(IntPredicate condition) {
        List<int[]> stretches = new ArrayList<>();
        int first = 0;
        for (int i = 0; i <= curve.x().length; i++) {
            if (i == curve.x().length || !condition.test(i)) {
                if (i > first) {
                    stretches.add(new int[] {first, i});
                }
                first = i + 1;
            }
        }
        return stretches;
    }

    private static double[] places(double[] values, int[] stretch, Scale scale) {
        return Arrays.stream(values, stretch[0], stretch[1]).map(scale::at).toArray();
    }

    private static double[] reversed(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[values.length - 1 - i])
                .toArray();
    }

    private static void append(Path2D path, double[] x, double[] y, boolean connected) {
        boolean first = !connected;
        for (int i : Simplifier.kept(x, y)) {
            if (first) {
                path.moveTo(x[i], y[i]);
            } else {
                path.lineTo(x[i], y[i]);
            }
            first = false;
        }
    }

    private boolean hasBand() {
        return curve.low().length == curve.x().length && curve.low().length > 0;
    }

    private boolean isDrawn(int i) {
        return Double.isFinite(curve.x()[i]) && Double.isFinite(curve.y()[i]);
    }

    private boolean isInBand(int i) {
        return isDrawn(i) && Double.isFinite(curve.low()[i]) && Double.isFinite(curve.high()[i]);
    }
}
