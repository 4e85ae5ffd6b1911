package org.muonframework.darksector.simulation;

import java.util.random.RandomGenerator;

/**
 * What is left of other backgrounds after the selection, in shape only, both drawn alike: μ⁺μ⁻γ with the photon
 * converted to e⁺e⁻ at 1–1.5 cm from the beams, a pair that as muons has a mass of 0.22–0.4 GeV, and μ⁺μ⁻ρ with ρ → π⁺π⁻ taken
 * for muons. τ⁺τ⁻ loses too much energy to neutrinos for the window of the four-muon mass, and is not made.
 *
 * @param initial radiation of the beams
 */
record OtherProcesses(InitialState initial) implements Process {

    private static final double RHO_MASS = 0.77526;
    private static final double RHO_WIDTH = 0.1491;

    @Override
    public double propose(Event event, RandomGenerator random) {
        initial.draw(event, random);
        event.pions = random.nextBoolean();
        event.mass = event.pions ? rho(random) : 0.22 + 0.18 * random.nextDouble();
        event.displacement = event.pions ? 0 : 1 + 0.5 * random.nextDouble();
        return BosonRadiation.propose(event, random);
    }

    /** A Breit-Wigner distribution between 0.4 and 1.2 GeV. */
    private static double rho(RandomGenerator random) {
        double low = Math.atan((0.4 - RHO_MASS) * 2 / RHO_WIDTH);
        double high = Math.atan((1.2 - RHO_MASS) * 2 / RHO_WIDTH);
        return RHO_MASS + RHO_WIDTH / 2 * Math.tan(low + (high - low) * random.nextDouble());
    }

    @Override
    public void finish(Event event, RandomGenerator random) {
        BosonRadiation.place(event, event.pions ? PairDecay.PIONS : PairDecay.MUONS, random);
        event.toBeams();
    }

    @Override
    public int code() {
        return 3;
    }
}
