package org.muonframework.calorimeter.features;

import java.util.Arrays;
import org.muonframework.calorimeter.grid.CellGrid;

/**
 * The largest energy in 3 × 3 × 3 cells, around any cell, hit or not. It is no less than that of the strongest cell, so one
 * of its 27 cells has a 27th of that: only cubes with such a cell are summed, each once.
 *
 * <p>There are empty cells around the calorimeter, which save questions at its walls.
 */
final class CubeSums {

    private static final int CUBE = 27;

    private static final int SIDE = CellGrid.SIDE + 4;

    private static final int LAYER = SIDE * SIDE;

    /** From a cell to the others of the cube around it. */
    private static final int[] STEPS = steps();

    private final float[] energies = new float[(CellGrid.LAYERS + 4) * LAYER];
    private final boolean[] summed = new boolean[energies.length];

    void compute(HitCells hits, double[] values) {
        double strongest = 0;
        for (int hit = 0; hit < hits.size(); hit++) {
            int cell = hits.cell(hit);
            energies[place(cell)] = (float) hits.energy(cell);
            strongest = Math.max(strongest, hits.energy(cell));
        }
        double most = 0;
        for (int hit = 0; hit < hits.size(); hit++) {
            if (hits.energy(hits.cell(hit)) >= strongest / CUBE) {
                most = Math.max(most, mostWith(place(hits.cell(hit))));
            }
        }
        for (int hit = 0; hit < hits.size(); hit++) {
            energies[place(hits.cell(hit))] = 0;
        }
        Arrays.fill(summed, false);
        values[HighLevelFeature.MAXSUM.ordinal()] = most;
    }

    /** The largest sum of the cubes with a cell, of those not summed before. */
    private double mostWith(int cell) {
        double most = 0;
        for (int step : STEPS) {
            int cube = cell + step;
            if (!summed[cube]) {
                summed[cube] = true;
                most = Math.max(most, sum(cube));
            }
        }
        return most;
    }

    private double sum(int cube) {
        double sum = 0;
        for (int step : STEPS) {
            sum += energies[cube + step];
        }
        return sum;
    }

    private static int place(int cell) {
        return ((CellGrid.layer(cell) + 2) * SIDE + CellGrid.column(cell) + 2) * SIDE + CellGrid.row(cell) + 2;
    }

    private static int[] steps() {
        int[] steps = new int[CUBE];
        for (int i = 0; i < CUBE; i++) {
            steps[i] = (i / 9 - 1) * LAYER + (i / 3 % 3 - 1) * SIDE + i % 3 - 1;
        }
        return steps;
    }
}
