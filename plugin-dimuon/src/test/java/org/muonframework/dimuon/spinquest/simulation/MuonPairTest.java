package org.muonframework.dimuon.spinquest.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.dimuon.Sample;
import org.muonframework.dimuon.spinquest.PairKinematics;
import org.muonframework.dimuon.spinquest.Spectrometer;
import org.muonframework.physics.Constants;
import org.muonframework.physics.Kinematics;

@DisplayName("A pair before the spectrometer")
class MuonPairTest {

    private static final int PAIRS = 100_000;

    private static final Production FLAT = Production.of(PairKind.FLAT);
    private static final Production PHYSICAL = Production.of(PairKind.PHYSICAL);

    @Test
    @DisplayName("conserves four-momentum to 10⁻⁶, and has the mass and the xF that were drawn")
    void conservation() {
        for (Production production : new Production[] {FLAT, PHYSICAL}) {
            each(production, pair -> {
                PairKinematics sum = sum(pair);
                assertThat(sum.mass()).isCloseTo(pair.parent.mass, within(1e-9 * sum.e()));
                assertThat(sum.feynmanX()).isCloseTo(pair.parent.xF, within(1e-9));
                assertThat(energy(pair.plus)).isCloseTo(pair.plus.e, within(1e-6 * pair.plus.e));
                assertThat(energy(pair.minus)).isCloseTo(pair.minus.e, within(1e-6 * pair.minus.e));
            });
        }
    }

    @Test
    @DisplayName("from a J/ψ has its mass to 10⁻⁹")
    void resonance() {
        each(
                (parent, random) -> {
                    parent.source = Source.J_PSI;
                    parent.mass = Constants.J_PSI_MASS;
                    parent.xF = 0.4 * random.nextDouble();
                },
                pair -> assertThat(sum(pair).mass()).isCloseTo(3.0969, within(1e-9)));
    }

    @Test
    @DisplayName("has x₁ − x₂ = xF (1 − M²/s) to 0.01")
    void fractions() {
        each(FLAT, pair -> {
            PairKinematics sum = sum(pair);
            double tau = sum.mass() * sum.mass() / Spectrometer.BEAM.s();
            assertThat(sum.x1() - sum.x2()).isCloseTo(sum.feynmanX() * (1 - tau), within(0.01));
        });
    }

    @Test
    @DisplayName("has ⟨cos²θ⟩ = 0.40 if flat or Drell–Yan, 1/3 from a resonance, and any azimuth")
    void angles() {
        assertThat(Sample.mean(values(FLAT, MuonPairTest::cosThetaSquared))).isCloseTo(0.40, within(0.01));
        assertThat(Sample.mean(values(new DrellYan(), MuonPairTest::cosThetaSquared)))
                .isCloseTo(0.40, within(0.01));
        double[] resonances = values(PHYSICAL, pair -> pair.parent.source.polarised() ? -1 : cosThetaSquared(pair));
        double share = Sample.fraction(resonances, -0.5, 1);
        assertThat((Sample.mean(resonances) + 1 - share) / share).isCloseTo(1.0 / 3, within(0.01));
        double[] phi = values(
                FLAT, pair -> sum(pair).collinsSoperPhi(pair.plus.px, pair.plus.py, pair.minus.px, pair.minus.py));
        assertThat(Sample.mean(phi)).isCloseTo(0, within(0.03));
        assertThat(Sample.standardDeviation(phi)).isCloseTo(Math.PI / Math.sqrt(3), within(0.02));
    }

    @Test
    @DisplayName("has (1 + (pT/2.8)²)⁻⁵ of transverse momenta above pT, cut off by energy conservation")
    void transverseMomentum() {
        Production heavy = (parent, random) -> {
            parent.mass = 4;
            parent.xF = 0.8;
        };
        double limit = Math.sqrt(Spectrometer.BEAM.s()) / 2 * (1 - 16 / Spectrometer.BEAM.s()) * 0.6;
        double[] pt = values(heavy, pair -> sum(pair).pt());
        for (double cut : new double[] {0.5, 1, 2, 3}) {
            double expected = (above(cut) - above(limit)) / (1 - above(limit));
            assertThat(Sample.fraction(pt, cut, limit + 1e-9)).isCloseTo(expected, within(0.006));
        }
        assertThat(Sample.fraction(pt, 0, limit + 1e-9)).isEqualTo(1);
    }

    @Test
    @DisplayName("physical: half J/ψ, 2 % ψ(2S), the rest Drell–Yan from 2 to 10 GeV; xF of resonances is N(0, 0.24)")
    void physical() {
        double[] mass = values(PHYSICAL, pair -> pair.parent.mass);
        Offset<Double> error = within(0.005);
        assertThat(Sample.fraction(mass, 3.0968, 3.0970)).isCloseTo(0.5, error);
        assertThat(Sample.fraction(mass, 3.6860, 3.6862)).isCloseTo(0.02, error);
        assertThat(Sample.fraction(mass, 2, 10)).isEqualTo(1);
        double[] xF = values(PHYSICAL, pair -> pair.parent.source == Source.J_PSI ? pair.parent.xF : Double.NaN);
        double[] resonances = Arrays.stream(xF).filter(x -> !Double.isNaN(x)).toArray();
        assertThat(Sample.mean(resonances)).isCloseTo(0, within(0.005));
        assertThat(Sample.standardDeviation(resonances)).isCloseTo(0.2398, within(0.003));
    }

    @Test
    @DisplayName("flat: mass from 0.212 to 10 GeV and xF from −1 to 1, evenly")
    void flat() {
        double[] mass = values(FLAT, pair -> pair.parent.mass);
        double[] xF = values(FLAT, pair -> pair.parent.xF);
        assertThat(Sample.mean(mass)).isCloseTo(5.106, within(0.04));
        assertThat(Sample.fraction(mass, 0.212, 10)).isEqualTo(1);
        assertThat(Sample.standardDeviation(xF)).isCloseTo(1 / Math.sqrt(3), within(0.005));
        assertThat(Sample.mean(xF)).isCloseTo(0, within(0.01));
    }

    private static double above(double pt) {
        return Math.pow(1 + pt * pt / (2.8 * 2.8), -5);
    }

    private static void each(Production production, Consumer<MuonPair> check) {
        SplittableRandom random = new SplittableRandom(1);
        MuonPair pair = new MuonPair();
        for (int i = 0; i < 2_000; i++) {
            pair.draw(production, random);
            check.accept(pair);
        }
    }

    private static double[] values(Production production, ToDoubleFunction<MuonPair> value) {
        SplittableRandom random = new SplittableRandom(2);
        MuonPair pair = new MuonPair();
        double[] values = new double[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            pair.draw(production, random);
            values[i] = value.applyAsDouble(pair);
        }
        return values;
    }

    private static PairKinematics sum(MuonPair pair) {
        Muon plus = pair.plus;
        Muon minus = pair.minus;
        return PairKinematics.ofEnergy(plus.px + minus.px, plus.py + minus.py, plus.pz + minus.pz, plus.e + minus.e);
    }

    private static double energy(Muon muon) {
        double mass = Constants.MUON_MASS;
        return Math.sqrt(muon.px * muon.px + muon.py * muon.py + muon.pz * muon.pz + mass * mass);
    }

    private static double cosThetaSquared(MuonPair pair) {
        PairKinematics sum = sum(pair);
        double cosTheta = Kinematics.collinsSoperCosTheta(
                pair.plus.pz, pair.plus.e, pair.minus.pz, pair.minus.e, sum.mass(), sum.pt());
        return cosTheta * cosTheta;
    }
}
