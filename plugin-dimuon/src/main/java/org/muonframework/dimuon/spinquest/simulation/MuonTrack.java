package org.muonframework.dimuon.spinquest.simulation;

import java.util.random.RandomGenerator;
import org.muonframework.dimuon.spinquest.Spectrometer;

/** A muon at stations 1 and 3, used again for the next: where it is, and with which momentum. */
final class MuonTrack {

    /** Errors of measured positions in cm. */
    private static final double ERROR_X = 0.04;

    private static final double ERROR_Y = 0.06;
    private static final double ERROR_Z = 0.125;

    /** Errors of measured slopes. */
    private static final double ERROR_SLOPE_X = 3e-5;

    private static final double ERROR_SLOPE_Y = 6e-5;

    /** Relative error of the momentum, per GeV. */
    private static final double ERROR_MOMENTUM = 3e-4;

    private final int charge;
    private final IronPassage iron = new IronPassage();

    double x1;
    double y1;
    double z1;
    double x3;
    double y3;
    double z3;
    double px1;
    double py1;
    double pz1;
    double px3;
    double py3;
    double pz3;

    /** A track of a muon of this charge, 1 or -1. */
    MuonTrack(int charge) {
        this.charge = charge;
    }

    /**
     * Follows a muon from its vertex.
     *
     * @return whether it crosses both stations; the state is undefined if not
     */
    boolean follow(Muon muon, Vertex vertex, RandomGenerator random) {
        if (!iron.pass(muon, charge, vertex, random)) {
            return false;
        }
        double drift = Spectrometer.STATION_1 - Spectrometer.FMAG_LENGTH;
        x1 = iron.x + iron.slopeX * drift;
        y1 = iron.y + iron.slopeY * drift;
        z1 = Spectrometer.STATION_1;
        if (!(Math.abs(x1) < Spectrometer.HALF_WIDTH_1 && Math.abs(y1) < Spectrometer.HALF_HEIGHT_1)) {
            return false;
        }
        pz1 = iron.momentum / Math.sqrt(1 + iron.slopeX * iron.slopeX + iron.slopeY * iron.slopeY);
        px1 = iron.slopeX * pz1;
        py1 = iron.slopeY * pz1;
        return bend() && goOn();
    }

    /** Bends in KMAG; false for a muon that would not go forward behind it. */
    private boolean bend() {
        px3 = px1 + charge * Spectrometer.KMAG_KICK;
        py3 = py1;
        double square = px1 * px1 + pz1 * pz1 - px3 * px3;
        pz3 = Math.sqrt(square);
        return square > 0;
    }

    /** Goes by KMAG to station 3. */
    private boolean goOn() {
        double toKmag = (Spectrometer.KMAG - Spectrometer.STATION_1) / pz1;
        double y = y1 + py1 * toKmag;
        z3 = y > 0 ? Spectrometer.UPPER_STATION_3 : Spectrometer.LOWER_STATION_3;
        double fromKmag = (z3 - Spectrometer.KMAG) / pz3;
        x3 = x1 + px1 * toKmag + px3 * fromKmag;
        y3 = y + py3 * fromKmag;
        return Math.abs(x3) < Spectrometer.HALF_WIDTH_3 && Math.abs(y3) < Spectrometer.HALF_HEIGHT_3;
    }

    /**
     * Replaces what is true by what is measured; the momentum at station 3 is that at station 1 with the kick of KMAG.
     */
    void measure(RandomGenerator random) {
        x1 += ERROR_X * random.nextGaussian();
        y1 += ERROR_Y * random.nextGaussian();
        z1 += ERROR_Z * random.nextGaussian();
        x3 += ERROR_X * random.nextGaussian();
        y3 += ERROR_Y * random.nextGaussian();
        double scale = 1 + ERROR_MOMENTUM * iron.momentum * random.nextGaussian();
        px1 = scale * (px1 + ERROR_SLOPE_X * random.nextGaussian() * pz1);
        py1 = scale * (py1 + ERROR_SLOPE_Y * random.nextGaussian() * pz1);
        pz1 *= scale;
        bend();
    }
}
