package org.muonframework.calorimeter.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.calorimeter.grid.CellGrid;

class RadiationTableTest {

    private final RadiationTable table = RadiationTable.read();

    /** Mean share of the energy lost by radiation, per g/cm². */
    private double perDensity(double energy, Process process) {
        return table.at(energy).meanLoss(process) / LeadTungstate.DENSITY;
    }

    private double allPerDensity(double energy) {
        return perDensity(energy, Process.BREMSSTRAHLUNG)
                + perDensity(energy, Process.PAIR)
                + perDensity(energy, Process.NUCLEAR);
    }

    @Test
    void itIsFrom20GevTo8Tev() {
        assertThat(table.range()[0]).isCloseTo(20, within(1e-9));
        assertThat(table.range()[1]).isCloseTo(8000, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "20, 3.20, 4.13, 0.39",
        "50, 3.86, 5.48, 0.37",
        "100, 4.33, 6.38, 0.35",
        "200, 4.76, 7.13, 0.34",
        "500, 5.24, 7.85, 0.34",
        "1000, 5.53, 8.23, 0.35",
        "2000, 5.75, 8.49, 0.36",
        "4000, 5.92, 8.67, 0.37",
        "8000, 6.03, 8.78, 0.38"
    })
    @DisplayName("the mean losses b in 1e-6 cm2/g by bremsstrahlung, pairs and photonuclear events")
    void meanLosses(double energy, double bremsstrahlung, double pairs, double nuclear) {
        assertThat(1e6 * perDensity(energy, Process.BREMSSTRAHLUNG))
                .isCloseTo(bremsstrahlung, Percentage.withPercentage(2));
        assertThat(1e6 * perDensity(energy, Process.PAIR)).isCloseTo(pairs, Percentage.withPercentage(2));
        assertThat(1e6 * perDensity(energy, Process.NUCLEAR)).isCloseTo(nuclear, Percentage.withPercentage(3));
    }

    @Test
    @DisplayName("at 1 TeV all together are (14.1 +- 0.4)e-6 cm2/g")
    void oneTev() {
        assertThat(1e6 * allPerDensity(1000)).isCloseTo(14.1, within(0.4));
    }

    @Test
    @DisplayName("radiation overtakes ionisation between 160 and 175 GeV")
    void criticalEnergy() {
        double low = 50;
        double high = 1000;
        while (high - low > 0.01) {
            double middle = (low + high) / 2;
            boolean below = Ionisation.stoppingPower(middle) > middle * allPerDensity(middle);
            low = below ? middle : low;
            high = below ? high : middle;
        }
        assertThat(low).isBetween(160.0, 175.0);
    }

    @ParameterizedTest
    @CsvSource({"100, 0.80", "1000, 4.9", "4000, 9.5", "8000, 12.4"})
    @DisplayName("pairs of more than 0.3 GeV in the whole depth")
    void pairs(double energy, double number) {
        assertThat(CellGrid.LENGTH * table.at(energy).numberAbove(Process.PAIR, 0.3 / energy))
                .isCloseTo(number, Percentage.withPercentage(5));
    }

    @Test
    @DisplayName("between two energies of the table, numbers are linear in the logarithm of the energy")
    void interpolation() {
        double middle = table.at(Math.sqrt(1000 * 2000)).numberAbove(Process.PAIR, 1e-4);
        double mean =
                (table.at(1000).numberAbove(Process.PAIR, 1e-4) + table.at(2000).numberAbove(Process.PAIR, 1e-4)) / 2;
        assertThat(middle).isCloseTo(mean, within(1e-12));
    }

    @Test
    @DisplayName("losses are drawn as often as the spectrum says, by process and above v = 0.001 and 0.1")
    void draws() {
        RadiationSpectrum spectrum = table.at(700);
        SplittableRandom random = new SplittableRandom(2);
        int draws = 400_000;
        int[][] counts = new int[3][3];
        double[] edges = {1.1e-6, 1e-3, 1e-1};
        for (int i = 0; i < draws; i++) {
            int drawn = spectrum.draw(random);
            double v = RadiationTable.share(drawn % RadiationTable.BINS, random.nextDouble());
            for (int edge = 0; edge < 3; edge++) {
                counts[drawn / RadiationTable.BINS][edge] += v > edges[edge] ? 1 : 0;
            }
        }
        for (Process process : new Process[] {Process.BREMSSTRAHLUNG, Process.PAIR, Process.NUCLEAR}) {
            for (int edge = 0; edge < 3; edge++) {
                double expected = draws * spectrum.numberAbove(process, edges[edge]) / spectrum.rate();
                assertThat((double) counts[process.ordinal()][edge])
                        .isCloseTo(expected, within(5 * Math.sqrt(expected) + 1));
            }
        }
    }
}
