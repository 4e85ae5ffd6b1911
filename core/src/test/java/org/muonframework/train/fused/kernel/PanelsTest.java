package org.muonframework.train.fused.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PanelsTest {

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16})
    void giveEachWeightAPlaceOfItsOwn(int lanes) {
        for (int inputs = 1; inputs <= 20; inputs++) {
            for (int outputs = 1; outputs <= 70; outputs++) {
                Panels panels = new Panels(inputs, outputs, lanes);
                BitSet taken = new BitSet();
                for (int input = 0; input < inputs; input++) {
                    for (int output = 0; output < panels.stride(); output++) {
                        taken.set(panels.index(input, output));
                    }
                }
                assertThat(taken.cardinality()).isEqualTo(panels.size());
                assertThat(taken.length()).isEqualTo(panels.size());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16})
    void fillUpOutputsToWholeVectors(int lanes) {
        for (int outputs = 1; outputs <= 70; outputs++) {
            Panels panels = new Panels(3, outputs, lanes);
            assertThat(panels.stride() % lanes).isZero();
            assertThat(panels.stride() - outputs).isBetween(0, lanes - 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16})
    void areThoseOfTheOtherWayWhenTurned(int lanes) {
        Panels panels = new Panels(5, 37, lanes);

        assertThat(panels.transposed()).isEqualTo(new Panels(37, 5, lanes));
        assertThat(panels.transposed().transposed()).isEqualTo(panels);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16})
    void layTheOutputsOfATileSideBySide(int lanes) {
        Panels panels = new Panels(7, 3 * lanes, lanes);

        for (int input = 0; input < 7; input++) {
            for (int output = 0; output < 3 * lanes; output++) {
                int first = output / (2 * lanes) * 2 * lanes;
                assertThat(panels.index(input, output))
                        .isEqualTo(panels.start(first) + input * panels.width(first) + output - first);
            }
        }
        assertThat(panels.width(0)).isEqualTo(2 * lanes);
        assertThat(panels.width(2 * lanes)).isEqualTo(lanes);
    }
}
