package org.muonframework.softmuon.simulation;

import java.util.random.RandomGenerator;
import org.muonframework.physics.Constants;
import org.muonframework.physics.TwoBodyDecay;

/**
 * The decay h → μν of a fast hadron somewhere between the beam and the calorimeters. The decay is isotropic in the rest
 * frame of the hadron, hence flat in the muon's share x of the momentum.
 *
 * @param minFraction least x, (m_μ/m_h)²
 * @param restMomentum momentum of the muon in the rest frame of the hadron, (m_h² − m_μ²)/2m_h, in GeV
 */
record DecayInFlight(double minFraction, double restMomentum) {

    /** π → μν: x from 0.573, 29.8 MeV. */
    static final DecayInFlight PION = of(Constants.PION_MASS);

    /** K → μν: x from 0.0458, 235.5 MeV. */
    static final DecayInFlight KAON = of(Constants.KAON_MASS);

    private static final double CALORIMETER_RADIUS = 1.3;
    private static final double MAX_RADIUS = 1.9;
    private static final double ABSORPTION_LENGTH = 0.25;

    private static DecayInFlight of(double mass) {
        double ratio = Constants.MUON_MASS / mass;
        return new DecayInFlight(ratio * ratio, TwoBodyDecay.momentum(mass, Constants.MUON_MASS, 0));
    }

    /** A muon that was produced as such: the whole momentum, no kink, from the beam on. */
    static void none(Candidate muon) {
        muon.momentumFraction = 1;
        muon.decayKt = 0;
        muon.kink = 0;
        muon.bendingKink = 0;
        muon.decayRadius = 0;
    }

    /** Lets the hadron decay. */
    void decay(Candidate muon, RandomGenerator random) {
        double fraction = random.nextDouble();
        double cosine = 2 * fraction - 1;
        muon.momentumFraction = minFraction + (1 - minFraction) * fraction;
        muon.decayKt = restMomentum * Math.sqrt(1 - cosine * cosine);
        muon.kink = muon.decayKt / Math.max(muon.muonMomentum(), 0.5);
        muon.bendingKink = muon.kink * Math.cos(2 * Math.PI * random.nextDouble());
        muon.decayRadius = radius(random);
    }

    /**
     * Uniform up to the calorimeters at 1.3 m, beyond which absorption leaves e^(−(R − 1.3 m)/0.25 m); hadrons that are
     * absorbed are drawn again before them.
     */
    private static double radius(RandomGenerator random) {
        double radius = MAX_RADIUS * random.nextDouble();
        if (radius > CALORIMETER_RADIUS
                && random.nextDouble() >= Math.exp((CALORIMETER_RADIUS - radius) / ABSORPTION_LENGTH)) {
            return CALORIMETER_RADIUS * random.nextDouble();
        }
        return radius;
    }
}
