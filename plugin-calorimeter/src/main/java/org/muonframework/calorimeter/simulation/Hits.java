package org.muonframework.calorimeter.simulation;

import java.util.Arrays;
import org.muonframework.spi.data.Column;

/** The hit cells of consecutive events, as two jagged columns grow. */
final class Hits {

    private static final int FIRST_CAPACITY = 1 << 16;

    private final int[] offsets;
    private int rows;
    private int size;
    private int[] cells = new int[FIRST_CAPACITY];
    private float[] energies = new float[FIRST_CAPACITY];

    /** Room for this number of events. */
    Hits(int events) {
        offsets = new int[events + 1];
    }

    void add(int cell, float energy) {
        if (size == cells.length) {
            cells = Arrays.copyOf(cells, 2 * size);
            energies = Arrays.copyOf(energies, 2 * size);
        }
        cells[size] = cell;
        energies[size++] = energy;
    }

    void endRow() {
        offsets[++rows] = size;
    }

    /** The numbers of the cells, row by row. */
    Column cells() {
        return new Column.Jagged(offsets, new Column.Ints(Arrays.copyOf(cells, size)));
    }

    /** Their energies in GeV, row by row. */
    Column energies() {
        return new Column.Jagged(offsets, new Column.Floats(Arrays.copyOf(energies, size)));
    }
}
