package org.muonframework.dimuon.higgs.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.dimuon.Sample;
import org.muonframework.physics.Constants;
import org.muonframework.physics.FourVectors;

@DisplayName("Four muons before the detector")
class DecayChainTest {

    private static final int ROWS = 20_000;
    private static final double HIGGS = 125.25;

    private static FourMuons higgs(long seed) {
        double[] masses = new double[ROWS];
        Arrays.fill(masses, HIGGS);
        return Higgs4lSimulation.sources(HIGGS).get(0).produce(masses, new SplittableRandom(seed));
    }

    @Test
    @DisplayName("of an H have its mass to 10⁻⁹ of it, and each muon its own to the rounding of E² − p²")
    void closure() {
        FourMuons muons = higgs(1);
        assertThat(Arrays.stream(muons.sum().mass())).allMatch(mass -> Math.abs(mass - HIGGS) < 1e-9 * HIGGS);
        for (FourVectors muon : muons.all()) {
            for (int row = 0; row < ROWS; row++) {
                double e = muon.e()[row];
                double p2 = muon.px()[row] * muon.px()[row]
                        + muon.py()[row] * muon.py()[row]
                        + muon.pz()[row] * muon.pz()[row];
                double expected = Constants.MUON_MASS * Constants.MUON_MASS;
                assertThat(e * e - p2).isCloseTo(expected, within(1e-12 * e * e));
            }
        }
    }

    @Test
    @DisplayName("conserve four-momentum in every decay to 10⁻⁶: of what was produced, and of both bosons")
    void conservation() {
        List<FourMuonSource> sources = Higgs4lSimulation.sources(HIGGS);
        for (int process = 0; process < 3; process++) {
            RandomGenerator random = new SplittableRandom(5);
            double[] masses = random.doubles(ROWS, 120, 180).toArray();
            if (process == 0) {
                Arrays.fill(masses, HIGGS);
            }
            DecayChain chain = (DecayChain) sources.get(process);
            FourVectors parents =
                    DecayChain.parents(masses, chain.rapidityWidth(), chain.pt(), new SplittableRandom(7));
            FourVectors sum = chain.produce(masses, new SplittableRandom(7)).sum();
            for (int row = 0; row < ROWS; row++) {
                double tolerance = 1e-6 * parents.e()[row];
                assertThat(sum.px()[row]).isCloseTo(parents.px()[row], within(tolerance));
                assertThat(sum.py()[row]).isCloseTo(parents.py()[row], within(tolerance));
                assertThat(sum.pz()[row]).isCloseTo(parents.pz()[row], within(tolerance));
                assertThat(sum.e()[row]).isCloseTo(parents.e()[row], within(tolerance));
            }
        }
    }

    @Test
    @DisplayName("are emitted evenly in the rest frame of their boson: ⟨cos²θ⟩ = 1/3")
    void isotropy() {
        FourMuons muons = higgs(2);
        FourVectors boson = muons.first();
        FourVectors rest = muons.plus1().inRestFrameOf(boson);
        double mean = IntStream.range(0, ROWS)
                .mapToDouble(row -> {
                    double p = Math.sqrt(rest.px()[row] * rest.px()[row]
                            + rest.py()[row] * rest.py()[row]
                            + rest.pz()[row] * rest.pz()[row]);
                    return rest.pz()[row] * rest.pz()[row] / (p * p);
                })
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(1.0 / 3, within(0.01));
    }

    @Test
    @DisplayName("of an H have the pair masses of its formula, integrated on a grid: quartiles of both to 0.5 GeV")
    void pairMasses() {
        FourMuons muons = higgs(3);
        double[] heavy = muons.first().mass();
        double[] light = muons.second().mass();
        assertThat(IntStream.range(0, ROWS)).allMatch(row -> heavy[row] >= light[row] && light[row] > 3.999);
        for (double quantile : new double[] {0.25, 0.5, 0.75}) {
            assertThat(Sample.quantile(light, quantile)).isCloseTo(quantile(quantile, false), within(0.5));
            assertThat(Sample.quantile(heavy, quantile)).isCloseTo(quantile(quantile, true), within(0.5));
        }
    }

    /** The quantile by a sum over squares of 0.05 GeV, with the weight as the specification has it. */
    private static double quantile(double probability, boolean heavy) {
        double step = 0.05;
        int bins = (int) (HIGGS / step);
        double[] sums = new double[bins];
        for (int i = 0; i < bins; i++) {
            double m1 = (i + 0.5) * step;
            for (int k = 0; k <= i; k++) {
                double m2 = (k + 0.5) * step;
                if (m2 > 4 && m1 + m2 < HIGGS) {
                    double kallen = (HIGGS * HIGGS - (m1 + m2) * (m1 + m2)) * (HIGGS * HIGGS - (m1 - m2) * (m1 - m2));
                    double weight = m1
                            * m2
                            * propagator(m1)
                            * propagator(m2)
                            / (m1 * m1 * m2 * m2)
                            * Math.sqrt(kallen)
                            * (kallen + 12 * m1 * m1 * m2 * m2);
                    sums[heavy ? i : k] += weight;
                }
            }
        }
        double target = probability * Arrays.stream(sums).sum();
        int bin = 0;
        for (double sum = sums[0]; sum < target; sum += sums[bin]) {
            bin++;
        }
        return (bin + 0.5) * step;
    }

    /** B(m) = m² M Γ / [(m² − M²)² + M² Γ²]. */
    private static double propagator(double m) {
        double width = Constants.Z_MASS * Constants.Z_WIDTH;
        double off = m * m - Constants.Z_MASS * Constants.Z_MASS;
        return m * m * width / (off * off + width * width);
    }

    @Test
    @DisplayName("of the backgrounds have pairs that fit into their mass, the heavier first")
    void backgroundPairs() {
        for (PairMasses pairs : List.of(new ContinuumPairs(), new SinglePairs())) {
            SplittableRandom random = new SplittableRandom(4);
            double[] first = new double[1];
            double[] second = new double[1];
            for (int i = 0; i < 2000; i++) {
                double mass = 70 + 111 * random.nextDouble();
                pairs.draw(mass, first, second, 0, random);
                assertThat(first[0]).isGreaterThan(second[0]).isLessThan(mass - second[0]);
                assertThat(second[0]).isGreaterThanOrEqualTo(4);
            }
        }
    }

    @Test
    @DisplayName("with a Z have its mass in one pair, and two muons above 5 GeV beside it")
    void withOthers() {
        double[] masses = new double[ROWS];
        Arrays.fill(masses, 90);
        FourMuons muons = Higgs4lSimulation.sources(HIGGS).get(3).produce(masses, new SplittableRandom(6));
        assertThat(Arrays.stream(muons.first().mass())).allMatch(mass -> Math.abs(mass - 90) < 1e-7);
        assertThat(Arrays.stream(muons.plus2().pt())).allMatch(pt -> pt > 4.999999);
    }
}
