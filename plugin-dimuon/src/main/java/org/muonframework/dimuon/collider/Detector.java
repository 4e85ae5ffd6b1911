package org.muonframework.dimuon.collider;

import java.util.List;
import org.muonframework.spi.figure.Shape;

/**
 * The outline of a detector at a collider: cylinders about the beam. Lengths are in m.
 *
 * @param solenoidRadius radius within which there is field
 * @param solenoidLength half the length of it
 * @param radius radius of the whole detector
 * @param length half the length of it
 */
record Detector(double solenoidRadius, double solenoidLength, double radius, double length) {

    /**
     * CMS: a free bore of 6 m by 12.5 m in a detector of 14.6 m by 21.6 m.
     *
     * <p>Source: CMS Collaboration, JINST 3 (2008) S08004.
     */
    static final Detector CMS = new Detector(3, 6.25, 7.3, 10.8);

    /** The magnetic field of CMS in T. */
    static final double CMS_FIELD = 3.8;

    /** Radius and half length of the inner face of the electromagnetic calorimeter of CMS, where electrons stop. */
    static final double CALORIMETER_RADIUS = 1.29;

    static final double CALORIMETER_LENGTH = 3.15;

    /** What is drawn of it. */
    List<Shape> outlines() {
        return List.of(cylinder("solenoid", solenoidRadius, solenoidLength), cylinder("muon chambers", radius, length));
    }

    private static Shape cylinder(String label, double radius, double half) {
        return new Shape.Cylinder(label, new double[] {0, 0, -half}, new double[] {0, 0, half}, radius);
    }
}
