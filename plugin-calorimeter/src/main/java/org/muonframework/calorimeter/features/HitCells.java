package org.muonframework.calorimeter.features;

import org.muonframework.calorimeter.grid.CellGrid;

/**
 * The hits of one event, one after the other and by cell. Only the hits of the event before are cleared, so that a new
 * event costs no more than its hits.
 */
final class HitCells {

    /** A cell of more energy in GeV is above; a float, as the energies are. */
    static final float ABOVE = 0.1f;

    private static final double MM_PER_CM = 10;

    private final float[] dense = new float[CellGrid.CELLS];
    private int[] cells = new int[1024];
    private int size;
    private double x;
    private double y;
    private int tower;

    /**
     * Takes the hits of an event, in any order.
     *
     * @throws IllegalArgumentException see {@link FeatureCalculator#compute}
     */
    void take(int[] hitCells, float[] energies, int from, int to, double impactX, double impactY) {
        clear();
        enter(impactX, impactY);
        if (cells.length < to - from) {
            cells = new int[Math.max(to - from, 2 * cells.length)];
        }
        for (int hit = from; hit < to; hit++) {
            check(hitCells[hit], energies[hit], hit - from);
            if (energies[hit] > 0) {
                cells[size++] = hitCells[hit];
                dense[hitCells[hit]] = energies[hit];
            }
        }
    }

    private void clear() {
        for (int hit = 0; hit < size; hit++) {
            dense[cells[hit]] = 0;
        }
        size = 0;
    }

    private void enter(double impactX, double impactY) {
        tower = CellGrid.cell(impactX / MM_PER_CM, impactY / MM_PER_CM, 0);
        if (tower < 0) {
            throw new IllegalArgumentException("a muon that enters at x = " + impactX + " mm, y = " + impactY
                    + " mm misses the calorimeter, where both are from -60 to below 60 mm");
        }
        x = impactX;
        y = impactY;
    }

    private void check(int cell, float energy, int hit) {
        if (cell < 0 || cell >= CellGrid.CELLS) {
            throw new IllegalArgumentException("hit " + hit + ": cell " + cell
                    + " is outside the calorimeter, whose cells are 0 to " + (CellGrid.CELLS - 1));
        }
        if (!(energy >= 0 && energy < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "hit " + hit + ": the energy " + energy + " GeV in cell " + cell + " is not a number from 0");
        }
        if (dense[cell] > 0) {
            throw new IllegalArgumentException(
                    "hit " + hit + ": cell " + cell + " is a second time in the event; add up its energies");
        }
    }

    /** Number of hits with energy. */
    int size() {
        return size;
    }

    int cell(int hit) {
        return cells[hit];
    }

    /** Energy in a cell in GeV, 0 if it is not hit. */
    double energy(int cell) {
        return dense[cell];
    }

    boolean above(int cell) {
        return dense[cell] > ABOVE;
    }

    /** The cell of the first layer where the muon enters. */
    int tower() {
        return tower;
    }

    /** The x of a cell's centre relative to the impact, in mm. */
    double x(int cell) {
        return MM_PER_CM * CellGrid.across(CellGrid.column(cell)) - x;
    }

    /** The y of a cell's centre relative to the impact, in mm. */
    double y(int cell) {
        return MM_PER_CM * CellGrid.across(CellGrid.row(cell)) - y;
    }

    /** The z of a cell's centre in mm. */
    double z(int cell) {
        return MM_PER_CM * CellGrid.along(CellGrid.layer(cell));
    }
}
