package org.muonframework.dimuon.spinquest.swim;

import org.muonframework.dimuon.spinquest.Spectrometer;

/** A muon on its way back: where it is, its slopes px/pz and py/pz and its momentum. */
final class Swimmer {

    private final int charge;
    private final SwimSettings settings;

    double x;
    double y;
    double slopeX;
    double slopeY;
    double momentum;

    /** A muon of this charge, 1 or -1, that has just left the iron. */
    Swimmer(Track track, int charge, SwimSettings settings) {
        this.charge = charge;
        this.settings = settings;
        slopeX = track.px() / track.pz();
        slopeY = track.py() / track.pz();
        momentum = Math.sqrt(track.px() * track.px() + track.py() * track.py() + track.pz() * track.pz());
        x = track.x();
        y = track.y();
        drift(Spectrometer.FMAG_LENGTH - track.z());
    }

    /** Goes straight along the beam, backward if negative. */
    void drift(double length) {
        x += length * slopeX;
        y += length * slopeY;
    }

    /** Goes back by this share of the iron: bends in the middle of it, and gets back what it lost. */
    void back(double share) {
        double half = -share * Spectrometer.FMAG_LENGTH / 2;
        drift(half);
        slopeX -= charge * settings.kick() * share / momentum;
        momentum += share * (settings.loss() + settings.lossSlope() * momentum);
        drift(half);
    }

    /** The square of the distance from the beam times the momentum. */
    double squaredDistance() {
        return (x * x + y * y) * momentum * momentum;
    }

    /** Takes the state of another one. */
    void copy(Swimmer other) {
        x = other.x;
        y = other.y;
        slopeX = other.slopeX;
        slopeY = other.slopeY;
        momentum = other.momentum;
    }

    /** Momentum along the beam. */
    double pz() {
        return momentum / Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY);
    }
}
