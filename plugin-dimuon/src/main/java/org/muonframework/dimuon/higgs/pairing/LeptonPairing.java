package org.muonframework.dimuon.higgs.pairing;

import org.muonframework.physics.Constants;
import org.muonframework.physics.Kinematics;

/**
 * Divides four leptons into two pairs of opposite charge and equal flavour. Z1 is the pair whose mass is nearest to
 * that of the Z, among all pairs of all divisions; Z2 is made of the other two.
 */
public final class LeptonPairing {

    /** What {@link #best} says where there are no two such pairs. */
    public static final int NONE = -1;

    private static final int[][] ORDERS = {
        {0, 1, 2, 3}, {2, 3, 0, 1}, {0, 2, 1, 3}, {1, 3, 0, 2}, {0, 3, 1, 2}, {1, 2, 0, 3}
    };

    private LeptonPairing() {}

    /**
     * The best division.
     *
     * @param px momenta of the four leptons along x in GeV, those along y and z and the energies likewise
     * @param charge their charges
     * @param flavour a number for each, equal for leptons of the same flavour
     * @return a number for {@link #lepton}, or {@link #NONE}, also where a momentum is no number
     */
    public static int best(double[] px, double[] py, double[] pz, double[] e, int[] charge, int[] flavour) {
        int best = NONE;
        double least = Double.POSITIVE_INFINITY;
        for (int order = 0; order < ORDERS.length; order++) {
            int[] leptons = ORDERS[order];
            if (isPair(leptons[0], leptons[1], charge, flavour) && isPair(leptons[2], leptons[3], charge, flavour)) {
                double mass = pairMass(leptons[0], leptons[1], px, py, pz, e);
                double distance = Math.abs(mass - Constants.Z_MASS);
                if (distance < least && Double.isFinite(pairMass(leptons[2], leptons[3], px, py, pz, e))) {
                    least = distance;
                    best = order;
                }
            }
        }
        return best;
    }

    /**
     * Which lepton stands at a place of a division.
     *
     * @param place 0 and 1 for those of Z1, 2 and 3 for those of Z2
     * @return a number from 0 to 3
     */
    public static int lepton(int division, int place) {
        return ORDERS[division][place];
    }

    /** The invariant mass of leptons {@code a} and {@code b} in GeV. */
    public static double pairMass(int a, int b, double[] px, double[] py, double[] pz, double[] e) {
        return Kinematics.mass(px[a] + px[b], py[a] + py[b], pz[a] + pz[b], e[a] + e[b]);
    }

    private static boolean isPair(int a, int b, int[] charge, int[] flavour) {
        return charge[a] * charge[b] < 0 && flavour[a] == flavour[b];
    }
}
