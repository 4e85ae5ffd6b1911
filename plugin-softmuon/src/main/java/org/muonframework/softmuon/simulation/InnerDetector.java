package org.muonframework.softmuon.simulation;

/** The tracker around the beam, out to 1.05 m. */
final class InnerDetector {

    private InnerDetector() {}

    /** The relative resolution of the momentum: 0.012 (1 + 0.45 η²) ⊕ 0.00035 pT/GeV (1 + 0.3 η²). */
    static double resolution(double pt, double eta) {
        double scattering = 0.012 * (1 + 0.45 * eta * eta);
        double curvature = 0.00035 * pt * (1 + 0.3 * eta * eta);
        return Math.sqrt(scattering * scattering + curvature * curvature);
    }

    /**
     * The momentum p_in that the track shows, from a mean of 1/p: 1/p_in = w/p_h + (1 − w)/p_μ. The weight of the hadron,
     * w = f² (3 − 2f), grows with the share f = (R − 0.05 m)/1 m of the track that is its own, between 0 and 1.
     *
     * @param hadronMomentum p_h in GeV
     * @param muonMomentum p_μ in GeV
     * @param decayRadius R in m
     */
    static double momentum(double hadronMomentum, double muonMomentum, double decayRadius) {
        double f = Math.min(Math.max(decayRadius - 0.05, 0), 1);
        double w = f * f * (3 - 2 * f);
        return 1 / (w / hadronMomentum + (1 - w) / muonMomentum);
    }

    /** How much of a kink at this radius in m the track shows: 0 outside 0.1–1.05 m, all of it 0.15 m inside. */
    static double kinkVisibility(double radius) {
        return Math.min(Math.max(Math.min(radius - 0.1, 1.05 - radius) / 0.15, 0), 1);
    }
}
