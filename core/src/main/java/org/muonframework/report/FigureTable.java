package org.muonframework.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.StringJoiner;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;

/**
 * The numbers of a figure as CSV, one row for each bin, point or cell.
 *
 * <p>Columns: panel ({@code main} or {@code ratio}), kind of mark, label, {@code x_low,x_high,x,y_low,y_high,y,value,
 * error_low,error_high}. A field without meaning for a mark is empty; {@code y_low} and {@code y_high} are the cells of
 * maps, whose content is {@code value}; errors are distances from {@code y}.
 */
final class FigureTable {

    private static final String HEADER = "panel,mark,label,x_low,x_high,x,y_low,y_high,y,value,error_low,error_high\n";
    private static final double NONE = Double.NaN;
    private static final MathContext TEN_DIGITS = new MathContext(10);

    private final StringBuilder csv = new StringBuilder(HEADER);

    private FigureTable() {}

    static String csv(Figure figure) {
        FigureTable table = new FigureTable();
        table.add("main", figure.marks());
        figure.ratio().ifPresent(ratio -> table.add("ratio", ratio.marks()));
        return table.csv.toString();
    }

    private void add(String panel, List<Mark> marks) {
        for (Mark mark : marks) {
            if (mark instanceof Mark.Histogram histogram) {
                add(panel, histogram);
            } else if (mark instanceof Mark.Curve curve) {
                add(panel, curve);
            } else if (mark instanceof Mark.Points points) {
                add(panel, points);
            } else if (mark instanceof Mark.HeatMap map) {
                add(panel, map);
            } else if (mark instanceof Mark.Reference line) {
                double x = line.vertical() ? line.at() : NONE;
                double y = line.vertical() ? NONE : line.at();
                row(panel, "reference", line.label(), NONE, NONE, x, NONE, NONE, y, NONE, NONE, NONE);
            }
        }
    }

    private void add(String panel, Mark.Histogram mark) {
        for (int i = 0; i < mark.values().length; i++) {
            double low = mark.edges()[i];
            double high = mark.edges()[i + 1];
            double error = mark.errors()[i];
            double middle = low + (high - low) / 2;
            row(panel, "histogram", mark.label(), low, high, middle, NONE, NONE, mark.values()[i], NONE, error, error);
        }
    }

    private void add(String panel, Mark.Curve mark) {
        boolean band = mark.low().length == mark.y().length;
        for (int i = 0; i < mark.x().length; i++) {
            double y = mark.y()[i];
            double below = band ? y - mark.low()[i] : NONE;
            double above = band ? mark.high()[i] - y : NONE;
            row(panel, "curve", mark.label(), NONE, NONE, mark.x()[i], NONE, NONE, y, NONE, below, above);
        }
    }

    private void add(String panel, Mark.Points mark) {
        for (int i = 0; i < mark.x().length; i++) {
            double y = mark.y()[i];
            double below = y - mark.low()[i];
            double above = mark.high()[i] - y;
            row(
                    panel,
                    "points",
                    mark.label(),
                    mark.xLow()[i],
                    mark.xHigh()[i],
                    mark.x()[i],
                    NONE,
                    NONE,
                    y,
                    NONE,
                    below,
                    above);
        }
    }

    private void add(String panel, Mark.HeatMap mark) {
        double[] x = mark.xEdges();
        double[] y = mark.yEdges();
        for (int ix = 0; ix < mark.values().length; ix++) {
            for (int iy = 0; iy < mark.values()[ix].length; iy++) {
                double value = mark.values()[ix][iy];
                row(panel, "map", mark.label(), x[ix], x[ix + 1], NONE, y[iy], y[iy + 1], NONE, value, NONE, NONE);
            }
        }
    }

    private void row(String panel, String kind, String label, double... numbers) {
        StringJoiner row = new StringJoiner(",", "", "\n").add(panel).add(kind).add(quoted(label));
        for (double number : numbers) {
            row.add(Double.isNaN(number) ? "" : text(number));
        }
        csv.append(row);
    }

    /** Ten digits: enough to draw the figure again, without the noise of differences. */
    private static String text(double number) {
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        return Double.toString(new BigDecimal(number).round(TEN_DIGITS).doubleValue());
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
