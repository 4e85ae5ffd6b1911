package org.muonframework.darksector.simulation;

import java.util.random.RandomGenerator;
import org.muonframework.physics.Constants;

/**
 * e⁺e⁻ → μ⁺μ⁻γ*, γ* → μ⁺μ⁻: the signal's density with g′² → 4πα, times (α/3π) V(m) dm²/m².
 *
 * @param initial radiation of the beams
 */
record FsrConversion(InitialState initial) implements Process {

    private static final double THRESHOLD = 2 * Constants.MUON_MASS;

    /** Range of ln m². */
    private static final double LOG_RANGE = 2 * Math.log((InitialState.ENERGY - THRESHOLD) / THRESHOLD);

    private static final double COUPLING = CrossSections.MUON_PAIRS * InitialState.ALPHA / (2 * Math.PI);

    @Override
    public double propose(Event event, RandomGenerator random) {
        initial.draw(event, random);
        double t = Math.max(random.nextDouble(), Math.max(random.nextDouble(), random.nextDouble()));
        event.mass = THRESHOLD * Math.exp(LOG_RANGE / 2 * (1 - t));
        double perLog = BosonRadiation.propose(event, random) * CrossSections.conversion(event.mass);
        double weight = perLog * LOG_RANGE / (3 * t * t);
        return initial.probability() * COUPLING * InitialState.S / event.s * weight;
    }

    @Override
    public void finish(Event event, RandomGenerator random) {
        BosonRadiation.place(event, PairDecay.MUONS, random);
        event.toBeams();
    }

    @Override
    public int code() {
        return 2;
    }
}
