package org.muonframework.data.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.data.ColumnsDataset;
import org.muonframework.physics.MuonInJet;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnType;

/**
 * One row a muon, with the jets of its event as lists: two muons of an event with two jets, one far from both jets of its
 * event, and one of an event without jets.
 */
@DisplayName("The jet nearest to a muon")
class NearestJetTest {

    private static final ColumnsDataset MUONS = new ColumnsDataset()
            .with("pt", 6, 9, 12, 20)
            .with("eta", 0.5, -1.1, 1, 0)
            .with("phi", 3.1, 0.2, 1, 0)
            .with("jet_pt", jets(60, 35, 60, 35, 80, 30), ColumnType.DOUBLE)
            .with("jet_eta", jets(-1.0, 0.6, -1.0, 0.6, -2, 1.8), ColumnType.DOUBLE)
            .with("jet_phi", jets(0.0, -3.1, 0.0, -3.1, 2, -2), ColumnType.DOUBLE);

    private static Column jets(double... values) {
        return new Column.Jagged(new int[] {0, 2, 4, 6, 6}, new Column.Doubles(values));
    }

    private static double[] values(String text) {
        return Expression.parse(text, MUONS.schema()).evaluate(MUONS.batch());
    }

    @Test
    @DisplayName("is found across the seam at π; where there is no jet there is none")
    void nearest() {
        assertThat(values("argmin(deltaR(eta, phi, jet_eta, jet_phi))")).containsExactly(1, 0, 1, Double.NaN);
        assertThat(values("jet_pt[argmin(deltaR(eta, phi, jet_eta, jet_phi))]"))
                .containsExactly(35, 60, 30, Double.NaN);
        assertThat(values("pt / jet_pt[argmin(deltaR(eta, phi, jet_eta, jet_phi))]"))
                .containsExactly(6 / 35.0, 0.15, 0.4, Double.NaN);
    }

    @Test
    @DisplayName("takes its muon within ΔR < 0.4; a muon without a jet is in none")
    void association() {
        assertThat(values("min(deltaR(eta, phi, jet_eta, jet_phi)) < 0.4"
                        + " && jet_pt[argmin(deltaR(eta, phi, jet_eta, jet_phi))] > 25 && abs(eta) < 2.5 && pt > 4"))
                .containsExactly(1, 1, 0, 0);
        assertThat(values("any(deltaR(eta, phi, jet_eta, jet_phi) < 0.4 && jet_pt > 40)"))
                .containsExactly(0, 1, 0, 0);
    }

    @Test
    @DisplayName("gives pT(rel) and z, of the nearest jet or of all")
    void observables() {
        double expected = MuonInJet.ptRel(9, -1.1, 0.2, 60, -1.0, 0);
        assertThat(values("min(ptRel(pt, eta, phi, jet_pt, jet_eta, jet_phi))")[1])
                .isEqualTo(expected);
        String nearest = "[argmin(deltaR(eta, phi, jet_eta, jet_phi))]";
        assertThat(values("ptRel(pt, eta, phi, jet_pt" + nearest + ", jet_eta" + nearest + ", jet_phi" + nearest + ")"))
                .satisfies(values -> assertThat(values[1]).isEqualTo(expected))
                .satisfies(values -> assertThat(values[3]).isNaN());
    }
}
