package org.muonframework.dimuon.spinquest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.data.ColumnSpec;

class TrackColumnsTest {

    @Test
    @DisplayName("26 inputs: charges, then stations 1 and 3, μ⁺ before μ⁻, positions before momenta")
    void order() {
        assertThat(TrackColumns.specs())
                .extracting(ColumnSpec::name)
                .containsExactly(
                        "qPos", "qNeg", "x1Pos", "y1Pos", "z1Pos", "x1Neg", "y1Neg", "z1Neg", "x3Pos", "y3Pos", "z3Pos",
                        "x3Neg", "y3Neg", "z3Neg", "px1Pos", "py1Pos", "pz1Pos", "px1Neg", "py1Neg", "pz1Neg", "px3Pos",
                        "py3Pos", "pz3Pos", "px3Neg", "py3Neg", "pz3Neg");
        assertThat(TrackColumns.specs()).hasSize(2 + TrackColumns.MEASURED);
    }

    @Test
    void positionsAreInCmAndMomentaInGeV() {
        for (ColumnSpec column : TrackColumns.specs().subList(2, 26)) {
            assertThat(column.unit()).isEqualTo(column.name().startsWith("p") ? "GeV" : "cm");
        }
    }
}
