package org.muonframework.calorimeter.features;

import org.muonframework.calorimeter.grid.CellGrid;

/**
 * The largest energy in 3 × 3 × 3 cells, around any cell, hit or not. Each hit adds to the 27 cubes that have it; cubes
 * around cells just outside the calorimeter are summed as well, which saves questions and changes nothing, for they have
 * less than the ones beside them.
 */
final class CubeSums {

    private static final int SIDE = CellGrid.SIDE + 2;

    private static final int LAYER = SIDE * SIDE;

    private final double[] sums = new double[(CellGrid.LAYERS + 2) * LAYER];

    void compute(HitCells hits, double[] values) {
        for (int hit = 0; hit < hits.size(); hit++) {
            add(corner(hits.cell(hit)), hits.energy(hits.cell(hit)));
        }
        double most = 0;
        for (int hit = 0; hit < hits.size(); hit++) {
            most = Math.max(most, clear(corner(hits.cell(hit))));
        }
        values[HighLevelFeature.MAXSUM.ordinal()] = most;
    }

    /** Place of the first of the 27 cubes with a cell. */
    private static int corner(int cell) {
        return CellGrid.layer(cell) * LAYER + CellGrid.column(cell) * SIDE + CellGrid.row(cell);
    }

    private void add(int corner, double energy) {
        for (int layer = corner; layer < corner + 3 * LAYER; layer += LAYER) {
            for (int column = layer; column < layer + 3 * SIDE; column += SIDE) {
                sums[column] += energy;
                sums[column + 1] += energy;
                sums[column + 2] += energy;
            }
        }
    }

    /** Clears the 27 cubes; the largest of their sums. */
    private double clear(int corner) {
        double most = 0;
        for (int layer = corner; layer < corner + 3 * LAYER; layer += LAYER) {
            for (int column = layer; column < layer + 3 * SIDE; column += SIDE) {
                for (int cube = column; cube < column + 3; cube++) {
                    if (sums[cube] > most) {
                        most = sums[cube];
                    }
                    sums[cube] = 0;
                }
            }
        }
        return most;
    }
}
