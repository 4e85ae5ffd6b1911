package org.muonframework.data.expression;

import static org.muonframework.physics.Constants.MUON_MASS;

import org.muonframework.physics.Kinematics;
import org.muonframework.physics.MuonInJet;

/**
 * The loops of the kinematic functions over columns, with the formulas of {@link Kinematics} where there is no faster
 * way. Momenta and energies in GeV, angles in radians, pseudorapidity (not rapidity).
 */
final class KinematicKernels {

    private KinematicKernels() {}

    /** φ₁ − φ₂ in (−π, π]. */
    static void deltaPhi(double[][] in, int rows) {
        double[] first = in[0];
        double[] second = in[1];
        for (int i = 0; i < rows; i++) {
            first[i] = Kinematics.deltaPhi(first[i], second[i]);
        }
    }

    /** ΔR = √(Δη² + Δφ²) of (η₁, φ₁, η₂, φ₂). */
    static void deltaR(double[][] in, int rows) {
        for (int i = 0; i < rows; i++) {
            in[0][i] = Kinematics.deltaR(in[0][i], in[1][i], in[2][i], in[3][i]);
        }
    }

    /** The momentum of a muon (pt, η, φ) across the axis of a jet (pt, η, φ). */
    static void ptRel(double[][] in, int rows) {
        for (int i = 0; i < rows; i++) {
            in[0][i] = MuonInJet.ptRel(in[0][i], in[1][i], in[2][i], in[3][i], in[4][i], in[5][i]);
        }
    }

    /** The momentum of a muon (pt, η, φ) along the axis of a jet (pt, η, φ), in units of the jet's. */
    static void longitudinalFraction(double[][] in, int rows) {
        for (int i = 0; i < rows; i++) {
            in[0][i] = MuonInJet.longitudinalFraction(in[0][i], in[1][i], in[2][i], in[3][i], in[4][i], in[5][i]);
        }
    }

    /** Invariant mass of two muons of (pt, η, φ) each, or of any number of (E, px, py, pz). */
    static void mass(double[][] in, int rows) {
        if (in.length == 6) {
            massOfMuons(in, rows);
        } else {
            massOfFourVectors(in, rows);
        }
    }

    /** Invariant mass of any number of (pt, η, φ, m): M² = Σm² + 2 Σ pᵢ·pⱼ over all pairs. */
    static void massPtEtaPhiM(double[][] in, int rows) {
        for (int i = 0; i < rows; i++) {
            double squared = 0;
            for (int a = 0; a < in.length; a += 4) {
                double massA = in[a + 3][i];
                squared += massA * massA;
                for (int b = 0; b < a; b += 4) {
                    double deltaEta = in[a + 1][i] - in[b + 1][i];
                    double deltaPhi = in[a + 2][i] - in[b + 2][i];
                    double momentumA = in[a][i] * Hyperbolic.cosh(in[a + 1][i]);
                    double momentumB = in[b][i] * Hyperbolic.cosh(in[b + 1][i]);
                    squared += 2 * product(momentumA, momentumB, massA, in[b + 3][i]);
                    squared += 4 * in[a][i] * in[b][i] * opening(deltaEta, deltaPhi);
                }
            }
            in[0][i] = Math.sqrt(squared);
        }
    }

    /** As for any particles, with the exponentials e^(±η/2) shared by cosh η and sinh(Δη/2). */
    private static void massOfMuons(double[][] in, int rows) {
        double[] pt1 = in[0];
        double[] eta1 = in[1];
        double[] phi1 = in[2];
        double[] pt2 = in[3];
        double[] eta2 = in[4];
        double[] phi2 = in[5];
        for (int i = 0; i < rows; i++) {
            double up1 = Math.exp(0.5 * eta1[i]);
            double up2 = Math.exp(0.5 * eta2[i]);
            double down1 = 1 / up1;
            double down2 = 1 / up2;
            double p1 = 0.5 * pt1[i] * (up1 * up1 + down1 * down1);
            double p2 = 0.5 * pt2[i] * (up2 * up2 + down2 * down2);
            double sinh = 0.5 * (up1 * down2 - up2 * down1);
            double sin = Math.sin(0.5 * (phi1[i] - phi2[i]));
            double product = product(p1, p2, MUON_MASS, MUON_MASS) + 2 * pt1[i] * pt2[i] * (sinh * sinh + sin * sin);
            pt1[i] = Math.sqrt(2 * (MUON_MASS * MUON_MASS + product));
        }
    }

    private static void massOfFourVectors(double[][] in, int rows) {
        for (int i = 0; i < rows; i++) {
            double e = in[0][i];
            double px = in[1][i];
            double py = in[2][i];
            double pz = in[3][i];
            for (int a = 4; a < in.length; a += 4) {
                e += in[a][i];
                px += in[a + 1][i];
                py += in[a + 2][i];
                pz += in[a + 3][i];
            }
            in[0][i] = Kinematics.mass(px, py, pz, e);
        }
    }

    /**
     * E₁E₂ − p₁p₂ without cancellation: (m₁²p₂² + m₂²p₁² + m₁²m₂²) / (E₁E₂ + p₁p₂). Together with
     * {@link #opening} it gives the product of two four-vectors to all digits, also for nearly parallel ones.
     */
    private static double product(double p1, double p2, double m1, double m2) {
        double p1Squared = p1 * p1;
        double p2Squared = p2 * p2;
        double m1Squared = m1 * m1;
        double m2Squared = m2 * m2;
        double above = m1Squared * (p2Squared + m2Squared) + m2Squared * p1Squared;
        double below = Math.sqrt((p1Squared + m1Squared) * (p2Squared + m2Squared)) + p1 * p2;
        return above == 0 ? 0 : above / below;
    }

    /** (cosh Δη − cos Δφ) / 2 without cancellation: sinh²(Δη/2) + sin²(Δφ/2). */
    private static double opening(double deltaEta, double deltaPhi) {
        double sinh = Hyperbolic.sinh(0.5 * deltaEta);
        double sin = Math.sin(0.5 * deltaPhi);
        return sinh * sinh + sin * sin;
    }
}
