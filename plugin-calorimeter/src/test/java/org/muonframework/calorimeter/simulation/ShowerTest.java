package org.muonframework.calorimeter.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.data.Column;

class ShowerTest {

    private static final int SHOWERS = 4000;
    private static final int SPOTS = 50;

    private final SplittableRandom random = new SplittableRandom(1);

    private double meanDepth(double energy, boolean photon) {
        double sum = 0;
        for (int shower = 0; shower < SHOWERS; shower++) {
            ShowerDepth depth = ShowerDepth.draw(energy, photon, random);
            for (int spot = 0; spot < SPOTS; spot++) {
                sum += depth.law().draw(random);
            }
        }
        return sum / (SHOWERS * SPOTS);
    }

    @Test
    @DisplayName("an electron of 10 GeV has its energy 7.8 radiation lengths deep on average, a photon 0.7 more")
    void depth() {
        double electron = meanDepth(10, false);
        assertThat(electron).isCloseTo(7.8, within(0.3));
        assertThat(meanDepth(10, true) - electron).isBetween(0.4, 1.1);
    }

    @Test
    @DisplayName("deeper with more energy, from the smallest showers on")
    void growth() {
        double before = 0;
        for (double energy : new double[] {0.01, 0.05, 0.1, 1, 10, 100, 1000}) {
            double depth = meanDepth(energy, false);
            assertThat(depth).isGreaterThan(before);
            before = depth;
        }
        assertThat(before).isLessThan(14);
    }

    @Test
    @DisplayName("half of the energy is within 0.18 and nine tenths within 1.16 Moliere radii")
    void radius() {
        RadialProfile profile = new RadialProfile(10);
        double[] radii = new double[SHOWERS * SPOTS];
        for (int i = 0; i < radii.length; ) {
            ShowerDepth depth = ShowerDepth.draw(10, false, random);
            for (int spot = 0; spot < SPOTS; spot++) {
                double relative = depth.relative(depth.law().draw(random));
                double u = random.nextDouble();
                radii[i++] = profile.radius(relative, random.nextDouble()) * Math.sqrt(u / (1 - u));
            }
        }
        Arrays.sort(radii);
        assertThat(radii[radii.length / 2]).isCloseTo(0.18, Percentage.withPercentage(10));
        assertThat(radii[radii.length * 9 / 10]).isCloseTo(1.16, Percentage.withPercentage(10));
    }

    @Test
    @DisplayName("the tables of exponentials are right to 0.001 of the largest value")
    void tables() {
        RadialProfile profile = new RadialProfile(1);
        double z = 68.36;
        for (double depth = 0; depth < 8; depth += 0.013) {
            double w = (0.401 + 0.00187 * z - depth) / 1.313;
            double coreShare = (2.632 - 0.00094 * z) * Math.exp(w - Math.exp(w));
            double tail =
                    (0.659 - 0.00309 * z) * (Math.exp(-2.59 * (depth - 0.645)) + Math.exp(0.3585 * (depth - 0.645)));
            double core = 0.0251 + (0.1162 - 0.000381 * z) * depth;
            assertThat(profile.radius(depth, coreShare + 1e-3)).isCloseTo(Math.min(tail, 4), within(4e-3));
            assertThat(profile.radius(depth, coreShare - 1e-3))
                    .isCloseTo(coreShare > 1e-3 ? core : Math.min(tail, 4), within(4e-3));
        }
    }

    @Test
    @DisplayName("spots lie evenly around the axis, and all their energy is there")
    void around() {
        CellEnergies cells = new CellEnergies();
        ElectromagneticShower shower = new ElectromagneticShower(cells);
        Track track = new Track(0, 0, 0);
        int showers = 1500;
        for (int i = 0; i < showers; i++) {
            shower.electron(1, 40, track, random);
        }
        Hits hits = new Hits(1);
        cells.moveTo(hits, 0);
        Column.Jagged energies = (Column.Jagged) hits.energies();
        Column cellNumbers = ((Column.Jagged) hits.cells()).values();
        double[] quadrants = new double[4];
        for (int hit = 0; hit < energies.values().size(); hit++) {
            int cell = (int) cellNumbers.longAt(hit);
            quadrants[cell / 32 % 32 / 16 * 2 + cell % 32 / 16] +=
                    energies.values().doubleAt(hit);
        }
        double all = Arrays.stream(quadrants).sum();
        assertThat(all / showers).isBetween(0.95, 1.0);
        for (double quadrant : quadrants) {
            // 260 spots a shower: 0.05 % for the binomial error, and as much by rounding
            assertThat(quadrant / all).isCloseTo(0.25, within(0.005));
        }
    }
}
