package org.muonframework.softmuon.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.physics.Constants;
import org.muonframework.physics.FourVectors;
import org.muonframework.physics.Kinematics;

class JetAxisTest {

    private final Rows rows = Rows.of(new SoftMuonSettings(20_000, 2, 0.8, Generator.NOMINAL), 4, 2);
    private final FourVectors muons =
            FourVectors.ofPtEtaPhi(rows.get("pt"), rows.get("eta"), rows.get("phi"), Constants.MUON_MASS);
    private final FourVectors jets =
            FourVectors.ofPtEtaPhi(rows.get("jet_pt"), rows.get("jet_eta"), rows.get("jet_phi"), 0);

    @Test
    @DisplayName("pTrel = |p_μ × p_jet| / |p_jet|, z = p_μ · p_jet / p_jet² and ΔR follow from the two four-vectors")
    void observables() {
        for (int i = 0; i < rows.size(); i++) {
            double jetP = jets.e()[i];
            double px = muons.px()[i];
            double py = muons.py()[i];
            double pz = muons.pz()[i];
            double jx = jets.px()[i] / jetP;
            double jy = jets.py()[i] / jetP;
            double jz = jets.pz()[i] / jetP;
            double across = norm(py * jz - pz * jy, pz * jx - px * jz, px * jy - py * jx);
            double share = (px * jx + py * jy + pz * jz) / jetP;
            double rest = norm(px - jetP * jx, py - jetP * jy, pz - jetP * jz);
            double distance = Kinematics.deltaR(
                    rows.get("eta")[i], rows.get("phi")[i], rows.get("jet_eta")[i], rows.get("jet_phi")[i]);
            assertThat(rows.get("pTrel")[i]).isCloseTo(across, within(1e-9));
            assertThat(rows.get("z")[i]).isCloseTo(share, within(1e-12));
            assertThat(rows.get("dR")[i]).isCloseTo(distance, within(1e-12));
            assertThat(rows.get("ptRatio")[i]).isCloseTo(rows.get("pt")[i] / rows.get("jet_pt")[i], within(1e-15));
            assertThat(rows.get("jet_e")[i]).isCloseTo(muons.e()[i] + rest, within(1e-9 * jetP));
        }
    }

    @Test
    @DisplayName("every muon belongs to its jet: ΔR < 0.4, jet pT > 25 GeV and |η| < 2.5 for both")
    void association() {
        assertThat(Arrays.stream(rows.get("dR"))).allMatch(distance -> distance < 0.4);
        assertThat(Arrays.stream(rows.get("z"))).allMatch(share -> share > 0 && share < 1);
        assertThat(Arrays.stream(rows.get("jet_pt"))).allMatch(pt -> pt > 25);
        assertThat(Arrays.stream(rows.get("jet_eta"))).allMatch(eta -> Math.abs(eta) < 2.5);
        assertThat(Arrays.stream(rows.get("eta"))).allMatch(eta -> Math.abs(eta) < 2.5);
        assertThat(Arrays.stream(rows.get("jet_phi"))).allMatch(phi -> phi > -Math.PI && phi <= Math.PI);
    }

    @Test
    @DisplayName("the axis lies around the muon without a preferred side")
    void isotropy() {
        double azimuth = 0;
        double polar = 0;
        for (int i = 0; i < rows.size(); i++) {
            azimuth += Math.signum(Kinematics.deltaPhi(rows.get("jet_phi")[i], rows.get("phi")[i]));
            polar += Math.signum(rows.get("jet_eta")[i] - rows.get("eta")[i]);
        }
        assertThat(azimuth / rows.size()).isCloseTo(0, within(0.03));
        assertThat(polar / rows.size()).isCloseTo(0, within(0.03));
    }

    private static double norm(double x, double y, double z) {
        return Math.sqrt(x * x + y * y + z * z);
    }
}
