package org.muonframework.dimuon.collider;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.spi.figure.Shape;

/**
 * The way of a charged particle from the middle of the detector: a helix of radius r = pT / (0.2998 B) within the
 * solenoid, whose field is along z, and a straight line outside of it; a positive particle turns clockwise seen against
 * the field. Lengths are in m.
 *
 * @param lepton the particle
 * @param field magnetic field in T, may be 0
 */
record Helix(Lepton lepton, double field) {

    /** Radius in m of a particle of 1 GeV in a field of 1 T is the inverse of this: c in units of 10⁹ m/s. */
    private static final double BENDING = 0.299792458;

    private static final int PIECES = 40;

    /** The radius of the helix; infinite without field. */
    double radius() {
        return lepton.pt() / (BENDING * Math.abs(field));
    }

    /**
     * The place after a way of this length in the plane across the beam.
     *
     * @param s in m
     * @return x, y and z
     */
    double[] at(double s) {
        double turn = turn() * s / 2;
        double chord = Math.abs(turn) < 1e-9 ? s : s * Math.sin(turn) / turn;
        double direction = lepton.phi() + turn;
        return new double[] {chord * Math.cos(direction), chord * Math.sin(direction), s * Math.sinh(lepton.eta())};
    }

    /** The azimuth of the direction there. */
    double direction(double s) {
        return lepton.phi() + turn() * s;
    }

    /** Change of the azimuth for each m of way. */
    private double turn() {
        return -Math.signum(lepton.charge()) * Math.signum(field) / radius();
    }

    /** The way across the beam until it leaves a cylinder; one full turn where it never does. */
    double wayOut(double cylinder, double half) {
        double diameter = 2 * radius();
        double toSide = cylinder >= diameter
                ? Math.PI * diameter
                : Double.isInfinite(diameter) ? cylinder : diameter * Math.asin(cylinder / diameter);
        return Math.min(toSide, half / Math.abs(Math.sinh(lepton.eta())));
    }

    /** The line to where it leaves the detector, an electron to where the calorimeter begins. */
    Shape.Line line(Detector detector) {
        boolean stops = lepton.electron();
        double end = stops
                ? wayOut(Detector.CALORIMETER_RADIUS, Detector.CALORIMETER_LENGTH)
                : wayOut(detector.solenoidRadius(), detector.solenoidLength());
        List<double[]> places = new ArrayList<>();
        for (int i = 0; i <= PIECES; i++) {
            places.add(at(end * i / PIECES));
        }
        boolean loops = end >= 2 * Math.PI * radius();
        if (!stops && !loops) {
            places.add(outside(places.get(PIECES), direction(end), detector));
        }
        return Places.line(places).orElseThrow();
    }

    /** Where a straight line from the solenoid's end leaves the detector. */
    private double[] outside(double[] from, double direction, Detector detector) {
        double cos = Math.cos(direction);
        double sin = Math.sin(direction);
        double slope = Math.sinh(lepton.eta());
        double across = from[0] * cos + from[1] * sin;
        double left = detector.radius() * detector.radius() - from[0] * from[0] - from[1] * from[1];
        double toSide = -across + Math.sqrt(across * across + left);
        double toEnd = (detector.length() - Math.abs(from[2])) / Math.abs(slope);
        double way = Math.min(toSide, toEnd);
        return new double[] {from[0] + way * cos, from[1] + way * sin, from[2] + way * slope};
    }
}
