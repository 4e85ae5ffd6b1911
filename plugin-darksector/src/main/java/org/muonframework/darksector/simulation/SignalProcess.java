package org.muonframework.darksector.simulation;

import java.util.random.RandomGenerator;

/**
 * e⁺e⁻ → μ⁺μ⁻Z′, Z′ → μ⁺μ⁻; the cross section is that of g′ = 1, without the branching fraction.
 *
 * @param mass mass of the Z′ in GeV; its width is negligible
 * @param initial radiation of the beams
 */
record SignalProcess(double mass, InitialState initial) implements Process {

    private static final double COUPLING = CrossSections.MUON_PAIRS / (8 * Math.PI * Math.PI);

    @Override
    public double propose(Event event, RandomGenerator random) {
        initial.draw(event, random);
        event.mass = mass;
        double weight = BosonRadiation.propose(event, random);
        return initial.probability() * COUPLING * InitialState.S / event.s * weight;
    }

    @Override
    public void finish(Event event, RandomGenerator random) {
        BosonRadiation.place(event, PairDecay.MUONS, random);
        event.toBeams();
    }

    @Override
    public int code() {
        return 0;
    }
}
