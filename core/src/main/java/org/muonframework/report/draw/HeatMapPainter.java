package org.muonframework.report.draw;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Mark;

/** Paints a map of colours: as rectangles, or as an image where there are too many of them. */
final class HeatMapPainter implements MarkPainter {

    private static final int MOST_RECTANGLES = 1600;
    private static final double SPAN_FOR_LOGARITHM = 300;
    private static final double LARGEST_SPAN = 1e6;

    /** A script reads the cells of maps up to this size, so that a page of many maps stays small. */
    private static final int MOST_READ = 20_000;

    private static final int DIGITS_READ = 4;
    private static final double LARGEST_TEXT = 15;
    private static final double SMALLEST_TEXT = 6;

    private final Mark.HeatMap map;

    HeatMapPainter(Mark.HeatMap map) {
        this.map = map;
    }

    /**
     * The values that the colours stand for: those up to the map's limit where it has one; else symmetric about zero where there are values of both signs, and logarithmic
     * where those above zero span decades, as counts do. Maps whose values are written into them stay linear.
     */
    Scale colours(double from, double to) {
        double lowest = map.limit() > 0 ? -map.limit() : finite().min().orElse(0);
        double largest = Math.max(map.limit(), finite().map(Math::abs).max().orElse(0));
        double least = finite().filter(value -> value > 0).min().orElse(largest);
        boolean logarithmic = !map.printed() && lowest >= 0 && largest > SPAN_FOR_LOGARITHM * least;
        Extent extent = new Extent(logarithmic);
        extent.addEdge(largest);
        extent.addEdge(logarithmic ? Math.max(least, largest / LARGEST_SPAN) : lowest < 0 ? -largest : lowest);
        Axis axis = logarithmic ? Axis.of(map.label()).log() : Axis.of(map.label());
        return extent.scale(axis, 0, from, to);
    }

    private DoubleStream finite() {
        return Arrays.stream(map.values()).flatMapToDouble(Arrays::stream).filter(Double::isFinite);
    }

    /** Whether a value has a colour: on a logarithmic scale nothing has that is not above zero. */
    private static boolean isShown(double value, Scale colours) {
        return Double.isFinite(value) && (value > 0 || !colours.logarithmic());
    }

    ColourMap colourMap() {
        return colours(0, 1).min() < 0 ? ColourMap.DIVERGING : ColourMap.SEQUENTIAL;
    }

    String label() {
        return map.label();
    }

    @Override
    public void extend(Extent x, Extent y, boolean withErrors) {
        boolean any = finite().findAny().isPresent();
        for (double edge : any ? map.xEdges() : new double[0]) {
            x.addEdge(edge);
        }
        for (double edge : any ? map.yEdges() : new double[0]) {
            y.addEdge(edge);
        }
    }

    @Override
    public void paint(Canvas canvas, Scale x, Scale y) {
        int columns = map.values().length;
        int rows = map.yEdges().length - 1;
        if ((long) columns * rows > MOST_RECTANGLES && isEven(map.xEdges(), x) && isEven(map.yEdges(), y)) {
            canvas.image(image(columns, rows), area(0, columns, 0, rows, x, y));
        } else {
            paintRectangles(canvas, x, y);
        }
    }

    /** Paints the values into the cells, as large as the narrowest cell allows; nothing if that is unreadable. */
    void paintNumbers(Canvas canvas, Scale x, Scale y, Fonts fonts) {
        if (!map.printed()) {
            return;
        }
        double size = LARGEST_TEXT;
        DoubleFunction<String> numbers = numbers();
        for (int ix = 0; ix < map.values().length; ix++) {
            for (int iy = 0; iy < map.values()[ix].length; iy++) {
                Rectangle2D cell = area(ix, ix + 1, iy, iy + 1, x, y);
                double width = fonts.width(numbers.apply(map.values()[ix][iy]), Face.REGULAR, 1);
                size = Math.min(size, Math.min(0.86 * cell.getWidth() / width, 0.7 * cell.getHeight()));
            }
        }
        if (size < SMALLEST_TEXT) {
            return;
        }
        Scale colours = colours(0, 1);
        for (int ix = 0; ix < map.values().length; ix++) {
            for (int iy = 0; iy < map.values()[ix].length; iy++) {
                double value = map.values()[ix][iy];
                if (Double.isFinite(value)) {
                    Rectangle2D cell = area(ix, ix + 1, iy, iy + 1, x, y);
                    var background = colourMap().level(ColourMap.level(value, colours));
                    TextStyle style = TextStyle.of(size).centred().ink(Ink.fixed(ColourMap.textOn(background)));
                    canvas.text(
                            RichText.of(numbers.apply(value)),
                            cell.getCenterX(),
                            cell.getCenterY() + 0.36 * size,
                            style);
                }
            }
        }
    }

