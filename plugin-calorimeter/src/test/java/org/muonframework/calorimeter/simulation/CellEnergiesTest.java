package org.muonframework.calorimeter.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.data.Column;

class CellEnergiesTest {

    @Test
    @DisplayName("cells come out in order, those below the threshold not; then all are empty")
    void inOrder() {
        CellEnergies cells = new CellEnergies();
        cells.add(5.9, 5.9, 203, 2);
        cells.add(-5.9, -5.9, 1, 1);
        cells.add(0.1, 0.1, 100, 0.25);
        cells.add(0.2, 0.2, 100, 0.25);
        cells.add(0.1, 0.1, 1, 0.001);
        cells.add(7, 0, 1, 50);
        Hits hits = new Hits(3);
        cells.moveTo(hits, 0.01);
        cells.moveTo(hits, 0.01);
        cells.add(0.1, 0.1, 1, 0.01);
        cells.moveTo(hits, 0.001);
        Column.Jagged numbers = (Column.Jagged) hits.cells();
        Column.Jagged energies = (Column.Jagged) hits.energies();
        assertThat(numbers.offsets()).containsExactly(0, 3, 3, 4);
        assertThat(((Column.Ints) numbers.values()).values())
                .containsExactly(0, (24 * 32 + 16) * 32 + 16, 51_199, 16 * 32 + 16);
        assertThat(((Column.Floats) energies.values()).values()).containsExactly(1, 0.5f, 2, 0.01f);
    }
}
