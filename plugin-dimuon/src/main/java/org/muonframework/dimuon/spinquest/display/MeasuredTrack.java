package org.muonframework.dimuon.spinquest.display;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.dimuon.spinquest.Spectrometer;
import org.muonframework.dimuon.spinquest.TrackColumns;
import org.muonframework.dimuon.spinquest.swim.SwimPath;
import org.muonframework.dimuon.spinquest.swim.Track;
import org.muonframework.spi.display.Event;
import org.muonframework.spi.figure.Shape;

/**
 * The track of one muon of a row.
 *
 * @param charge 1 or -1
 * @param station1 position and momentum at station 1
 * @param station3 position at station 3 in cm
 */
record MeasuredTrack(int charge, Track station1, double[] station3) {

    /** The track of one sign. */
    static MeasuredTrack of(Event event, String sign) {
        return new MeasuredTrack(
                sign.equals(TrackColumns.POSITIVE) ? 1 : -1,
                new Track(
                        event.number("x1" + sign),
                        event.number("y1" + sign),
                        event.number("z1" + sign),
                        event.number("px1" + sign),
                        event.number("py1" + sign),
                        event.number("pz1" + sign)),
                new double[] {event.number("x3" + sign), event.number("y3" + sign), event.number("z3" + sign)});
    }

    /** Momentum at station 1 in GeV. */
    double momentum() {
        return Math.sqrt(station1.px() * station1.px() + station1.py() * station1.py() + station1.pz() * station1.pz());
    }

    /**
     * The way from a place along the beam through station 1, the middle of KMAG and station 3; empty if there is none.
     *
     * @param fromZ where it begins, in cm
     */
    List<Shape.Line> way(double fromZ, SwimPath swim) {
        List<double[]> places = new ArrayList<>(swim.of(station1, charge, fromZ));
        if (places.isEmpty() || !Double.isFinite(station3[0] + station3[1] + station3[2])) {
            return List.of();
        }
        double drift = (Spectrometer.KMAG - station1.z()) / station1.pz();
        places.add(new double[] {
            station1.x() + drift * station1.px(), station1.y() + drift * station1.py(), Spectrometer.KMAG
        });
        places.add(station3);
        double[][] axes = new double[3][places.size()];
        for (int i = 0; i < places.size(); i++) {
            for (int axis = 0; axis < 3; axis++) {
                axes[axis][i] = places.get(i)[axis];
            }
        }
        return List.of(new Shape.Line(axes[0], axes[1], axes[2]));
    }
}
