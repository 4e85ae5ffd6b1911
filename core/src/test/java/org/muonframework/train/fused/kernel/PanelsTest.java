package org.muonframework.train.fused.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PanelsTest {

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void giveEachValueOfABlockAPlaceOfItsOwn(int width) {
        for (int columns = 1; columns <= 70; columns++) {
            int filled = Panels.filled(columns, width);
            BitSet taken = new BitSet();
            for (int row = 0; row < Panels.ROWS; row++) {
                for (int column = 0; column < filled; column++) {
                    taken.set(Panels.place(row, column, width));
                }
            }
            assertThat(taken.cardinality()).isEqualTo(Panels.ROWS * filled);
            assertThat(taken.length()).isEqualTo(Panels.ROWS * filled);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void layTheRowsOfAPanelOneAfterTheOther(int width) {
        for (int column = 0; column < 3 * width; column++) {
            int panel = column / width;
            assertThat(Panels.place(0, panel * width, width)).isEqualTo(panel * width * Panels.ROWS);
            assertThat(Panels.place(5, column, width))
                    .isEqualTo(Panels.place(0, panel * width, width) + 5 * width + column % width);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 24})
    void layWholeRowsOneAfterTheOtherIfAllColumnsAreOnePanel(int columns) {
        for (int row = 0; row < Panels.ROWS; row++) {
            for (int column = 0; column < columns; column++) {
                assertThat(Panels.place(row, column, columns)).isEqualTo(row * columns + column);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void giveEachWeightAPlaceOfItsOwn(int width) {
        for (int inputs = 1; inputs <= 20; inputs++) {
            for (int outputs = 1; outputs <= 70; outputs++) {
                Panels panels = new Panels(inputs, outputs, width);
                BitSet taken = new BitSet();
                for (int input = 0; input < inputs; input++) {
                    for (int output = 0; output < panels.columns(); output++) {
                        taken.set(panels.index(input, output));
                    }
                }
                assertThat(taken.cardinality()).isEqualTo(panels.size());
                assertThat(taken.length()).isEqualTo(panels.size());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void layTheOutputsOfAPanelSideBySide(int width) {
        Panels panels = new Panels(7, 3 * width, width);

        for (int input = 0; input < 7; input++) {
            for (int output = 0; output < 3 * width; output++) {
                int panel = output / width;
                assertThat(panels.index(input, output)).isEqualTo(panel * 7 * width + input * width + output % width);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void fillUpColumnsToWholePanels(int width) {
        for (int outputs = 0; outputs <= 70; outputs++) {
            int columns = new Panels(3, outputs, width).columns();
            assertThat(columns).isEqualTo(Panels.filled(outputs, width));
            assertThat(columns % width).isZero();
            assertThat(columns - outputs).isBetween(0, width - 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32})
    void areThoseOfTheOtherWayWhenTransposed(int width) {
        Panels panels = new Panels(5, 37, width);

        assertThat(panels.transposed()).isEqualTo(new Panels(37, 5, width));
        assertThat(panels.transposed().transposed()).isEqualTo(panels);
    }
}
