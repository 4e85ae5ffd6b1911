package org.muonframework.dimuon.simulation;

import java.util.random.RandomGenerator;
import org.muonframework.dimuon.simulation.PairProcess.Candidates;
import org.muonframework.physics.FourVectors;
import org.muonframework.physics.Kinematics;

/**
 * A tracker of the kind of CMS, see {@link MuonResolution}; a pair is accepted by its measured values.
 *
 * @param leadingPt least transverse momentum of muon 1 in GeV
 * @param subleadingPt least transverse momentum of muon 2 in GeV
 * @param maxEta largest |η| of either muon
 */
record MuonDetector(double leadingPt, double subleadingPt, double maxEta) {

    /** Refuses cuts that contradict the order of the muons, in words for the user. */
    static void requireOrderedCuts(double leadingPt, double subleadingPt) {
        if (subleadingPt > leadingPt) {
            throw new IllegalArgumentException("subleading-pt = " + subleadingPt + " GeV is above leading-pt = "
                    + leadingPt + " GeV, but muon 1 is the one of larger transverse momentum");
        }
    }

    /**
     * Measures candidates until the rows asked for are filled.
     *
     * @param process number of the process, kept with each pair
     * @param rows numbers of the rows of {@code pairs} to fill
     * @param filled how many of them are filled already
     * @return how many of them are filled now
     */
    int measure(Candidates candidates, int process, int[] rows, int filled, MuonPairs pairs, RandomGenerator random) {
        FourVectors plus = candidates.plus();
        FourVectors minus = candidates.minus();
        double[] mass = FourVectors.sum(plus, minus).mass();
        double[] plusTruePt = plus.pt();
        double[] plusTrueEta = plus.eta();
        double[] minusTruePt = minus.pt();
        double[] minusTrueEta = minus.eta();
        int next = filled;
        for (int i = 0; i < mass.length && next < rows.length; i++) {
            double plusPt = MuonResolution.smearedPt(plusTruePt[i], plusTrueEta[i], random);
            double minusPt = MuonResolution.smearedPt(minusTruePt[i], minusTrueEta[i], random);
            double plusEta = MuonResolution.smearedAngle(plusTrueEta[i], random);
            double minusEta = MuonResolution.smearedAngle(minusTrueEta[i], random);
            if (!accepts(plusPt, plusEta, minusPt, minusEta)) {
                continue;
            }
            double plusTruePhi = Math.atan2(plus.py()[i], plus.px()[i]);
            double minusTruePhi = Math.atan2(minus.py()[i], minus.px()[i]);
            double plusPhi = Kinematics.deltaPhi(MuonResolution.smearedAngle(plusTruePhi, random), 0);
            double minusPhi = Kinematics.deltaPhi(MuonResolution.smearedAngle(minusTruePhi, random), 0);
            boolean plusLeads = plusPt >= minusPt;
            int row = rows[next++];
            pairs.process[row] = process;
            pairs.uncorrelated[row] = candidates.uncorrelated()[i];
            pairs.genMass[row] = mass[i];
            pairs.charge1[row] = plusLeads ? 1 : -1;
            pairs.measured(plusLeads).set(row, plusPt, plusEta, plusPhi);
            pairs.measured(!plusLeads).set(row, minusPt, minusEta, minusPhi);
            pairs.truth(plusLeads).set(row, plusTruePt[i], plusTrueEta[i], plusTruePhi);
            pairs.truth(!plusLeads).set(row, minusTruePt[i], minusTrueEta[i], minusTruePhi);
        }
        return next;
    }

    private boolean accepts(double pt1, double eta1, double pt2, double eta2) {
        return Math.min(pt1, pt2) > subleadingPt
                && Math.max(pt1, pt2) > leadingPt
                && Math.abs(eta1) < maxEta
                && Math.abs(eta2) < maxEta;
    }
}
