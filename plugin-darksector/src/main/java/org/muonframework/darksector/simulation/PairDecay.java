package org.muonframework.darksector.simulation;

import java.util.random.RandomGenerator;
import org.muonframework.physics.Constants;

/**
 * The decay of a boson into a pair of equal mass, in its helicity frame: the axis is its flight direction.
 *
 * @param mass mass of either product in GeV
 * @param muons whether spin-½ particles: 1 + c² + (4m²/M²)(1 − c²), as of a transverse photon; otherwise 1 − c², as of
 *     a transverse vector meson into two pions
 */
record PairDecay(double mass, boolean muons) {

    /** γ*, Z′ → μ⁺μ⁻. */
    static final PairDecay MUONS = new PairDecay(Constants.MUON_MASS, true);

    /** ρ → π⁺π⁻. */
    static final PairDecay PIONS = new PairDecay(Constants.PION_MASS, false);

    /**
     * Lets a boson decay into the particles {@code first} and {@code first + 1} of an event.
     *
     * @param parentMass mass of the boson, above twice that of a product
     * @param energy its energy
     * @param momentum its momentum
     * @param x direction of flight, and likewise y and z: a unit vector
     */
    void decay(
            Event event,
            int first,
            double parentMass,
            double energy,
            double momentum,
            double x,
            double y,
            double z,
            RandomGenerator random) {
        double cosine = cosine(parentMass, random);
        double rest = Math.sqrt(parentMass * parentMass / 4 - mass * mass);
        double across = rest * Math.sqrt(1 - cosine * cosine);
        double gamma = energy / parentMass;
        double gammaBeta = momentum / parentMass;
        int second = first + 1;
        Directions.across(event, second, x, y, z, across, random);
        double forward = momentum / 2 + gamma * rest * cosine;
        double backward = momentum / 2 - gamma * rest * cosine;
        event.px[first] = forward * x - event.px[second];
        event.py[first] = forward * y - event.py[second];
        event.pz[first] = forward * z - event.pz[second];
        event.px[second] += backward * x;
        event.py[second] += backward * y;
        event.pz[second] += backward * z;
        event.e[first] = energy / 2 + gammaBeta * rest * cosine;
        event.e[second] = energy / 2 - gammaBeta * rest * cosine;
    }

    /** Draws the cosine of the angle between the positive product and the flight direction, in the rest frame. */
    double cosine(double parentMass, RandomGenerator random) {
        double r = 4 * mass * mass / (parentMass * parentMass);
        while (true) {
            double c = 2 * random.nextDouble() - 1;
            double density = muons ? (1 + c * c + r * (1 - c * c)) / 2 : 1 - c * c;
            if (random.nextDouble() < density) {
                return c;
            }
        }
    }
}
