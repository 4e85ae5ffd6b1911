package org.muonframework.report.draw;

import java.util.List;

/**
 * How the names of categories stand below a frame: level where they fit, else turned, upright and smaller where there
 * are many.
 *
 * @param degrees by how much they are turned, anticlockwise
 * @param size of the font
 * @param height what they need below a level line
 */
record NamesBelow(double degrees, double size, double height) {

    private static final double LONGEST = 150;
    private static final double TURN = 38;
    private static final double UPRIGHT = 90;
    private static final double SMALLEST = 7;
    private static final double GAP = 6;

    static NamesBelow of(List<String> names, Scale x, Fonts fonts) {
        double room = x.at(1) - x.at(0);
        double widest = names.stream()
                .mapToDouble(name -> width(name, FigureLayout.LABEL, fonts))
                .max()
                .orElse(0);
        if (widest <= room - GAP) {
            return new NamesBelow(0, FigureLayout.LABEL, 0);
        }
        double length = Math.min(LONGEST, widest);
        double sine = Math.sin(Math.toRadians(TURN));
        if (room * sine >= FigureLayout.LABEL) {
            return new NamesBelow(TURN, FigureLayout.LABEL, length * sine);
        }
        double size = Math.max(SMALLEST, Math.min(FigureLayout.LABEL, 0.95 * room));
        return new NamesBelow(UPRIGHT, size, length * size / FigureLayout.LABEL - GAP);
    }

    /** The length that a name may have which ends at a place: turned ones must not leave the canvas on the left. */
    double room(double end) {
        double length = LONGEST * size / FigureLayout.LABEL;
        return degrees == TURN ? Math.min(length, (end - GAP) / Math.cos(Math.toRadians(TURN))) : length;
    }

    void paint(Canvas canvas, RichText name, double x, double frame) {
        if (degrees == 0) {
            canvas.text(name, x, frame + size + 5, TextStyle.of(size).centred());
        } else if (degrees == TURN) {
            canvas.text(
                    name, x + 5, frame + size + 2, TextStyle.of(size).ending().turned(-degrees));
        } else {
            canvas.text(
                    name,
                    x + 0.355 * size,
                    frame + 7,
                    TextStyle.of(size).ending().turned(-degrees));
        }
    }

    private static double width(String name, double size, Fonts fonts) {
        return TextLine.of(RichText.of(name), TextStyle.of(size), fonts).width();
    }
}
