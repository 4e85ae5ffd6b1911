package org.muonframework.softmuon.simulation;

import java.util.random.RandomGenerator;
import org.muonframework.physics.Constants;
import org.muonframework.physics.Kinematics;

/**
 * The jet around the muon, the muon included. The muon's pT, η and φ are the measured ones and the jet's pT is the one
 * that was produced; the angle θ between them follows from the drawn momentum across the jet's axis, sin θ = pTrel/p_μ,
 * at a uniform azimuth around the muon. All else follows from these two vectors: z = p_μ cos θ/p_jet, ΔR, and the jet's
 * energy, that of the muon and of a massless rest, the least that the jet can have.
 *
 * <p>So pTrel has its law, but for what ΔR &lt; 0.4 cuts off, while z is not the z of the production: the muon is measured, may have lost momentum
 * to a neutrino, and z is a ratio of momenta along the jet, not of transverse ones.
 *
 * @param pTrelScale factor on pTrel
 */
record JetAxis(double pTrelScale) {

    /** Largest distance of a muon from its jet. */
    static final double MAX_DELTA_R = 0.4;

    /**
     * Draws the axis and tells whether the muon belongs to the jet: ΔR &lt; 0.4 and |η| &lt; 2.5 for the jet, whose pT
     * is above 25 GeV by its law. ΔR is never below the angle, hence none with sin θ ≥ 0.4 does.
     */
    boolean associate(Candidate muon, RandomGenerator random) {
        muon.pTrel = pTrelScale * muon.source.pTrel(random);
        double p = muon.pt * muon.coshEta;
        double sine = muon.pTrel / p;
        if (sine >= MAX_DELTA_R) {
            return false;
        }
        double cosine = Math.sqrt(1 - sine * sine);
        double jetP = muon.jetPt * turn(muon, sine, cosine, 2 * Math.PI * random.nextDouble());
        double rest = Math.sqrt(p * p + jetP * jetP - 2 * p * jetP * cosine);
        muon.z = p * cosine / jetP;
        muon.deltaR = Kinematics.deltaR(muon.eta, muon.phi, muon.jetEta, muon.jetPhi);
        muon.jetEnergy = Math.sqrt(p * p + Constants.MUON_MASS * Constants.MUON_MASS) + rest;
        return muon.deltaR < MAX_DELTA_R && Math.abs(muon.jetEta) < JetProduction.MAX_ETA;
    }

    /**
     * Turns the muon's direction by an angle, towards an azimuth around it, in the frame where the muon has φ = 0;
     * gives cosh η of the jet.
     */
    private static double turn(Candidate muon, double sine, double cosine, double azimuth) {
        double upwards = sine * Math.sin(azimuth);
        double x = (cosine - upwards * muon.sinhEta) / muon.coshEta;
        double y = sine * Math.cos(azimuth);
        double along = (cosine * muon.sinhEta + upwards) / muon.coshEta;
        muon.jetEta = Kinematics.pseudorapidity(x, y, along);
        muon.jetPhi = Kinematics.deltaPhi(muon.phi, -Math.atan2(y, x));
        return 1 / Math.sqrt(x * x + y * y);
    }
}
