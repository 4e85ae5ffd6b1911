package org.muonframework.dimuon.spinquest.display;

import java.util.List;
import org.muonframework.dimuon.spinquest.Spectrometer;
import org.muonframework.dimuon.spinquest.VertexRegion;
import org.muonframework.spi.figure.Shape;

/**
 * The outlines of magnets and stations, true along the beam. Stations are as large as tracks are accepted; across the
 * beam FMAG is drawn as large as station 1, KMAG as station 3, and the target larger than it is.
 */
final class SpinQuestOutline {

    /** Half the thickness in which a plane is drawn, in cm. */
    private static final double HALF = 2;

    private static final double TARGET_RADIUS = 5;

    private SpinQuestOutline() {}

    static List<Shape> shapes() {
        double width1 = Spectrometer.HALF_WIDTH_1;
        double height1 = Spectrometer.HALF_HEIGHT_1;
        double width3 = Spectrometer.HALF_WIDTH_3;
        double height3 = Spectrometer.HALF_HEIGHT_3;
        return List.of(
                new Shape.Cylinder(
                        "target",
                        new double[] {0, 0, VertexRegion.TARGET.low()},
                        new double[] {0, 0, VertexRegion.TARGET.high()},
                        TARGET_RADIUS),
                new Shape.Frame("FMAG (iron)", new double[] {-width1, -height1, 0}, new double[] {
                    width1, height1, Spectrometer.FMAG_LENGTH
                }),
                plane("station 1", width1, -height1, height1, Spectrometer.STATION_1),
                plane("middle of KMAG", width3, -height3, height3, Spectrometer.KMAG),
                plane("station 3", width3, 0, height3, Spectrometer.UPPER_STATION_3),
                plane("", width3, -height3, 0, Spectrometer.LOWER_STATION_3));
    }

    private static Shape plane(String label, double halfWidth, double low, double high, double z) {
        return new Shape.Frame(
                label, new double[] {-halfWidth, low, z - HALF}, new double[] {halfWidth, high, z + HALF});
    }
}
