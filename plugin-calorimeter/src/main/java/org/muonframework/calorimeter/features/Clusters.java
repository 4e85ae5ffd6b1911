package org.muonframework.calorimeter.features;

import org.muonframework.calorimeter.grid.CellGrid;

/** Cells above 0.1 GeV that are connected by their faces, on the muon's track and off it. */
final class Clusters {

    private final boolean[] found = new boolean[CellGrid.CELLS];
    private final int[] cluster = new int[CellGrid.CELLS];
    private int size;

    private int clusters;
    private int allCells;
    private int mostCells;
    private double mostEnergy;
    private int longestX;
    private int longestY;
    private int longestZ;

    void compute(HitCells hits, double[] values) {
        clear();
        for (int cell = hits.tower(); cell < CellGrid.CELLS; cell += CellGrid.LAYER_CELLS) {
            seed(hits, cell);
        }
        values[HighLevelFeature.MAXDEPTHX.ordinal()] = longestX;
        values[HighLevelFeature.MAXDEPTHY.ordinal()] = longestY;
        values[HighLevelFeature.MAXDEPTHZ.ordinal()] = longestZ;
        values[HighLevelFeature.AVGCELLS.ordinal()] = clusters == 0 ? 0 : (double) allCells / clusters;
        store(values, HighLevelFeature.NCLU, HighLevelFeature.EPERCELL);
        clear();
        for (int hit = 0; hit < hits.size(); hit++) {
            seed(hits, hits.cell(hit));
        }
        values[HighLevelFeature.AVGCELLS1.ordinal()] = clusters == 0 ? 0 : (double) allCells / clusters;
        store(values, HighLevelFeature.NCLU1, HighLevelFeature.EPERCELL1);
        for (int hit = 0; hit < hits.size(); hit++) {
            found[hits.cell(hit)] = false;
        }
    }

    /** Their number, most cells and most energy, which follow each other, and the energy per cell. */
    private void store(double[] values, HighLevelFeature first, HighLevelFeature perCell) {
        values[first.ordinal()] = clusters;
        values[first.ordinal() + 1] = mostCells;
        values[first.ordinal() + 2] = mostEnergy;
        values[perCell.ordinal()] = mostCells == 0 ? 0 : mostEnergy / mostCells;
    }

    private void clear() {
        clusters = 0;
        allCells = 0;
        mostCells = 0;
        mostEnergy = 0;
        longestX = 0;
        longestY = 0;
        longestZ = 0;
    }

    /** Takes the whole cluster of a cell, unless the cell is not above or in a cluster already. */
    private void seed(HitCells hits, int seed) {
        size = 0;
        join(hits, seed);
        if (size > 0) {
            for (int next = 0; next < size; next++) {
                neighbours(hits, cluster[next]);
            }
            measure(hits);
        }
    }

    private void join(HitCells hits, int cell) {
        if (hits.above(cell) && !found[cell]) {
            found[cell] = true;
            cluster[size++] = cell;
        }
    }

    private void neighbours(HitCells hits, int cell) {
        int row = CellGrid.row(cell);
        int column = CellGrid.column(cell);
        int layer = CellGrid.layer(cell);
        if (row > 0) {
            join(hits, cell - 1);
        }
        if (row < CellGrid.SIDE - 1) {
            join(hits, cell + 1);
        }
        if (column > 0) {
            join(hits, cell - CellGrid.SIDE);
        }
        if (column < CellGrid.SIDE - 1) {
            join(hits, cell + CellGrid.SIDE);
        }
        if (layer > 0) {
            join(hits, cell - CellGrid.LAYER_CELLS);
        }
        if (layer < CellGrid.LAYERS - 1) {
            join(hits, cell + CellGrid.LAYER_CELLS);
        }
    }

    private void measure(HitCells hits) {
        double energy = 0;
        int lowX = CellGrid.SIDE;
        int highX = 0;
        int lowY = CellGrid.SIDE;
        int highY = 0;
        int lowZ = CellGrid.LAYERS;
        int highZ = 0;
        for (int i = 0; i < size; i++) {
            int cell = cluster[i];
            energy += hits.energy(cell);
            lowX = Math.min(lowX, CellGrid.column(cell));
            highX = Math.max(highX, CellGrid.column(cell));
            lowY = Math.min(lowY, CellGrid.row(cell));
            highY = Math.max(highY, CellGrid.row(cell));
            lowZ = Math.min(lowZ, CellGrid.layer(cell));
            highZ = Math.max(highZ, CellGrid.layer(cell));
        }
        clusters++;
        allCells += size;
        mostCells = Math.max(mostCells, size);
        mostEnergy = Math.max(mostEnergy, energy);
        longestX = Math.max(longestX, highX - lowX);
        longestY = Math.max(longestY, highY - lowY);
        longestZ = Math.max(longestZ, highZ - lowZ);
    }
}
