package org.muonframework.darksector.simulation;

import java.util.random.RandomGenerator;
import org.muonframework.physics.Constants;

/**
 * The colliding e⁺e⁻ pair, of which one may radiate a photon along its beam before it meets the other. The photon has
 * the share x of the beam's energy with the density η x^(η − 1), η = (2α/π)(ln(s/m_e²) − 1); the pair is left with s′ =
 * s (1 − x). Source: the exponentiated leading-logarithmic radiator, E. A. Kuraev and V. S. Fadin, Sov. J. Nucl. Phys.
 * 41 (1985) 466.
 *
 * <p>Energies are in the centre-of-mass frame of the beams, where e⁻ flies along +z.
 *
 * @param radiates whether photons are radiated at all
 * @param maxShare largest x that is drawn
 * @param probability the share of all collisions whose x is not larger
 */
record InitialState(boolean radiates, double maxShare, double probability) {

    /** √s of the beams in GeV, the mass of the Υ(4S). */
    static final double ENERGY = 10.58;

    /** s in GeV². */
    static final double S = ENERGY * ENERGY;

    /** The fine-structure constant. */
    static final double ALPHA = 1 / 137.035999;

    /** η, the exponent of the density. */
    static final double ETA =
            2 * ALPHA / Math.PI * (Math.log(S / (Constants.ELECTRON_MASS * Constants.ELECTRON_MASS)) - 1);

    /** Photons never take more: every larger x becomes this one. */
    static final double CAP = 0.98;

    /** The law without another limit than the cap. */
    static InitialState unlimited(boolean radiates) {
        return new InitialState(radiates, 1, 1);
    }

    /** The law among those collisions that keep at least this energy, in GeV. */
    static InitialState keeping(double energy, boolean radiates) {
        double share = Math.max(0, 1 - energy * energy / S);
        return new InitialState(radiates, share, radiates ? Math.pow(share, ETA) : 1);
    }

    /** Draws a collision within the limit. */
    void draw(Event event, RandomGenerator random) {
        double x = radiates ? Math.min(CAP, maxShare * Math.exp(-random.nextExponential() / ETA)) : 0;
        event.collide(x, random.nextBoolean() ? 1 : -1);
    }
}
