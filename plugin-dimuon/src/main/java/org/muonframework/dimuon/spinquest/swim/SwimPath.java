package org.muonframework.dimuon.spinquest.swim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.muonframework.dimuon.spinquest.Spectrometer;

/**
 * The way of a muon from a place along the beam to station 1, as {@link SwimBack} follows it: through the iron in 100
 * steps, straight in front of it and behind it.
 *
 * @param settings kick and energy loss
 */
public record SwimPath(SwimSettings settings) {

    private static final int STEPS = 100;

    /**
     * The places of a track from upstream to downstream.
     *
     * @param charge 1 or -1
     * @param fromZ where the way begins, in front of the end of the iron, in cm
     * @return x, y and z of each place in cm, the last one where the track was measured; empty if the track does not go
     *     forward or is no number
     */
    public List<double[]> of(Track track, int charge, double fromZ) {
        if (!track.forward() || !(fromZ < Spectrometer.FMAG_LENGTH)) {
            return List.of();
        }
        List<double[]> places = new ArrayList<>();
        places.add(new double[] {track.x(), track.y(), track.z()});
        Swimmer muon = new Swimmer(track, charge, settings);
        double z = Spectrometer.FMAG_LENGTH;
        places.add(new double[] {muon.x, muon.y, z});
        double start = Math.max(fromZ, 0);
        for (int step = 1; step <= STEPS && z > start; step++) {
            double next = Math.max(start, Spectrometer.FMAG_LENGTH * (STEPS - step) / STEPS);
            muon.back((z - next) / Spectrometer.FMAG_LENGTH);
            z = next;
            places.add(new double[] {muon.x, muon.y, z});
        }
        if (fromZ < z) {
            muon.drift(fromZ - z);
            places.add(new double[] {muon.x, muon.y, fromZ});
        }
        Collections.reverse(places);
        return List.copyOf(places);
    }
}
