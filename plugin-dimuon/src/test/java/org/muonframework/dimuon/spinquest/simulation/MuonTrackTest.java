package org.muonframework.dimuon.spinquest.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.dimuon.Sample;

@DisplayName("The track of a 50 GeV muon from the target")
class MuonTrackTest {

    private static final int TRACKS = 40_000;

    @Test
    @DisplayName("gets exactly 0.386 GeV in KMAG, by its charge, and keeps its momentum, true and measured")
    void kick() {
        for (int charge : new int[] {1, -1}) {
            for (boolean measured : new boolean[] {false, true}) {
                SplittableRandom random = new SplittableRandom(12);
                MuonTrack track = new MuonTrack(charge);
                for (int i = 0; i < 1_000; i++) {
                    follow(track, charge, random);
                    if (measured) {
                        track.measure(random);
                    }
                    assertThat(track.px3 - track.px1).isCloseTo(charge * 0.386, within(1e-12));
                    assertThat(track.py3).isEqualTo(track.py1);
                    assertThat(Math.hypot(track.px3, track.pz3))
                            .isCloseTo(Math.hypot(track.px1, track.pz1), within(1e-9));
                }
            }
        }
    }

    @Test
    @DisplayName("of μ⁻ is that of μ⁺ mirrored in x")
    void chargeSymmetry() {
        for (ToDoubleFunction<MuonTrack> value : Arrays.<ToDoubleFunction<MuonTrack>>asList(
                track -> track.x1, track -> track.x3, track -> track.px1, track -> track.px3)) {
            double[] plus = values(1, true, value);
            double[] minus = values(-1, true, value);
            double error = Sample.standardDeviation(plus) * Math.sqrt(2.0 / TRACKS);
            assertThat(-Sample.mean(minus)).isCloseTo(Sample.mean(plus), within(4 * error));
            assertThat(Sample.standardDeviation(minus)).isCloseTo(Sample.standardDeviation(plus), within(3 * error));
        }
    }

    @Test
    @DisplayName("runs straight but for KMAG, to the upper or the lower part of station 3")
    void geometry() {
        SplittableRandom random = new SplittableRandom(9);
        MuonTrack track = new MuonTrack(1);
        int upper = 0;
        for (int i = 0; i < 2_000; i++) {
            follow(track, 1, random);
            double y = track.y1 + track.py1 / track.pz1 * (1064.26 - 594.67);
            double x = track.x1 + track.px1 / track.pz1 * (1064.26 - 594.67);
            assertThat(track.z1).isEqualTo(594.67);
            assertThat(track.z3).isEqualTo(y > 0 ? 1936.98 : 1899.66);
            assertThat(track.y3).isCloseTo(y + track.py3 / track.pz3 * (track.z3 - 1064.26), within(1e-9));
            assertThat(track.x3).isCloseTo(x + track.px3 / track.pz3 * (track.z3 - 1064.26), within(1e-9));
            assertThat(Math.abs(track.x1)).isLessThan(52);
            assertThat(Math.abs(track.y1)).isLessThan(62);
            assertThat(Math.abs(track.x3)).isLessThan(113);
            assertThat(Math.abs(track.y3)).isLessThan(159);
            upper += y > 0 ? 1 : 0;
        }
        assertThat(upper).isBetween(850, 1150);
    }

    @Test
    @DisplayName("is measured to 0.4 mm in x, 0.6 mm in y, and 0.03 % of momentum a GeV")
    void measurement() {
        SplittableRandom random = new SplittableRandom(10);
        MuonTrack track = new MuonTrack(1);
        double[][] errors = new double[6][TRACKS];
        for (int i = 0; i < TRACKS; i++) {
            follow(track, 1, random);
            double[] before = state(track);
            track.measure(random);
            double[] after = state(track);
            for (int k = 0; k < errors.length; k++) {
                errors[k][i] = after[k] - before[k];
            }
        }
        double[] expected = {0.04, 0.06, 0.04, 0.06, 0.125, 3e-4};
        for (int k = 0; k < errors.length; k++) {
            assertThat(Sample.standardDeviation(errors[k])).isCloseTo(expected[k], within(0.02 * expected[k]));
        }
    }

    /** Positions, and the momentum's logarithm by itself. */
    private static double[] state(MuonTrack track) {
        double momentum = Math.sqrt(track.px1 * track.px1 + track.py1 * track.py1 + track.pz1 * track.pz1);
        return new double[] {track.x1, track.y1, track.x3, track.y3, track.z1, Math.log(momentum) / 41.6};
    }

    private static double[] values(int charge, boolean measured, ToDoubleFunction<MuonTrack> value) {
        SplittableRandom random = new SplittableRandom(11);
        MuonTrack track = new MuonTrack(charge);
        double[] values = new double[TRACKS];
        for (int i = 0; i < TRACKS; i++) {
            follow(track, charge, random);
            if (measured) {
                track.measure(random);
            }
            values[i] = value.applyAsDouble(track);
        }
        return values;
    }

    private static void follow(MuonTrack track, int charge, SplittableRandom random) {
        Muon muon = new Muon();
        muon.px = -3 * charge;
        muon.pz = Math.sqrt(2500 - 9);
        Vertex vertex = new Vertex();
        vertex.z = -300;
        do {
            // some leave the acceptance
        } while (!track.follow(muon, vertex, random));
    }
}
