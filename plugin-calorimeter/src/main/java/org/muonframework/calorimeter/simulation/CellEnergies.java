package org.muonframework.calorimeter.simulation;

import java.util.Arrays;
import org.muonframework.calorimeter.grid.CellGrid;

/**
 * The energy in every cell, for one event at a time. A bit for each cell tells whether anything was added: reading them
 * in order gives the cells in order, without a look at those that are empty.
 */
final class CellEnergies {

    private final float[] energies = new float[CellGrid.CELLS];
    private final long[] touched = new long[(CellGrid.CELLS + Long.SIZE - 1) / Long.SIZE];

    /** Adds energy in GeV at a point in cm; outside the calorimeter it is lost. */
    void add(double x, double y, double z, double energy) {
        int cell = CellGrid.cell(x, y, z);
        if (cell >= 0) {
            energies[cell] += (float) energy;
            touched[cell / Long.SIZE] |= 1L << cell;
        }
    }

    /** Appends the cells of at least {@code threshold} GeV as one row, in order, and empties all cells. */
    void moveTo(Hits hits, double threshold) {
        for (int word = 0; word < touched.length; word++) {
            for (long bits = touched[word]; bits != 0; bits &= bits - 1) {
                int cell = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
                if (energies[cell] >= threshold) {
                    hits.add(cell, energies[cell]);
                }
                energies[cell] = 0;
            }
        }
        Arrays.fill(touched, 0);
        hits.endRow();
    }
}
