package org.muonframework.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FixedTargetTest {

    private static final FixedTarget FERMILAB = new FixedTarget(120, 0.93827);

    @Test
    void aBeamOf120GeVCollidesAt15GeV() {
        assertThat(FERMILAB.s()).isCloseTo(226.9455, within(1e-4));
        assertThat(FERMILAB.beta()).isCloseTo(0.99221, within(1e-5));
        assertThat(new FixedTarget(120, 0.938).s()).isCloseTo(226.879688, within(1e-6));
        assertThat(new FixedTarget(120, 0.938).beta()).isCloseTo(0.992213646, within(1e-9));
        assertThatThrownBy(() -> new FixedTarget(0.5, 0.938)).hasMessageContaining("does not collide");
    }

    @Test
    @DisplayName("μ⁺ (2, 1, 40) and μ⁻ (−1.5, −0.5, 35)")
    void firstGoldenPair() {
        Pair pair = new Pair(Constants.MUON_MASS, new double[] {2, 1, 40}, new double[] {-1.5, -0.5, 35});
        Offset<Double> digits = within(1e-5);
        assertThat(pair.mass()).isCloseTo(3.77844, digits);
        assertThat(pair.pt()).isCloseTo(0.70711, digits);
        assertThat(FERMILAB.x1(pair.e())).isCloseTo(0.62097, digits);
        assertThat(FERMILAB.x2(pair.pz(), pair.e())).isCloseTo(0.10653, digits);
        assertThat(FERMILAB.feynmanX(pair.pz(), pair.e(), pair.mass())).isCloseTo(0.55328, digits);
        assertThat(pair.cosTheta()).isCloseTo(-0.10416, digits);
    }

    @Test
    @DisplayName("μ⁺ (2.0, 0.5, 30.0) and μ⁻ (−2.2, −0.3, 25.0) with the rounded masses of E906")
    void secondGoldenPair() {
        FixedTarget e906 = new FixedTarget(120, 0.938);
        Pair pair = new Pair(0.10566, new double[] {2.0, 0.5, 30.0}, new double[] {-2.2, -0.3, 25.0});
        Offset<Double> digits = within(1e-8);
        assertThat(pair.mass()).isCloseTo(4.312866929, digits);
        assertThat(pair.pt()).isCloseTo(0.282842712, digits);
        assertThat(e906.x1(pair.e())).isCloseTo(0.456180558, digits);
        assertThat(e906.x2(pair.pz(), pair.e())).isCloseTo(0.181147514, digits);
        assertThat(e906.feynmanX(pair.pz(), pair.e(), pair.mass())).isCloseTo(0.301946562, digits);
        assertThat(pair.cosTheta()).isCloseTo(0.127191410, digits);
    }

    @Property
    @Label("x1 − x2 is β xF (1 − M²/s), β being the velocity of the beam in the centre of mass: 1 but for its mass")
    void momentumFractionsAgree(
            @ForAll @DoubleRange(min = -3, max = 3) double px,
            @ForAll @DoubleRange(min = 10, max = 100) double pz,
            @ForAll @DoubleRange(min = 0.3, max = 9) double mass) {
        double e = Math.sqrt(px * px + pz * pz + mass * mass);
        double expected = FERMILAB.feynmanX(pz, e, mass) * (1 - mass * mass / FERMILAB.s());
        double difference = FERMILAB.x1(e) - FERMILAB.x2(pz, e);
        assertThat(difference).isCloseTo(FERMILAB.beta() * expected, within(1e-11));
        if (Math.abs(expected) <= 1) {
            assertThat(difference).isCloseTo(expected, within(0.01));
        }
    }

    @Property
    void collinsSoperAngleIsTheSameInEveryFrameAlongTheBeam(
            @ForAll @DoubleRange(min = -3, max = 3) double px,
            @ForAll @DoubleRange(min = -4, max = 4) double rapidity) {
        Pair pair = new Pair(Constants.MUON_MASS, new double[] {px, 1, 40}, new double[] {-1.5, -0.5, 35});
        FourVectors frame = FourVectors.ofPtRapidityPhi(
                new double[] {0}, new double[] {rapidity}, new double[] {0}, new double[] {1});
        Pair boosted = new Pair(pair.plus().fromRestFrameOf(frame), pair.minus().fromRestFrameOf(frame));
        assertThat(boosted.cosTheta()).isCloseTo(pair.cosTheta(), within(1e-6));
    }

    private record Pair(FourVectors plus, FourVectors minus, FourVectors sum) {

        Pair(FourVectors plus, FourVectors minus) {
            this(plus, minus, FourVectors.sum(plus, minus));
        }

        Pair(double muonMass, double[] plus, double[] minus) {
            this(vector(plus, muonMass), vector(minus, muonMass));
        }

        double mass() {
            return sum.mass()[0];
        }

        double pt() {
            return sum.pt()[0];
        }

        double pz() {
            return sum.pz()[0];
        }

        double e() {
            return sum.e()[0];
        }

        double cosTheta() {
            return Kinematics.collinsSoperCosTheta(
                    plus.pz()[0], plus.e()[0], minus.pz()[0], minus.e()[0], mass(), pt());
        }

        private static FourVectors vector(double[] p, double mass) {
            double e = Math.sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2] + mass * mass);
            return new FourVectors(new double[] {p[0]}, new double[] {p[1]}, new double[] {p[2]}, new double[] {e});
        }
    }
}
