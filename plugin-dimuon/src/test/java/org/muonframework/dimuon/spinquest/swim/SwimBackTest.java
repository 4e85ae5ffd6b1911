package org.muonframework.dimuon.spinquest.swim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.dimuon.spinquest.Spectrometer;
import org.muonframework.dimuon.spinquest.VertexRegion;
import org.muonframework.dimuon.spinquest.swim.SwimBack.Found;
import org.muonframework.physics.Constants;

@DisplayName("Tracks followed back")
class SwimBackTest {

    private static final SwimBack SWIM = new SwimBack(new SwimSettings(3.13, 7.6, 0.017));

    @Test
    @DisplayName("lead to vertex, momentum and mass of mean muons that were not scattered, in the iron and in air")
    void meanMuons() {
        for (double z : new double[] {-640, -300, -100, 50.292, 100.584}) {
            Found found = SWIM.find(forward(-2, 1, 40, 1, z), forward(1.5, -0.5, 35, -1, z))
                    .orElseThrow();
            double step = z > 0 ? 5.1 : 8.1;
            assertThat(found.z()).isCloseTo(z, within(step));
            assertThat(found.x()).isCloseTo(0, within(0.5));
            assertThat(found.y()).isCloseTo(0, within(0.3));
            assertThat(found.pair().px()).isCloseTo(-0.5, within(0.1));
            assertThat(found.pair().py()).isCloseTo(0.5, within(0.02));
            assertThat(found.pair().pz()).isCloseTo(75, within(0.3));
            assertThat(found.pair().mass()).isCloseTo(mass(), within(0.1));
            assertThat(found.region()).isEqualTo(VertexRegion.nearest(z));
        }
    }

    @Test
    @DisplayName("lead nowhere if they go backward or are no numbers")
    void noTracks() {
        Track track = forward(-2, 1, 40, 1, 50);
        assertThat(SWIM.find(track, new Track(1, 2, 594.67, 1, 1, -20))).isEmpty();
        assertThat(SWIM.find(new Track(1, 2, 594.67, 1, 1, 0), track)).isEmpty();
        assertThat(SWIM.find(track, new Track(Double.NaN, 2, 594.67, 1, 1, 20))).isEmpty();
        assertThat(SWIM.find(track, new Track(1, 2, Double.POSITIVE_INFINITY, 1, 1, 20)))
                .isEmpty();
    }

    @Test
    @DisplayName("mirrored in x with charges exchanged lead to the mirrored pair")
    void mirrored() {
        Track plus = new Track(10, 20, 594.67, 1, 1.2, 40);
        Track minus = new Track(-5, -15, 594.67, -0.4, -0.9, 30);
        Found found = SWIM.find(plus, minus).orElseThrow();
        Found mirrored = SWIM.find(mirror(minus), mirror(plus)).orElseThrow();
        assertThat(mirrored.z()).isEqualTo(found.z());
        assertThat(mirrored.x()).isCloseTo(-found.x(), within(1e-9));
        assertThat(mirrored.y()).isCloseTo(found.y(), within(1e-9));
        assertThat(mirrored.pair().px()).isCloseTo(-found.pair().px(), within(1e-9));
        assertThat(mirrored.pair().mass()).isCloseTo(found.pair().mass(), within(1e-9));
    }

    private static Track mirror(Track track) {
        return new Track(-track.x(), track.y(), track.z(), -track.px(), track.py(), track.pz());
    }

    /** A muon from (0, 0, z) to station 1, in 100,000 steps with the mean loss. */
    private static Track forward(double px, double py, double pz, int charge, double z) {
        double slopeX = px / pz;
        double slopeY = py / pz;
        double momentum = Math.sqrt(px * px + py * py + pz * pz);
        double start = Math.max(z, 0);
        double x = slopeX * (start - z);
        double y = slopeY * (start - z);
        double share = (1 - start / Spectrometer.FMAG_LENGTH) / 100_000;
        for (int i = 0; i < 100_000; i++) {
            slopeX += charge * 3.13 * share / momentum;
            momentum -= share * (7.6 + 0.017 * momentum);
            x += slopeX * share * Spectrometer.FMAG_LENGTH;
            y += slopeY * share * Spectrometer.FMAG_LENGTH;
        }
        double drift = Spectrometer.STATION_1 - Spectrometer.FMAG_LENGTH;
        double exitPz = momentum / Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY);
        return new Track(
                x + slopeX * drift,
                y + slopeY * drift,
                Spectrometer.STATION_1,
                slopeX * exitPz,
                slopeY * exitPz,
                exitPz);
    }

    private static double mass() {
        double m2 = Constants.MUON_MASS * Constants.MUON_MASS;
        double e = Math.sqrt(4 + 1 + 1600 + m2) + Math.sqrt(2.25 + 0.25 + 1225 + m2);
        return Math.sqrt(e * e - 0.25 - 0.25 - 75 * 75);
    }
}
