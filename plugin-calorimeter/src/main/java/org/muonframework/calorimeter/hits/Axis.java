package org.muonframework.calorimeter.hits;

import java.util.Locale;

/**
 * Cells of equal width along one axis.
 *
 * @param name {@code x}, {@code y} or {@code z}
 * @param start where the first cell begins, in mm
 * @param width of a cell, in mm
 * @param cells how many there are
 */
record Axis(String name, double start, double width, int cells) {

    /** So near to the border of two cells, in mm, a position belongs to neither for sure; a float at 2 m is good to 1e-4. */
    private static final double BORDER = 1e-3;

    /**
     * The cell of a position in mm.
     *
     * @throws IllegalArgumentException if it is outside, on a border, or no number; the message says which
     */
    int cell(double position) {
        double cells = (position - start) / width;
        if (!(cells >= 0 && cells < this.cells)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s = %s mm is outside the calorimeter, which goes from %s to %s mm; '%s-start' moves it",
                    name,
                    shown(position),
                    shown(start),
                    shown(start + width * this.cells),
                    name));
        }
        if (Math.abs(cells - Math.rint(cells)) * width < BORDER) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s = %s mm is the border of two cells, and the middle of one is expected; where the files tell"
                            + " where cells begin, '%s-start = %s' is right",
                    name,
                    shown(position),
                    name,
                    shown(start - width / 2)));
        }
        return (int) cells;
    }

    private static String shown(double value) {
        return String.valueOf((float) value);
    }
}
