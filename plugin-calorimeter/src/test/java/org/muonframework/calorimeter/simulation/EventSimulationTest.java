package org.muonframework.calorimeter.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.data.Column;
import org.muonframework.stats.Quantiles;

/** 10,000 muons of each of three energies: enough for five standard errors, though rare losses rule the means. */
class EventSimulationTest {

    private static final int MUONS = 10_000;

    private static Sample at200;
    private static Sample at1000;
    private static Sample at8000;

    /** What single muons of one energy left in the calorimeter, and what they lost, in GeV. */
    private record Sample(double[] sums, double[] lost) {

        static Sample of(double energy) {
            EventSimulation simulation = new EventSimulation(RadiationTable.read());
            double[] sums = new double[MUONS];
            double[] lost = new double[MUONS];
            for (int i = 0; i < MUONS; i++) {
                SplittableRandom random = new SplittableRandom(i + Math.round(energy));
                Track track = Track.of(random.nextDouble(-1, 1), random.nextDouble(-1, 1), energy, 1, 2);
                simulation.pass(energy, track, random);
                Hits hits = new Hits(1);
                simulation.cells().moveTo(hits, 0);
                Column energies = ((Column.Jagged) hits.energies()).values();
                for (int hit = 0; hit < energies.size(); hit++) {
                    sums[i] += energies.doubleAt(hit);
                }
                lost[i] = simulation.ionisation();
                for (Process process : Process.values()) {
                    lost[i] += simulation.lost(process);
                }
            }
            return new Sample(sums, lost);
        }

        double mean() {
            return Arrays.stream(sums).average().orElseThrow();
        }

        double contained() {
            return Arrays.stream(sums).sum() / Arrays.stream(lost).sum();
        }
    }

    @BeforeAll
    static void simulate() {
        at200 = Sample.of(200);
        at1000 = Sample.of(1000);
        at8000 = Sample.of(8000);
    }

    @Test
    @DisplayName("the mean sum grows in proportion to the energy: 7.4, 26 and 187 GeV at 0.2, 1 and 8 TeV")
    void meanSums() {
        assertThat(at200.mean()).isCloseTo(7.4, Percentage.withPercentage(10));
        assertThat(at1000.mean()).isCloseTo(26, Percentage.withPercentage(12));
        assertThat(at8000.mean()).isCloseTo(187, Percentage.withPercentage(15));
    }

    @Test
    @DisplayName("the median sum is 4.7, 13 and 86 GeV, and grows with a power of 0.86 to 0.98")
    void medianSums() {
        double low = Quantiles.median(at1000.sums());
        double high = Quantiles.median(at8000.sums());
        assertThat(Quantiles.median(at200.sums())).isCloseTo(4.7, Percentage.withPercentage(4));
        assertThat(low).isCloseTo(13, Percentage.withPercentage(6));
        assertThat(high).isCloseTo(86, Percentage.withPercentage(8));
        assertThat(Math.log(high / low) / Math.log(8)).isBetween(0.86, 0.98);
    }

    @Test
    @DisplayName("91 to 97 % of the lost energy is in the cells, and never more than was lost")
    void containment() {
        for (Sample sample : new Sample[] {at200, at1000, at8000}) {
            assertThat(sample.contained()).isBetween(0.91, 0.97);
            for (int i = 0; i < MUONS; i++) {
                assertThat(sample.sums()[i]).isLessThanOrEqualTo(sample.lost()[i] * (1 + 1e-5));
            }
        }
    }

    @Test
    @DisplayName("what one muon leaves is forgotten at the next")
    void reuse() {
        EventSimulation simulation = new EventSimulation(RadiationTable.read());
        Track track = Track.of(0, 0, 1000, 1, 2);
        Hits first = new Hits(2);
        for (int i = 0; i < 2; i++) {
            simulation.pass(1000, track, new SplittableRandom(9));
            simulation.cells().moveTo(first, 1e-4);
        }
        Column.Jagged energies = (Column.Jagged) first.energies();
        int half = energies.offsets()[1];
        assertThat(energies.offsets()[2]).isEqualTo(2 * half);
        for (int hit = 0; hit < half; hit++) {
            assertThat(energies.values().doubleAt(hit))
                    .isCloseTo(energies.values().doubleAt(half + hit), within(0.0));
        }
    }
}
