package org.muonframework.dimuon.higgs.simulation;

import java.util.List;
import java.util.random.RandomGenerator;
import org.muonframework.dimuon.higgs.pairing.LeptonPairing;
import org.muonframework.dimuon.simulation.MuonResolution;
import org.muonframework.physics.Constants;
import org.muonframework.physics.FourVectors;
import org.muonframework.physics.Kinematics;

/** Measures the muons of events, one after the other, and accepts those that pass the cuts by what was measured. */
final class FourMuonDetector {

    /** The masses of four muons that are accepted, in GeV: those that the expected numbers of events are of. */
    static final double LOW = 70;

    static final double HIGH = 181;

    private final Higgs4lSettings cuts;
    private final double[] pt = new double[FourMuons.COUNT];
    private final double[] eta = new double[FourMuons.COUNT];
    private final double[] phi = new double[FourMuons.COUNT];
    private final double[] px = new double[FourMuons.COUNT];
    private final double[] py = new double[FourMuons.COUNT];
    private final double[] pz = new double[FourMuons.COUNT];
    private final double[] e = new double[FourMuons.COUNT];
    private final int[] charge = new int[FourMuons.COUNT];
    private final int[] flavour = new int[FourMuons.COUNT];

    FourMuonDetector(Higgs4lSettings cuts) {
        this.cuts = cuts;
    }

    /**
     * Measures an event.
     *
     * @param muons those of many events
     * @param event which of them
     * @param rows takes it if it is accepted
     * @param row where
     * @return whether it is accepted
     */
    boolean measure(FourMuons muons, int event, FourMuonRows rows, int row, RandomGenerator random) {
        smear(muons.all(), event, random);
        if (!accepts()) {
            return false;
        }
        int division = LeptonPairing.best(px, py, pz, e, charge, flavour);
        double mass = Kinematics.mass(sum(px), sum(py), sum(pz), sum(e));
        double z1 = pairMass(division, 0);
        double z2 = pairMass(division, 2);
        if (!(mass > LOW && mass < HIGH && z1 > cuts.minZ1() && z2 > cuts.minZ2())) {
            return false;
        }
        rows.mass[row] = mass;
        rows.z1Mass[row] = z1;
        rows.z2Mass[row] = z2;
        for (int muon = 0; muon < FourMuons.COUNT; muon++) {
            rows.pt[muon][row] = pt[muon];
            rows.eta[muon][row] = eta[muon];
            rows.phi[muon][row] = phi[muon];
            rows.charge[muon][row] = charge[muon];
        }
        return true;
    }

    /** Muons as measured, each put where it belongs by its transverse momentum. */
    private void smear(List<FourVectors> muons, int event, RandomGenerator random) {
        for (int number = 0; number < FourMuons.COUNT; number++) {
            FourVectors muon = muons.get(number);
            double trueX = muon.px()[event];
            double trueY = muon.py()[event];
            double truePt = Math.sqrt(trueX * trueX + trueY * trueY);
            double trueEta = Kinematics.pseudorapidity(trueX, trueY, muon.pz()[event]);
            double measured = MuonResolution.smearedPt(truePt, trueEta, random);
            int place = number;
            while (place > 0 && pt[place - 1] < measured) {
                move(place - 1, place);
                place--;
            }
            pt[place] = measured;
            eta[place] = MuonResolution.smearedAngle(trueEta, random);
            phi[place] = Kinematics.deltaPhi(MuonResolution.smearedAngle(Math.atan2(trueY, trueX), random), 0);
            charge[place] = number % 2 == 0 ? 1 : -1;
        }
        for (int muon = 0; muon < FourMuons.COUNT; muon++) {
            px[muon] = pt[muon] * Math.cos(phi[muon]);
            py[muon] = pt[muon] * Math.sin(phi[muon]);
            pz[muon] = pt[muon] * Math.sinh(eta[muon]);
            e[muon] = Math.sqrt(pt[muon] * pt[muon] + pz[muon] * pz[muon] + Constants.MUON_MASS * Constants.MUON_MASS);
        }
    }

    private void move(int from, int to) {
        pt[to] = pt[from];
        eta[to] = eta[from];
        phi[to] = phi[from];
        charge[to] = charge[from];
    }

    private boolean accepts() {
        boolean central = true;
        for (double each : eta) {
            central &= Math.abs(each) < cuts.maxEta();
        }
        return central && pt[0] > cuts.leadingPt() && pt[1] > cuts.subleadingPt() && pt[3] > cuts.minPt();
    }

    private double pairMass(int division, int place) {
        return LeptonPairing.pairMass(
                LeptonPairing.lepton(division, place), LeptonPairing.lepton(division, place + 1), px, py, pz, e);
    }

    private static double sum(double[] values) {
        return values[0] + values[1] + values[2] + values[3];
    }
}
