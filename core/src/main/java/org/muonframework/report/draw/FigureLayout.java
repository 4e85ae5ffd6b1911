package org.muonframework.report.draw;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;

/**
 * Where everything of a figure goes.
 *
 * @param height of the whole; the width is always {@link #WIDTH}
 * @param main the upper or only panel
 * @param ratio the lower panel, if any
 * @param x horizontal axis, which both panels share
 * @param legendBox place of the legend
 * @param notesBox place of the notes
 * @param xNames how the names of categories stand below
 */
record FigureLayout(
        double height,
        Placed main,
        Optional<Placed> ratio,
        Scale x,
        Legend legend,
        LegendPlacement legendBox,
        Notes notes,
        LegendPlacement notesBox,
        NamesBelow xNames) {

    /** A panel with its frame and vertical axis. */
    record Placed(Panel panel, Frame frame, Scale y) {}

    static final double WIDTH = 560;

    private static final double TOP = 36;
    private static final double HEIGHT = 318;
    private static final double HEIGHT_ABOVE_RATIO = 284;
    private static final double RATIO_HEIGHT = 122;
    private static final double BETWEEN_PANELS = 16;
    private static final double HEIGHT_OF_CATEGORY = 23;
    private static final double BELOW = 58;
    private static final double BELOW_WITHOUT_TITLE = 34;
    private static final double RIGHT = 20;
    private static final double RIGHT_WITH_COLOUR_BAR = 96;
    private static final double Y_TITLE = 36;
    private static final double LEAST_Y_LABEL = 26;
    private static final double LONGEST_Y_LABEL = 190;
    private static final double PER_X_LABEL = 80;
    private static final double PER_Y_LABEL = 52;
    private static final double PER_RATIO_LABEL = 36;

    /** How much higher the vertical axis may grow to make room for the legend, tried in turn. */
    private static final double[] GROWTHS = {0, 0.12, 0.2, 0.3, 0.42, 0.56, 0.75, 1, 1.4};

    /** Size of the labels along the axes. */
    static final double LABEL = 15;

    /** How much wider than high the frame is of a figure whose vertical axis has short labels. */
    static double proportion(boolean colourBar) {
        return (WIDTH - (colourBar ? RIGHT_WITH_COLOUR_BAR : RIGHT) - left(LEAST_Y_LABEL)) / HEIGHT;
    }

    static FigureLayout of(Figure figure, Fonts fonts) {
        Panel main = Panel.main(figure.marks(), figure.y());
        Optional<Panel> ratio = figure.ratio().map(panel -> Panel.ratio(panel.marks(), panel.y(), figure.marks()));
        double mainHeight = Math.max(
                ratio.isPresent() ? HEIGHT_ABOVE_RATIO : HEIGHT,
                HEIGHT_OF_CATEGORY * figure.yLabels().size());
        double bottom = TOP + mainHeight;
        Scale y = main.yScale(bottom, TOP);
        double ratioTop = bottom + BETWEEN_PANELS;
        Optional<Scale> ratioY = ratio.map(panel -> panel.yScale(ratioTop + RATIO_HEIGHT, ratioTop));
        double right = WIDTH
                - (figure.marks().stream().anyMatch(Mark.HeatMap.class::isInstance) ? RIGHT_WITH_COLOUR_BAR : RIGHT);

        Scale grown = roomy(figure, main, ratioY, right, y, fonts);
        double left = left(figure, grown, ratioY, fonts);
        Scale x = xScale(figure, main, ratio, left, right);
        NamesBelow names = NamesBelow.of(figure.xLabels(), x, fonts);

        AxisTicks xTicks = ticks(x, figure.xLabels(), PER_X_LABEL);
        Rectangle2D area = new Rectangle2D.Double(left, TOP, right - left, mainHeight);
        Placed placed = new Placed(main, new Frame(area, xTicks, ticks(grown, figure.yLabels(), PER_Y_LABEL)), grown);
        Rectangle2D below = new Rectangle2D.Double(left, ratioTop, right - left, RATIO_HEIGHT);
        Optional<Placed> placedRatio = ratio.map(panel -> new Placed(
                panel, new Frame(below, xTicks, ticks(ratioY.get(), List.of(), PER_RATIO_LABEL)), ratioY.get()));
        double lowest = placedRatio.isPresent() ? below.getMaxY() : bottom;

        Text text = Text.of(figure, main, area, x, grown, fonts);
        return new FigureLayout(
                lowest + (figure.x().text().isEmpty() ? BELOW_WITHOUT_TITLE : BELOW) + names.height(),
                placed,
                placedRatio,
                x,
                text.legend,
                text.legendBox,
                text.notes,
                text.notesBox,
                names);
    }

    /** Both blocks of text inside the frame with their places. */
    private record Text(Legend legend, LegendPlacement legendBox, Notes notes, LegendPlacement notesBox) {

        static Text of(Figure figure, Panel main, Rectangle2D area, Scale x, Scale y, Fonts fonts) {
            List<Legend.Entry> entries = IntStream.range(0, figure.marks().size())
                    .filter(i -> !figure.marks().get(i).label().isEmpty())
                    .filter(i -> !(figure.marks().get(i) instanceof Mark.HeatMap))
                    .mapToObj(i -> new Legend.Entry(
                            RichText.of(figure.marks().get(i).label()),
                            main.painters().get(i)))
                    .toList();
            Legend legend = Legend.of(entries, 0.8 * area.getWidth(), fonts);
            Notes notes = Notes.of(figure.notes(), fonts);
            List<Line2D> lines = new ArrayList<>(main.lines(x, y));
            LegendPlacement legendBox = LegendPlacement.in(area, legend.width(), legend.height(), lines);
            if (!entries.isEmpty()) {
                lines.addAll(sides(legendBox.box()));
            }
            LegendPlacement notesBox = LegendPlacement.in(area, notes.width(), notes.height(), lines);
            return new Text(legend, legendBox, notes, notesBox);
        }

        double hidden() {
            return (legend.entries().isEmpty() ? 0 : legendBox.hidden())
                    + (notes.lines().isEmpty() ? 0 : notesBox.hidden());
        }
    }

    /** The vertical axis, grown until the text hides no data, or as far as that helps. */
    private static Scale roomy(Figure figure, Panel main, Optional<Scale> ratioY, double right, Scale y, Fonts fonts) {
        boolean map = figure.marks().stream().anyMatch(Mark.HeatMap.class::isInstance);
        if (map || (isFixed(figure.y(), y) && figure.yLabels().isEmpty())) {
            return y;
        }
        Scale best = y;
        double least = Double.POSITIVE_INFINITY;
        for (double growth : GROWTHS) {
            Scale grown = y.grown(growth);
            double left = left(figure, grown, ratioY, fonts);
            Rectangle2D area = new Rectangle2D.Double(left, y.to(), right - left, y.from() - y.to());
            Scale x = xScale(figure, main, Optional.empty(), left, right);
            double hidden = Text.of(figure, main, area, x, grown, fonts).hidden();
            if (hidden == 0) {
                return grown;
            }
            if (hidden < least) {
                least = hidden;
                best = grown;
            }
        }
        return best;
    }

    private static boolean isFixed(Axis axis, Scale scale) {
        return axis.max().isPresent() && axis.max().getAsDouble() == scale.max();
    }

    private static Scale xScale(Figure figure, Panel main, Optional<Panel> ratio, double left, double right) {
        Extent extent = new Extent(figure.x().logarithmic());
        boolean upright = figure.yLabels().isEmpty();
        Stream.concat(main.painters().stream(), ratio.stream().flatMap(panel -> panel.painters().stream()))
                .filter(painter -> upright || !(painter instanceof PointsPainter))
                .forEach(painter -> painter.extend(extent, new Extent(false), true));
        if (!upright) {
            // Beside names, horizontal bars are uncertainties and not bins: they keep a distance from the frame.
            figure.marks().stream()
                    .filter(Mark.Points.class::isInstance)
                    .map(Mark.Points.class::cast)
                    .flatMapToDouble(points ->
                            DoubleStream.concat(DoubleStream.of(points.xLow()), DoubleStream.of(points.xHigh())))
                    .forEach(extent::addPoint);
        }
        return extent.scale(figure.x(), 0.04, left, right);
    }

    private static AxisTicks ticks(Scale scale, List<String> categories, double perLabel) {
        int room = (int) Math.max(2, Math.abs(scale.to() - scale.from()) / perLabel);
        return categories.isEmpty() ? AxisTicks.of(scale, room) : AxisTicks.categories(categories.size());
    }

    private static double left(Figure figure, Scale y, Optional<Scale> ratioY, Fonts fonts) {
        Stream<String> labels = figure.yLabels().isEmpty()
                ? ticks(y, List.of(), PER_Y_LABEL).ticks().stream().map(AxisTicks.Tick::label)
                : figure.yLabels().stream();
        Stream<String> below = ratioY.stream()
                .flatMap(scale -> ticks(scale, List.of(), PER_RATIO_LABEL).ticks().stream()
                        .map(AxisTicks.Tick::label));
        double widest = Stream.concat(labels, below)
                .mapToDouble(label -> labelWidth(label, fonts))
                .max()
                .orElse(0);
        return left(Math.max(LEAST_Y_LABEL, Math.min(LONGEST_Y_LABEL, widest)));
    }

    private static double left(double labels) {
        return Y_TITLE + labels + 6;
    }

    private static double labelWidth(String label, Fonts fonts) {
        return TextLine.of(RichText.of(label), TextStyle.of(LABEL), fonts).width();
    }

    private static List<Line2D> sides(Rectangle2D box) {
        return List.of(
                new Line2D.Double(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()),
                new Line2D.Double(box.getMinX(), box.getMaxY(), box.getMaxX(), box.getMinY()),
                new Line2D.Double(box.getMinX(), box.getCenterY(), box.getMaxX(), box.getCenterY()));
    }
}
