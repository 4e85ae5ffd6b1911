package org.muonframework.dimuon.spinquest.swim;

/**
 * A measured track at station 1.
 *
 * @param x position in cm
 * @param y position in cm
 * @param z position along the beam in cm, behind the iron
 * @param px momentum in GeV
 * @param py momentum in GeV
 * @param pz momentum along the beam in GeV
 */
public record Track(double x, double y, double z, double px, double py, double pz) {

    /** Whether it can be followed: a number in each place, and forward. */
    boolean forward() {
        return Double.isFinite(x + y + z + px + py + pz) && pz > 0;
    }
}
