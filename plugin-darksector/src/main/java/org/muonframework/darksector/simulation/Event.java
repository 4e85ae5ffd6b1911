package org.muonframework.darksector.simulation;

/**
 * One event while it is made, used again for the next: what is left of the collision, a boson if there is one, and four
 * particles, μ⁺ and μ⁻ of the recoil (0, 1) and of the pair that was radiated (2, 3).
 *
 * <p>Momenta are in the frame of the hard process, where the four are at rest together, until {@link #toBeams} takes
 * them to that of the beams.
 */
final class Event {

    /** Momenta and energies of the four particles in GeV. */
    final double[] px = new double[4];

    final double[] py = new double[4];
    final double[] pz = new double[4];
    final double[] e = new double[4];

    /** s′ and its root. */
    double s;

    double energy;

    /** Momentum of the photon that the beams radiated, along z. */
    double photonPz;

    /** Masses of the pair that was radiated (or the first of two) and of the second pair. */
    double mass;

    double mass2;

    /** Energies of the recoil muons, or cosine of the polar angle of the first pair in its place. */
    double e1;

    double e2;
    double cosTheta;

    /** The azimuth drawn last. */
    double cosPhi;

    double sinPhi;

    /** The particles 2 and 3 are pions. */
    boolean pions;

    /** Distance in cm of the vertex of particles 2 and 3 from the beams. */
    double displacement;

    /** Sets the state after radiation of the share x into the direction {@code sign} of z. */
    void collide(double x, int sign) {
        s = InitialState.S * (1 - x);
        energy = Math.sqrt(s);
        photonPz = sign * x * InitialState.ENERGY / 2;
        pions = false;
        displacement = 0;
    }

    /** Takes the four particles to the centre-of-mass frame of the beams, where they recoil against the photon. */
    void toBeams() {
        double gamma = (InitialState.ENERGY - Math.abs(photonPz)) / energy;
        double gammaBeta = -photonPz / energy;
        for (int i = 0; i < 4; i++) {
            double z = pz[i];
            pz[i] = gamma * z + gammaBeta * e[i];
            e[i] = gamma * e[i] + gammaBeta * z;
        }
    }
}
