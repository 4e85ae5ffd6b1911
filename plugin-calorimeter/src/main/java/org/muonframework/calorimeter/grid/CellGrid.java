package org.muonframework.calorimeter.grid;

/**
 * The cells of the calorimeter: 50 layers along the muon's direction z, each of 32 × 32 cells in x and y. The front
 * face is at z = 0, its centre at x = y = 0. A cell's number is (layer · 32 + column) · 32 + row, where the column counts
 * in x and the row in y. All lengths are in cm.
 *
 * <p>Source: J. Kieseler et al., Eur. Phys. J. C 82 (2022) 79.
 */
public final class CellGrid {

    /** Number of cells along z. */
    public static final int LAYERS = 50;

    /** Number of cells along x, and along y. */
    public static final int SIDE = 32;

    /** Number of cells of a layer. */
    public static final int LAYER_CELLS = SIDE * SIDE;

    /** Number of all cells. */
    public static final int CELLS = LAYERS * LAYER_CELLS;

    /** Size of a cell along x, and along y. */
    public static final double WIDTH = 0.375;

    /** Size of a cell along z. */
    public static final double DEPTH = 4.064;

    /** Largest |x|, and |y|. */
    public static final double EDGE = SIDE * WIDTH / 2;

    /** Largest z. */
    public static final double LENGTH = LAYERS * DEPTH;

    private static final double PER_WIDTH = 1 / WIDTH;

    private static final double PER_DEPTH = 1 / DEPTH;

    /** Cells added before a coordinate is cut off to a whole number, so that it is rounded down also below 0. */
    private static final int FAR = 1 << 20;

    private CellGrid() {}

    /** The number of the cell at a point, or −1 outside the calorimeter. */
    public static int cell(double x, double y, double z) {
        int column = (int) (x * PER_WIDTH + (FAR + SIDE / 2)) - FAR;
        int row = (int) (y * PER_WIDTH + (FAR + SIDE / 2)) - FAR;
        int layer = (int) (z * PER_DEPTH + FAR) - FAR;
        boolean inside = ((column | row) & -SIDE) == 0;
        if (inside && layer >= 0 && layer < LAYERS) {
            return (layer * SIDE + column) * SIDE + row;
        }
        return -1;
    }

    /** The place of a cell along z, from 0. */
    public static int layer(int cell) {
        return cell / LAYER_CELLS;
    }

    /** The place of a cell along x, from 0. */
    public static int column(int cell) {
        return cell / SIDE % SIDE;
    }

    /** The place of a cell along y, from 0. */
    public static int row(int cell) {
        return cell % SIDE;
    }

    /** The x of the centre of a column, and the y of the centre of a row. */
    public static double across(int place) {
        return (place + 0.5) * WIDTH - EDGE;
    }

    /** The z of the centre of a layer. */
    public static double along(int layer) {
        return (layer + 0.5) * DEPTH;
    }
}
