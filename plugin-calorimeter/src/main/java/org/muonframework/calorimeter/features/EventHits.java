package org.muonframework.calorimeter.features;

import org.muonframework.spi.data.Column;

/** The hits of one event after the other, whatever types the columns are of; for one thread. */
final class EventHits {

    private int[] cells = new int[1024];
    private float[] energies = new float[1024];
    private int count;

    /**
     * Takes the hits of a row.
     *
     * @throws IllegalArgumentException if there is not an energy for each cell, or a cell is no whole number
     */
    void take(Column.Jagged cellLists, Column.Jagged energyLists, int row) {
        int firstCell = cellLists.offsets()[row];
        int firstEnergy = energyLists.offsets()[row];
        count = cellLists.offsets()[row + 1] - firstCell;
        int other = energyLists.offsets()[row + 1] - firstEnergy;
        if (count != other) {
            throw new IllegalArgumentException("there are " + count + " cells and " + other + " energies");
        }
        if (count > cells.length) {
            cells = new int[2 * count];
            energies = new float[2 * count];
        }
        for (int i = 0; i < count; i++) {
            double cell = cellLists.values().doubleAt(firstCell + i);
            if (cell != (int) cell) {
                throw new IllegalArgumentException(
                        "the cell of hit " + i + " is " + cell + ", which is no cell's number");
            }
            cells[i] = (int) cell;
            energies[i] = (float) energyLists.values().doubleAt(firstEnergy + i);
        }
    }

    /** The cells; those of the event are the first. */
    int[] cells() {
        return cells;
    }

    /** The energies, in GeV; those of the event are the first. */
    float[] energies() {
        return energies;
    }

    /** Number of hits. */
    int count() {
        return count;
    }
}
