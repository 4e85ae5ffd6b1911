package org.muonframework.darksector.simulation;

import java.util.random.RandomGenerator;
import org.muonframework.physics.Constants;

/**
 * e⁺e⁻ → γ*γ* → (μ⁺μ⁻)(μ⁺μ⁻) by exchange of an electron. With masses m₁, m₂ of the photons,
 *
 * <p>dσ/dt = ½ (2πα²/s′²) [t/u + u/t + 2s′(m₁²+m₂²)/(tu) − m₁²m₂²(1/t² + 1/u²)] Π_j (α/3π) V(m_j) dm_j²/m_j².
 *
 * <p>Source: e⁺e⁻ → ZZ of R. W. Brown and K. O. Mikaelian, Phys. Rev. D 19 (1979) 922, for photons of two masses;
 * without interference of the pairings.
 *
 * @param initial radiation of the beams
 */
record DoubleConversion(InitialState initial) implements Process {

    private static final double THRESHOLD = 2 * Constants.MUON_MASS;

    /** Range of ln m². */
    private static final double LOG_RANGE = 2 * Math.log((InitialState.ENERGY - THRESHOLD) / THRESHOLD);

    /** Share of proposals in which one mass is in this last part of its range, where the cross section rises. */
    private static final double HEAVY_SHARE = 0.15;

    private static final double HEAVY = 0.1;

    /**
     * Draws the masses with a density in their logarithms that falls linearly with their sum, about as the range of
     * ln t does, and rises where one is heavy; then t.
     */
    @Override
    public double propose(Event event, RandomGenerator random) {
        initial.draw(event, random);
        boolean heavy = random.nextDouble() < HEAVY_SHARE;
        double t = Math.max(random.nextDouble(), random.nextDouble());
        double u = random.nextDouble() * (heavy ? HEAVY : 1);
        boolean swap = random.nextBoolean();
        event.mass = THRESHOLD * Math.exp(LOG_RANGE / 2 * (1 - (swap ? u : t)));
        event.mass2 = THRESHOLD * Math.exp(LOG_RANGE / 2 * (1 - (swap ? t : u)));
        if (event.mass + event.mass2 >= event.energy) {
            return 0;
        }
        double conversions = CrossSections.conversion(event.mass) * CrossSections.conversion(event.mass2);
        double edge = (t < HEAVY ? u / HEAVY : 0) + (u < HEAVY ? t / HEAVY : 0);
        double density = (1 - HEAVY_SHARE) * (t + u) + HEAVY_SHARE * edge;
        return initial.probability() * conversions * LOG_RANGE * LOG_RANGE / density * scatter(event, random);
    }

    /** Draws t from 1/t + 1/u within A ± B, where A = (s′ − m₁² − m₂²)/2, and gives dσ/dt over its density in fb. */
    private static double scatter(Event event, RandomGenerator random) {
        double s = event.s;
        double square1 = event.mass * event.mass;
        double square2 = event.mass2 * event.mass2;
        double a = (s - square1 - square2) / 2;
        double b = Math.sqrt(Math.max(0, a * a - square1 * square2));
        if (!(a > 0 && b > 0)) {
            return 0;
        }
        double least = square1 * square2 / (a + b);
        double logRange = Math.log((a + b) / least);
        double near = least * Math.exp(logRange * random.nextDouble());
        double far = 2 * a - near;
        double cosine = Math.min(1, Math.max(-1, (a - near) / b));
        event.cosTheta = random.nextBoolean() ? cosine : -cosine;
        double product = near * far;
        double bracket = (near * near + far * far) * (1 / product - square1 * square2 / (product * product))
                + 2 * s * (square1 + square2) / product;
        double density = a / product / logRange;
        return Math.PI
                * InitialState.ALPHA
                * InitialState.ALPHA
                / (s * s)
                * CrossSections.HBARC_SQUARED
                * bracket
                / density;
    }

    @Override
    public void finish(Event event, RandomGenerator random) {
        Directions.polar(event, 2, event.cosTheta, random);
        double x = event.px[2];
        double y = event.py[2];
        double z = event.pz[2];
        double energy = (event.s + event.mass * event.mass - event.mass2 * event.mass2) / (2 * event.energy);
        double momentum = Math.sqrt(Math.max(0, energy * energy - event.mass * event.mass));
        PairDecay.MUONS.decay(event, 0, event.mass, energy, momentum, x, y, z, random);
        PairDecay.MUONS.decay(event, 2, event.mass2, event.energy - energy, momentum, -x, -y, -z, random);
        event.toBeams();
    }

    @Override
    public int code() {
        return 1;
    }
}
