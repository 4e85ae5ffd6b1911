package org.muonframework.physics;

/** Formulas for one particle or one pair; {@link FourVectors} has those for whole columns. */
public final class Kinematics {

    private static final double TWO_PI = 2 * Math.PI;

    /** How far M²/E² may fall below zero by rounding alone. */
    private static final double ROUNDING = 1e-9;

    private Kinematics() {}

    /**
     * The invariant mass of a system, from the sums over its particles: M² = (ΣE)² − (Σpx)² − (Σpy)² − (Σpz)².
     *
     * @return the mass in GeV; 0 where M² is negative by no more than 10⁻⁹ E² (rounding); NaN where it is lower
     */
    public static double mass(double px, double py, double pz, double e) {
        double p = Math.sqrt(px * px + py * py + pz * pz);
        double squared = (e - p) * (e + p);
        if (squared >= 0) {
            return Math.sqrt(squared);
        }
        return squared > -ROUNDING * e * e ? 0 : Double.NaN;
    }

    /**
     * The invariant mass of two particles as light as to be massless: M² = 2 pT₁ pT₂ (cosh Δη − cos Δφ), computed as
     * 4 pT₁ pT₂ (sinh² Δη/2 + sin² Δφ/2), which loses no digits when the two are close.
     *
     * @return the mass in GeV
     */
    public static double mass(double pt1, double eta1, double phi1, double pt2, double eta2, double phi2) {
        double sinh = Math.sinh((eta1 - eta2) / 2);
        double sin = Math.sin((phi1 - phi2) / 2);
        return 2 * Math.sqrt(pt1 * pt2 * (sinh * sinh + sin * sin));
    }

    /**
     * The invariant mass of two particles of known masses: M² = m₁² + m₂² + 2 (mT₁ mT₂ cosh Δy − pT₁ pT₂ cos Δφ), with
     * mT² = m² + pT² and the rapidity y = asinh(pT sinh η / mT).
     *
     * @return the mass in GeV
     */
    public static double mass(
            double pt1, double eta1, double phi1, double mass1, double pt2, double eta2, double phi2, double mass2) {
        double mt1 = Math.hypot(mass1, pt1);
        double mt2 = Math.hypot(mass2, pt2);
        double rapidity1 = asinh(pt1 * Math.sinh(eta1) / mt1);
        double rapidity2 = asinh(pt2 * Math.sinh(eta2) / mt2);
        double product = mt1 * mt2 * Math.cosh(rapidity1 - rapidity2) - pt1 * pt2 * Math.cos(phi1 - phi2);
        return Math.sqrt(mass1 * mass1 + mass2 * mass2 + 2 * product);
    }

    /** The angle from {@code phi2} to {@code phi1}, in (−π, π]. */
    public static double deltaPhi(double phi1, double phi2) {
        double difference = phi1 - phi2;
        if (difference > -Math.PI && difference <= Math.PI) {
            return difference;
        }
        double wrapped = Math.IEEEremainder(difference, TWO_PI);
        return wrapped <= -Math.PI ? wrapped + TWO_PI : wrapped;
    }

    /** The distance of two directions: ΔR² = Δη² + Δφ². */
    public static double deltaR(double eta1, double phi1, double eta2, double phi2) {
        double deltaEta = eta1 - eta2;
        double deltaPhi = deltaPhi(phi1, phi2);
        return Math.sqrt(deltaEta * deltaEta + deltaPhi * deltaPhi);
    }

    /**
     * The pseudorapidity η = asinh(pz / pT).
     *
     * @return ±∞ along the beam, NaN where there is no momentum at all
     */
    public static double pseudorapidity(double px, double py, double pz) {
        return asinh(pz / Math.sqrt(px * px + py * py));
    }

    /**
     * The cosine of the polar angle of the positive particle in the Collins–Soper frame of a pair:
     * 2 (E⁻ pz⁺ − E⁺ pz⁻) / (M √(M² + pT²)), the same in every frame that moves along the beam.
     *
     * <p>Source: J. C. Collins and D. E. Soper, Phys. Rev. D 16 (1977) 2219; with z along the momentum of the beam.
     *
     * @param mass invariant mass of the pair in GeV
     * @param pt transverse momentum of the pair in GeV
     */
    public static double collinsSoperCosTheta(
            double pzPlus, double ePlus, double pzMinus, double eMinus, double mass, double pt) {
        return 2 * (eMinus * pzPlus - ePlus * pzMinus) / (mass * Math.hypot(mass, pt));
    }

    /** The inverse hyperbolic sine, accurate for small and large arguments alike. */
    private static double asinh(double x) {
        double a = Math.abs(x);
        double result = a > 1e8 ? Math.log(a) + Math.log(2) : Math.log1p(a + a * a / (1 + Math.sqrt(1 + a * a)));
        return Math.copySign(result, x);
    }
}