    @Override
    public Map<String, String> data(Scale x, Scale y) {
        int cells = map.values().length * (map.yEdges().length - 1);
        if (cells > MOST_READ) {
            return Map.of();
        }
        DoubleStream values = Arrays.stream(map.values()).flatMapToDouble(Arrays::stream);
        return Map.of(
                "mark", "map",
                "label", map.label(),
                "x", NumberText.list(map.xEdges()),
                "y", NumberText.list(map.yEdges()),
                "z", NumberText.list(DIGITS_READ, values));
    }

    @Override
    public List<Line2D> lines(Scale x, Scale y) {
        return List.of();
    }

    @Override
    public void sample(Canvas canvas, double left, double middle) {
        // A map is explained by its colour bar.
    }

    private void paintRectangles(Canvas canvas, Scale x, Scale y) {
        Scale colours = colours(0, 1);
        Path2D[] levels = new Path2D[ColourMap.LEVELS];
        for (int ix = 0; ix < map.values().length; ix++) {
            for (int iy = 0; iy < map.values()[ix].length; iy++) {
                double value = map.values()[ix][iy];
                if (isShown(value, colours)) {
                    int level = ColourMap.level(value, colours);
                    levels[level] = levels[level] == null ? new Path2D.Double() : levels[level];
                    levels[level].append(overlapping(area(ix, ix + 1, iy, iy + 1, x, y)), false);
                }
            }
        }
        ColourMap colourMap = colourMap();
        for (int level = 0; level < levels.length; level++) {
            if (levels[level] != null) {
                canvas.fill(levels[level], Ink.fixed(colourMap.level(level)), 1);
            }
        }
    }

    private BufferedImage image(int columns, int rows) {
        Scale colours = colours(0, 1);
        ColourMap colourMap = colourMap();
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
        for (int ix = 0; ix < columns; ix++) {
            for (int iy = 0; iy < rows; iy++) {
                double value = map.values()[ix][iy];
                if (isShown(value, colours)) {
                    image.setRGB(
                            ix,
                            rows - 1 - iy,
                            colourMap.level(ColourMap.level(value, colours)).getRGB());
                }
            }
        }
        return image;
    }

    private Rectangle2D area(int left, int right, int low, int high, Scale x, Scale y) {
        double fromX = x.at(map.xEdges()[left]);
        double toX = x.at(map.xEdges()[right]);
        double fromY = y.at(map.yEdges()[high]);
        double toY = y.at(map.yEdges()[low]);
        return new Rectangle2D.Double(fromX, fromY, toX - fromX, toY - fromY);
    }

    /** A little larger, so that no gap shows between neighbours. */
    private static Rectangle2D overlapping(Rectangle2D cell) {
        return new Rectangle2D.Double(cell.getX(), cell.getY() - 0.2, cell.getWidth() + 0.2, cell.getHeight() + 0.2);
    }

    private static boolean isEven(double[] edges, Scale scale) {
        double step = (scale.at(edges[edges.length - 1]) - scale.at(edges[0])) / (edges.length - 1);
        for (int i = 1; i < edges.length; i++) {
            if (Math.abs(scale.at(edges[i]) - scale.at(edges[0]) - i * step) > 0.25) {
                return false;
            }
        }
        return true;
    }

    /** Of a map between −1 and 1 about zero, such as correlations, hundredths; else three digits. */
    private DoubleFunction<String> numbers() {
        boolean hundredths = colourMap() == ColourMap.DIVERGING
                && Arrays.stream(map.values())
                        .flatMapToDouble(Arrays::stream)
                        .filter(Double::isFinite)
                        .allMatch(value -> Math.abs(value) <= 1);
        return value ->
                hundredths && Double.isFinite(value) ? NumberText.hundredths(value) : NumberText.threeDigits(value);
    }
}
