package org.muonframework.physics;

/**
 * Where a muon lies in the momentum of its jet. Momenta are given by pT in GeV, pseudorapidity and azimuth.
 *
 * <p>With the unit vectors n = (cos φ, sin φ, sinh η) / cosh η of two directions,
 *
 * <pre>
 * 1 − n₁·n₂ = 2 A / (cosh η₁ cosh η₂),   A = sinh² ½(η₁ − η₂) + sin² ½(φ₁ − φ₂)
 * 1 + n₁·n₂ = 2 B / (cosh η₁ cosh η₂),   B = sinh² ½(η₁ + η₂) + cos² ½(φ₁ − φ₂)
 * </pre>
 *
 * are sums of squares, so that sin² α = (1 − n₁·n₂)(1 + n₁·n₂) keeps its digits for nearly parallel momenta, where a
 * vector product loses them.
 */
public final class MuonInJet {

    private MuonInJet() {}

    /**
     * The momentum of a muon across the axis of its jet, pT(rel) = |p(μ) × p(jet)| / |p(jet)| = |p(μ)| sin α. A heavy
     * hadron gives its muon more of it than a light one.
     *
     * @return in GeV, from 0 (along the axis) to |p(μ)|; does not depend on how large the jet's momentum is, but is NaN
     *     where that is not above 0: there is no axis
     */
    public static double ptRel(double pt, double eta, double phi, double jetPt, double jetEta, double jetPhi) {
        double across = apart(eta, phi, jetEta, jetPhi) * along(eta, phi, jetEta, jetPhi);
        return jetPt > 0 ? 2 * pt * Math.sqrt(across) / Math.cosh(jetEta) : Double.NaN;
    }

    /**
     * The longitudinal momentum fraction, z = p(μ)·p(jet) / |p(jet)|²: the momentum of a muon along the axis of its jet
     * in units of the jet's momentum. Only the momentum of the jet enters, so z does not depend on the jet's mass; if the
     * jet's momentum contains the muon's, as it should, a jet that is nothing but its muon has z = 1.
     *
     * <p>Source: the fragmentation variable of ATLAS, Eur. Phys. J. C 71 (2011) 1795, there of charged particles.
     *
     * @return a pure number, negative for a muon that flies against the axis; NaN where the jet's momentum is not above 0
     */
    public static double longitudinalFraction(
            double pt, double eta, double phi, double jetPt, double jetEta, double jetPhi) {
        double cosh = Math.cosh(jetEta);
        double product = along(eta, phi, jetEta, jetPhi) - apart(eta, phi, jetEta, jetPhi);
        return jetPt > 0 ? pt / jetPt * product / (cosh * cosh) : Double.NaN;
    }

    /** A = (cosh Δη − cos Δφ) / 2. */
    private static double apart(double eta1, double phi1, double eta2, double phi2) {
        double sinh = Math.sinh(0.5 * (eta1 - eta2));
        double sin = Math.sin(0.5 * (phi1 - phi2));
        return sinh * sinh + sin * sin;
    }

    /** B = (cosh(η₁ + η₂) + cos Δφ) / 2. */
    private static double along(double eta1, double phi1, double eta2, double phi2) {
        double sinh = Math.sinh(0.5 * (eta1 + eta2));
        double cos = Math.cos(0.5 * (phi1 - phi2));
        return sinh * sinh + cos * cos;
    }
}
