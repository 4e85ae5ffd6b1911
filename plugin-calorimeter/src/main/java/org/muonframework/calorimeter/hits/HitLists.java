package org.muonframework.calorimeter.hits;

import java.util.Arrays;
import java.util.Map;
import org.muonframework.spi.data.Column;

/** Collects the hits of a batch, row by row. */
final class HitLists {

    private final int[] offsets;
    private int[] cells = new int[1024];
    private float[] energies = new float[1024];
    private int row;
    private int count;

    HitLists(int rows) {
        offsets = new int[rows + 1];
    }

    void add(int cell, float energy) {
        if (count == cells.length) {
            cells = Arrays.copyOf(cells, Math.multiplyExact(2, count));
            energies = Arrays.copyOf(energies, cells.length);
        }
        cells[count] = cell;
        energies[count++] = energy;
    }

    void endRow() {
        offsets[++row] = count;
    }

    Map<String, Column> columns() {
        Column cell = new Column.Ints(Arrays.copyOf(cells, count));
        Column energy = new Column.Floats(Arrays.copyOf(energies, count));
        return Map.of(
                HitFinder.CELL, new Column.Jagged(offsets, cell),
                HitFinder.ENERGY, new Column.Jagged(offsets, energy));
    }
}
