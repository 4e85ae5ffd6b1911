package org.muonframework.dimuon.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.muonframework.dimuon.Sample;
import org.muonframework.dimuon.simulation.PairProcess.Candidates;
import org.muonframework.physics.Constants;
import org.muonframework.physics.FourVectors;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PairProcessTest {

    private static final int ROWS = 200_000;

    private final Candidates signal = ZmumuSimulation.signal().produce(ROWS, new SplittableRandom(1));
    private final Candidates background = ZmumuSimulation.background(0).produce(ROWS, new SplittableRandom(2));

    @Test
    @DisplayName("every decay conserves four-momentum to 10⁻⁶ and the mass to 10⁻⁹")
    void conservation() {
        for (Candidates pairs : new Candidates[] {signal, background}) {
            FourVectors sum = FourVectors.sum(pairs.plus(), pairs.minus());
            FourVectors parents = pairs.parents();
            assertThat(largestDifference(sum.px(), parents.px(), parents.e())).isLessThan(1e-6);
            assertThat(largestDifference(sum.py(), parents.py(), parents.e())).isLessThan(1e-6);
            assertThat(largestDifference(sum.pz(), parents.pz(), parents.e())).isLessThan(1e-6);
            assertThat(largestDifference(sum.e(), parents.e(), parents.e())).isLessThan(1e-6);
            assertThat(largestDifference(sum.mass(), parents.mass(), parents.mass()))
                    .isLessThan(1e-9);
        }
    }

    @Test
    @DisplayName("⟨cos²θ⟩ of μ⁺ in the rest frame is 0.40 for the Z (1 + cos²θ) and 1/3 for the background")
    void decayAngles() {
        assertThat(meanSquaredCosTheta(signal)).isCloseTo(0.4, within(0.003));
        assertThat(meanSquaredCosTheta(background)).isCloseTo(1.0 / 3, within(0.003));
    }

    @Test
    @DisplayName("the Z is a Breit–Wigner: a half lies within half a width, a quarter above it")
    void breitWigner() {
        double[] mass = signal.parents().mass();
        double half = Constants.Z_WIDTH / 2;
        double inside = Sample.fraction(mass, Constants.Z_MASS - half, Constants.Z_MASS + half);
        double within40And200 = (Math.atan(108.8124 / half) + Math.atan(51.1876 / half)) / Math.PI;
        assertThat(inside).isCloseTo(0.5 / within40And200, within(0.004));
        assertThat(Sample.fraction(mass, 40, 200)).isEqualTo(1);
        assertThat(Sample.median(mass)).isCloseTo(Constants.Z_MASS, within(0.02));
    }

    @Test
    @DisplayName("the mass of the background falls as M^−3.5: between 40 and 200 GeV, 83.8 % lie below 80 GeV")
    void powerLaw() {
        double[] mass = background.parents().mass();
        double below = (1 - Math.pow(2, -2.5)) / (1 - Math.pow(5, -2.5));
        assertThat(below).isCloseTo(0.8382, within(1e-4));
        assertThat(Sample.fraction(mass, 40, 80)).isCloseTo(below, within(0.003));
        assertThat(Sample.fraction(mass, 40, 200)).isEqualTo(1);
        double logSlope = Math.log(Sample.fraction(mass, 50, 52) / Sample.fraction(mass, 100, 104)) / Math.log(2);
        assertThat(logSlope).as("bins twice as wide at twice the mass").isCloseTo(2.5, within(0.15));
    }

    @Test
    void transverseMomentumAndRapidityFollowTheirLaws() {
        assertThat(Sample.mean(signal.parents().pt())).isCloseTo(1.4 * 9, within(0.1));
        assertThat(Sample.standardDeviation(signal.parents().pt())).isCloseTo(Math.sqrt(1.4) * 9, within(0.1));
        assertThat(Sample.mean(background.parents().pt())).isCloseTo(1.6 * 12, within(0.15));
        assertThat(Sample.standardDeviation(rapidity(signal))).isCloseTo(1.15, within(0.01));
        assertThat(Sample.standardDeviation(rapidity(background))).isCloseTo(1.3, within(0.01));
    }

    @Test
    @DisplayName("in half of the background events the second muon is that of the next event")
    void unrelatedMuons() {
        Candidates mixed = ZmumuSimulation.background(0.5).produce(ROWS, new SplittableRandom(2));
        double[] mixedMinus = mixed.minus().px();
        double[] ownMinus = background.minus().px();
        assertThat(mixed.plus().px()).isEqualTo(background.plus().px());
        assertThat(IntStream.range(0, ROWS))
                .allMatch(i -> mixedMinus[i] == ownMinus[mixed.uncorrelated()[i] ? (i + 1) % ROWS : i]);
        long unrelated =
                IntStream.range(0, ROWS).filter(i -> mixed.uncorrelated()[i]).count();
        assertThat(unrelated / (double) ROWS).isCloseTo(0.5, within(0.005));
        assertThat(signal.uncorrelated()).doesNotContain(true);
    }

    private static double largestDifference(double[] actual, double[] expected, double[] scale) {
        return IntStream.range(0, ROWS)
                .mapToDouble(i -> Math.abs(actual[i] - expected[i]) / scale[i])
                .max()
                .orElseThrow();
    }

    private static double meanSquaredCosTheta(Candidates pairs) {
        FourVectors rest = pairs.plus().inRestFrameOf(pairs.parents());
        return IntStream.range(0, ROWS)
                .mapToDouble(i -> {
                    double pz = rest.pz()[i];
                    double momentum2 = rest.px()[i] * rest.px()[i] + rest.py()[i] * rest.py()[i] + pz * pz;
                    return pz * pz / momentum2;
                })
                .average()
                .orElseThrow();
    }

    private static double[] rapidity(Candidates pairs) {
        FourVectors parents = pairs.parents();
        double[] result = new double[parents.size()];
        Arrays.setAll(
                result, i -> 0.5 * Math.log((parents.e()[i] + parents.pz()[i]) / (parents.e()[i] - parents.pz()[i])));
        return result;
    }
}
