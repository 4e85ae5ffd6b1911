package org.muonframework.dimuon.higgs.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Two pairs of four leptons")
class LeptonPairingTest {

    private static final int[] MUONS = {13, 13, 13, 13};

    /** Four leptons of 45.6 GeV in the transverse plane, at these azimuths: opposite ones have 91.2 GeV. */
    private static int best(int[] charge, int[] flavour, double... phi) {
        double[] px = new double[4];
        double[] py = new double[4];
        double[] e = new double[4];
        for (int i = 0; i < 4; i++) {
            px[i] = 45.6 * Math.cos(phi[i]);
            py[i] = 45.6 * Math.sin(phi[i]);
            e[i] = 45.6;
        }
        return LeptonPairing.best(px, py, new double[4], e, charge, flavour);
    }

    private static int[] leptons(int division) {
        int[] leptons = new int[4];
        for (int place = 0; place < 4; place++) {
            leptons[place] = LeptonPairing.lepton(division, place);
        }
        return leptons;
    }

    @Test
    @DisplayName("Z1 is the pair nearest to the Z, wherever its leptons stand")
    void nearestToTheZ() {
        assertThat(leptons(best(new int[] {1, 1, -1, -1}, MUONS, 0, 1, Math.PI, 1.5)))
                .containsExactly(0, 2, 1, 3);
        assertThat(leptons(best(new int[] {1, 1, -1, -1}, MUONS, 0, 1, 1.5, 1 + Math.PI)))
                .containsExactly(1, 3, 0, 2);
        assertThat(leptons(best(new int[] {1, -1, 1, -1}, MUONS, 0.2, 0.6, 1, 1 + Math.PI)))
                .containsExactly(2, 3, 0, 1);
    }

    @Test
    @DisplayName("leptons of equal charge make no pair, even at the mass of the Z")
    void charges() {
        int[] alternating = {1, -1, 1, -1};
        int division = best(alternating, MUONS, 0, 1, Math.PI, 1.5);
        for (int place = 0; place < 4; place += 2) {
            assertThat(alternating[LeptonPairing.lepton(division, place)])
                    .isEqualTo(-alternating[LeptonPairing.lepton(division, place + 1)]);
        }
        assertThat(best(new int[] {1, 1, 1, -1}, MUONS, 0, 1, Math.PI, 1.5)).isEqualTo(LeptonPairing.NONE);
        assertThat(best(new int[] {1, 1, 1, 1}, MUONS, 0, 1, Math.PI, 1.5)).isEqualTo(LeptonPairing.NONE);
    }

    @Test
    @DisplayName("an electron and a muon make no pair, even at the mass of the Z")
    void flavours() {
        int[] charge = {1, 1, -1, -1};
        assertThat(leptons(best(charge, new int[] {11, 13, 13, 11}, 0, 1, Math.PI, 1.5)))
                .isIn(new int[] {0, 3, 1, 2}, new int[] {1, 2, 0, 3});
        assertThat(best(charge, new int[] {11, 13, 13, 13}, 0, 1, Math.PI, 1.5))
                .as("one electron")
                .isEqualTo(LeptonPairing.NONE);
        assertThat(best(charge, new int[] {11, 11, 13, 13}, 0, 1, Math.PI, 1.5))
                .as("e+ e+ mu- mu-")
                .isEqualTo(LeptonPairing.NONE);
    }

    @Test
    @DisplayName("the mass of a pair is the root of (ΣE)² − |Σp|²")
    void golden() {
        double[] px = {2, -1.5, 0, 0};
        double[] py = {1, -0.5, 0, 0};
        double[] pz = {40, 35, 0, 0};
        double[] e = new double[4];
        for (int i = 0; i < 4; i++) {
            e[i] = Math.sqrt(px[i] * px[i] + py[i] * py[i] + pz[i] * pz[i] + 0.1056583755 * 0.1056583755);
        }
        assertThat(LeptonPairing.pairMass(0, 1, px, py, pz, e)).isCloseTo(3.77844, within(1e-5));
    }
}
