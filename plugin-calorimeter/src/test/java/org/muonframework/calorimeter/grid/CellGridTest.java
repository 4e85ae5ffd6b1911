package org.muonframework.calorimeter.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CellGridTest {

    @Test
    @DisplayName("51,200 cells fill 203.2 x 12 x 12 cm")
    void size() {
        assertThat(CellGrid.CELLS).isEqualTo(51_200);
        assertThat(CellGrid.LENGTH).isCloseTo(203.2, within(1e-9));
        assertThat(CellGrid.EDGE).isEqualTo(6);
    }

    @Test
    @DisplayName("the centre of every cell is in the cell of that layer, column and row")
    void centres() {
        for (int cell = 0; cell < CellGrid.CELLS; cell++) {
            int layer = CellGrid.layer(cell);
            int column = CellGrid.column(cell);
            int row = CellGrid.row(cell);
            assertThat((layer * 32 + column) * 32 + row).isEqualTo(cell);
            assertThat(CellGrid.cell(CellGrid.across(column), CellGrid.across(row), CellGrid.along(layer)))
                    .isEqualTo(cell);
        }
    }

    @Test
    @DisplayName("points outside are in no cell, also those just outside and those very far away")
    void outside() {
        assertThat(CellGrid.cell(-6, -6, 0)).isZero();
        assertThat(CellGrid.cell(-6.001, 0, 1)).isEqualTo(-1);
        assertThat(CellGrid.cell(0, -6.001, 1)).isEqualTo(-1);
        assertThat(CellGrid.cell(6, 0, 1)).isEqualTo(-1);
        assertThat(CellGrid.cell(0, 6, 1)).isEqualTo(-1);
        assertThat(CellGrid.cell(0, 0, -0.001)).isEqualTo(-1);
        assertThat(CellGrid.cell(0, 0, 203.21)).isEqualTo(-1);
        for (double far : new double[] {1e6, 1e9, 1e300, Double.POSITIVE_INFINITY, Double.NaN}) {
            assertThat(CellGrid.cell(far, 0, 1)).isEqualTo(-1);
            assertThat(CellGrid.cell(-far, 0, 1)).isEqualTo(-1);
            assertThat(CellGrid.cell(0, far, 1)).isEqualTo(-1);
            assertThat(CellGrid.cell(0, -far, 1)).isEqualTo(-1);
            assertThat(CellGrid.cell(0, 0, far)).isEqualTo(-1);
            assertThat(CellGrid.cell(0, 0, -far)).isEqualTo(-1);
        }
    }
}
