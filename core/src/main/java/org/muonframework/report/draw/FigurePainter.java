package org.muonframework.report.draw;

import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muonframework.spi.figure.Figure;

/** Paints figures: panels, axes, label, legend and notes, in this order. */
final class FigurePainter {

    private static final double BACKING_OPACITY = 0.85;

    private final Fonts fonts;
    private final FigureStyle style;

    FigurePainter(Fonts fonts, FigureStyle style) {
        this.fonts = fonts;
        this.style = style;
    }

    void paint(Figure figure, FigureLayout layout, Canvas canvas) {
        canvas.fill(new Rectangle2D.Double(0, 0, FigureLayout.WIDTH, layout.height()), Ink.PAPER, 1);
        paintPanel(layout.main(), figure.yLabels(), layout, figure, canvas);
        layout.ratio().ifPresent(ratio -> paintPanel(ratio, List.of(), layout, figure, canvas));
        paintAxes(figure, layout, new AxisPainter(canvas, fonts));
        paintHeading(figure, layout, canvas);
        for (MarkPainter painter : layout.main().panel().painters()) {
            if (painter instanceof HeatMapPainter map) {
                Rectangle2D area = layout.main().frame().area();
                Scale colours = map.colours(area.getMaxY(), area.getMinY());
                ColourBar.paint(map.label(), map.colourMap(), colours, area, canvas, fonts);
            }
        }
        paintText(layout, canvas);
    }

    private void paintPanel(
            FigureLayout.Placed placed, List<String> yLabels, FigureLayout layout, Figure figure, Canvas canvas) {
        Rectangle2D area = placed.frame().area();
        canvas.begin("panel", () -> {
            Map<String, String> data = new HashMap<>();
            data.putAll(AxisData.of("x", figure.x(), layout.x(), placed.frame().xTicks(), figure.xLabels()));
            data.putAll(AxisData.of(
                    "y", placed.panel().y(), placed.y(), placed.frame().yTicks(), yLabels));
            return data;
        });
        placed.panel().paint(canvas, area, layout.x(), placed.y(), fonts);
        canvas.begin("ticks");
        placed.frame().paint(canvas, layout.x(), placed.y());
        canvas.end();
        canvas.end();
        if (placed.panel().isEmpty(figure.x())) {
            TextStyle quiet = TextStyle.of(16).centred().ink(Ink.QUIET);
            var backing = new Rectangle2D.Double(area.getCenterX() - 50, area.getCenterY() - 14, 100, 28);
            canvas.fill(backing, Ink.PAPER, 1);
            canvas.text(RichText.of("no entries"), area.getCenterX(), area.getCenterY() + 5, quiet);
        }
    }

    private static void paintAxes(Figure figure, FigureLayout layout, AxisPainter axes) {
        Frame lowest = layout.ratio().orElse(layout.main()).frame();
        if (figure.xLabels().isEmpty()) {
            axes.paintX(figure.x(), layout.x(), lowest);
        } else {
            axes.paintX(figure.x(), layout.x(), lowest, figure.xLabels(), layout.xNames(), layout.height());
        }
        if (figure.yLabels().isEmpty()) {
            axes.paintY(figure.y(), layout.main().y(), layout.main().frame());
        } else {
            axes.paintY(figure.y(), layout.main().y(), layout.main().frame(), figure.yLabels());
        }
        layout.ratio().ifPresent(ratio -> axes.paintY(ratio.panel().y(), ratio.y(), ratio.frame()));
    }

    private void paintHeading(Figure figure, FigureLayout layout, Canvas canvas) {
        Rectangle2D area = layout.main().frame().area();
        double least = layout.main().frame().yTicks().exponent() == 0 ? Heading.MARGIN : area.getMinX();
        Heading.paint(style, figure.title(), area, least, canvas, fonts);
    }

    private static void paintText(FigureLayout layout, Canvas canvas) {
        boolean onMap = layout.main().panel().painters().stream().anyMatch(HeatMapPainter.class::isInstance);
        for (LegendPlacement placement : List.of(layout.legendBox(), layout.notesBox())) {
            Rectangle2D box = placement.box();
            if ((onMap || !placement.isFree()) && box.getHeight() > 0) {
                var backing =
                        new Rectangle2D.Double(box.getX() - 4, box.getY() - 2, box.getWidth() + 8, box.getHeight() + 4);
                canvas.fill(backing, Ink.PAPER, BACKING_OPACITY);
            }
        }
        canvas.begin("text");
        layout.legend().paint(canvas, layout.legendBox().box());
        canvas.end();
        canvas.begin("text");
        layout.notes().paint(canvas, layout.notesBox().box());
        canvas.end();
    }
}
