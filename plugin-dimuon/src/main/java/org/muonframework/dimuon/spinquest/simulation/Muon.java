package org.muonframework.dimuon.spinquest.simulation;

/** The momentum of a muon where it is made, in GeV; used again for the next. */
final class Muon {

    double px;
    double py;
    double pz;
    double e;
}
