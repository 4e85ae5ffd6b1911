package org.muonframework.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FourVectorsTest {

    @Test
    @DisplayName(
            "the mass of a pair is that of (p₁x+p₂x, p₁y+p₂y, p₁z+p₂z); mixing the axes as p₁x+p₂z is another number")
    void massOfAPair() {
        FourVectors plus = vector(2, 1, 40, Constants.MUON_MASS);
        FourVectors minus = vector(-1.5, -0.5, 35, Constants.MUON_MASS);
        assertThat(FourVectors.sum(plus, minus).mass()[0]).isCloseTo(3.77844, within(1e-5));

        double mixed = Kinematics.mass(
                plus.px()[0] + minus.pz()[0],
                plus.py()[0] + minus.py()[0],
                plus.pz()[0] + minus.pz()[0],
                plus.e()[0] + minus.e()[0]);
        assertThat(mixed).isNaN();
    }

    @Test
    @DisplayName("N particles: M² = (ΣE)² − |Σp|²")
    void massOfManyParticles() {
        FourVectors[] corners = {vector(1, 1, 1, 2), vector(-1, -1, 1, 2), vector(-1, 1, -1, 2), vector(1, -1, -1, 2)};
        FourVectors total = FourVectors.sum(corners[0], corners[1], corners[2], corners[3]);
        assertThat(total.mass()[0]).isCloseTo(4 * Math.sqrt(7), within(1e-12));
        assertThat(total.pt()[0]).isZero();
        assertThat(corners[0].px()[0]).as("the summands are unchanged").isEqualTo(1);
    }

    @Test
    void columnsOfDifferentLengthsAreRefused() {
        FourVectors two = FourVectors.ofPtEtaPhi(new double[2], new double[2], new double[2], 0.1);
        FourVectors one = vector(1, 2, 3, 0.1);
        assertThatThrownBy(() -> FourVectors.sum(two, one)).hasMessageContaining("2 and 1 rows");
        assertThatThrownBy(() -> two.inRestFrameOf(one)).hasMessageContaining("1 parents");
        assertThatThrownBy(() -> new FourVectors(new double[1], new double[1], new double[2], new double[1]))
                .hasMessageContaining("1, 1, 2 and 1 rows");
    }

    @Property
    void coordinatesOfACollider(
            @ForAll @DoubleRange(min = 0.5, max = 500) double pt,
            @ForAll @DoubleRange(min = -5, max = 5) double eta,
            @ForAll @DoubleRange(min = -3.14, max = 3.14) double phi) {
        FourVectors muon =
                FourVectors.ofPtEtaPhi(new double[] {pt}, new double[] {eta}, new double[] {phi}, Constants.MUON_MASS);
        assertThat(muon.pt()[0]).isCloseTo(pt, within(1e-12 * pt));
        assertThat(muon.eta()[0]).isCloseTo(eta, within(1e-12));
        assertThat(muon.phi()[0]).isCloseTo(phi, within(1e-12));
        double e = muon.e()[0];
        assertThat(muon.mass()[0] * muon.mass()[0])
                .isCloseTo(Constants.MUON_MASS * Constants.MUON_MASS, within(1e-14 * e * e));
    }

    @Test
    void azimuthIsNeverMinusPi() {
        assertThat(new FourVectors(new double[] {-1}, new double[] {-0.0}, new double[] {0}, new double[] {2}).phi()[0])
                .isEqualTo(Math.PI);
    }

    @Property
    void boostsKeepMassesAndComeBack(
            @ForAll @DoubleRange(min = -50, max = 50) double px,
            @ForAll @DoubleRange(min = -50, max = 50) double pz,
            @ForAll @DoubleRange(min = -80, max = 80) double parentPx,
            @ForAll @DoubleRange(min = -80, max = 80) double parentPz) {
        FourVectors particle = vector(px, 3, pz, 5);
        FourVectors parent = vector(parentPx, -2, parentPz, 40);
        FourVectors boosted = particle.fromRestFrameOf(parent);
        double e = boosted.e()[0];
        assertThat(boosted.mass()[0]).isCloseTo(5, within(1e-13 * e * e));
        FourVectors back = boosted.inRestFrameOf(parent);
        assertThat(back.px()[0]).isCloseTo(px, within(1e-12 * e * e));
        assertThat(back.pz()[0]).isCloseTo(pz, within(1e-12 * e * e));
        assertThat(back.e()[0]).isCloseTo(particle.e()[0], within(1e-12 * e * e));
    }

    @Property
    void massOfAPairIsTheSameInEveryFrame(
            @ForAll @DoubleRange(min = -80, max = 80) double parentPx,
            @ForAll @DoubleRange(min = -80, max = 80) double parentPz) {
        FourVectors parent = vector(parentPx, 7, parentPz, 30);
        FourVectors plus = vector(2, 1, 40, Constants.MUON_MASS).fromRestFrameOf(parent);
        FourVectors minus = vector(-1.5, -0.5, 35, Constants.MUON_MASS).fromRestFrameOf(parent);
        FourVectors pair = FourVectors.sum(plus, minus);
        double e = pair.e()[0];
        assertThat(pair.mass()[0]).isCloseTo(3.7784373, within(1e-6 + 1e-13 * e * e));
    }

    @Test
    void aParentAtRestBoostsNothing() {
        FourVectors particle = vector(1, 2, 3, 4);
        FourVectors same = particle.fromRestFrameOf(vector(0, 0, 0, 10));
        assertThat(same.px()).containsExactly(particle.px());
        assertThat(same.e()).containsExactly(particle.e());
    }

    static FourVectors vector(double px, double py, double pz, double mass) {
        double e = Math.sqrt(px * px + py * py + pz * pz + mass * mass);
        return new FourVectors(new double[] {px}, new double[] {py}, new double[] {pz}, new double[] {e});
    }
}
