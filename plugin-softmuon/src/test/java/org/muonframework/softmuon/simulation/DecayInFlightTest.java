package org.muonframework.softmuon.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.UniformRealDistribution;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.physics.Constants;

class DecayInFlightTest {

    private static final int DECAYS = 20_000;
    private static final Map<DecayInFlight, Double> MASSES =
            Map.of(DecayInFlight.PION, Constants.PION_MASS, DecayInFlight.KAON, Constants.KAON_MASS);

    private final RandomGenerator random = new SplittableRandom(1);
    private final Candidate muon = new Candidate();

    DecayInFlightTest() {
        muon.producedPt = 10;
        muon.coshEta = 1;
    }

    @Test
    void theKinematicLimitsAreThoseOfTheMasses() {
        assertThat(DecayInFlight.PION.minFraction()).isCloseTo(0.573, within(0.0005));
        assertThat(DecayInFlight.PION.restMomentum()).isCloseTo(0.0298, within(0.00005));
        assertThat(DecayInFlight.KAON.minFraction()).isCloseTo(0.0458, within(0.00005));
        assertThat(DecayInFlight.KAON.restMomentum()).isCloseTo(0.2355, within(0.00005));
    }

    @Test
    @DisplayName("x is flat from its least value to 1, and the transverse momentum never above that in the rest frame")
    void fractions() {
        for (DecayInFlight decay : MASSES.keySet()) {
            double[] fractions = IntStream.range(0, DECAYS)
                    .mapToDouble(i -> {
                        decay.decay(muon, random);
                        assertThat(muon.decayKt).isBetween(0.0, decay.restMomentum());
                        return muon.momentumFraction;
                    })
                    .toArray();
            UniformRealDistribution flat = new UniformRealDistribution(decay.minFraction(), 1);
            assertThat(Arrays.stream(fractions)).allMatch(x -> x >= decay.minFraction() && x <= 1);
            assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(flat, fractions, false))
                    .isGreaterThan(0.01);
        }
    }

    @Test
    @DisplayName("energy is conserved: with shares x and 1 − x of E + p, muon and neutrino have the hadron's E − p")
    void energyConservation() {
        MASSES.forEach((decay, mass) -> {
            for (int i = 0; i < DECAYS; i++) {
                decay.decay(muon, random);
                double x = muon.momentumFraction;
                double forward = 2 * muon.producedMomentum();
                double kt2 = muon.decayKt * muon.decayKt;
                double ofMuon = (Constants.MUON_MASS * Constants.MUON_MASS + kt2) / (x * forward);
                double ofNeutrino = kt2 / ((1 - x) * forward);
                assertThat(ofMuon + ofNeutrino).isCloseTo(mass * mass / forward, within(1e-6 * mass * mass / forward));
            }
        });
    }

    @Test
    @DisplayName("the kink is kT/p, and its part in the bending plane is smaller and of either sign")
    void kinks() {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DECAYS; i++) {
            DecayInFlight.KAON.decay(muon, random);
            assertThat(muon.kink).isEqualTo(muon.decayKt / Math.max(10 * muon.momentumFraction, 0.5));
            assertThat(Math.abs(muon.bendingKink)).isLessThanOrEqualTo(muon.kink);
            double cosine = muon.bendingKink / muon.kink;
            sum += cosine;
            squares += cosine * cosine;
        }
        assertThat(sum / DECAYS).isCloseTo(0, within(0.02));
        assertThat(squares / DECAYS).isCloseTo(0.5, within(0.01));
    }

    @Test
    @DisplayName("decays are spread evenly to the calorimeters at 1.3 m, with 12 % of a tail up to 1.9 m")
    void radii() {
        double[] radii = IntStream.range(0, DECAYS)
                .mapToDouble(i -> {
                    DecayInFlight.PION.decay(muon, random);
                    return muon.decayRadius;
                })
                .toArray();
        double[] inside = IntStream.range(0, DECAYS)
                .mapToDouble(i -> radii[i])
                .filter(radius -> radius < 1.3)
                .toArray();
        double tail = 0.25 * (1 - Math.exp(-0.6 / 0.25)) / 1.9;
        assertThat(1 - inside.length / (double) DECAYS).isCloseTo(tail, within(0.009));
        assertThat(Arrays.stream(radii)).allMatch(radius -> radius >= 0 && radius < 1.9);
        assertThat(new KolmogorovSmirnovTest()
                        .kolmogorovSmirnovTest(new UniformRealDistribution(0, 1.3), inside, false))
                .isGreaterThan(0.01);
    }

    @Test
    void aMuonThatDoesNotComeFromADecayKeepsItsMomentum() {
        DecayInFlight.KAON.decay(muon, random);
        DecayInFlight.none(muon);
        assertThat(muon.muonMomentum()).isEqualTo(10);
        assertThat(new double[] {muon.kink, muon.bendingKink, muon.decayKt, muon.decayRadius})
                .containsOnly(0);
    }
}
