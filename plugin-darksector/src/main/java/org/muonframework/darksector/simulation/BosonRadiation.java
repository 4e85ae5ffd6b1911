package org.muonframework.darksector.simulation;

import java.util.random.RandomGenerator;
import org.muonframework.physics.Constants;

/**
 * e⁺e⁻ → γ* → μ⁺μ⁻V: a vector boson of mass M radiated off the muons. With ε = M²/s′ and x_i = 2E_i/√s′ of the muons,
 *
 * <p>dσ = σ₀ (s/s′) (g²/8π²) F dx₁dx₂,  F = [(x₁+ε)² + (x₂+ε)²]/[(1−x₁)(1−x₂)] − ε[(1−x₁)⁻² + (1−x₂)⁻²].
 *
 * <p>Source: the massive gluon in Y. L. Dokshitzer, G. Marchesini and B. R. Webber, Nucl. Phys. B 469 (1996) 93, for
 * the density; muons have their mass in the phase space.
 */
final class BosonRadiation {

    private static final double M = Constants.MUON_MASS;

    private BosonRadiation() {}

    /** F(x₁, x₂; ε). */
    static double density(double x1, double x2, double epsilon) {
        double y1 = 1 - x1;
        double y2 = 1 - x2;
        double a1 = x1 + epsilon;
        double a2 = x2 + epsilon;
        return (a1 * a1 + a2 * a2) / (y1 * y2) - epsilon * (1 / (y1 * y1) + 1 / (y2 * y2));
    }

    /**
     * Draws the energies of the muons for a boson of mass {@code event.mass}: the logarithm of y₁ = 1 − x₁ with a
     * density that rises linearly from 0, about as the range of ln y₂ does; then ln y₂ uniform in that range.
     *
     * @return F dx₁dx₂ over the density drawn from, whose mean is ∫F dx₁dx₂; 0 where the boson is too heavy
     */
    static double propose(Event event, RandomGenerator random) {
        double s = event.s;
        double root = event.energy;
        double boson = event.mass;
        if (root <= boson + 2 * M) {
            return 0;
        }
        double low = minY(boson, s);
        double logRange1 = Math.log(maxY(root) / low);
        double t = Math.max(random.nextDouble(), random.nextDouble());
        double y1 = low * Math.exp(logRange1 * t);
        double centre = centreOfE2(y1, boson, s);
        double half = halfRangeOfE2(y1, boson, s);
        double low2 = 1 - 2 * (centre + half) / root;
        double logRange2 = Math.log((1 - 2 * (centre - half) / root) / low2);
        double y2 = low2 * Math.exp(logRange2 * random.nextDouble());
        event.e1 = (1 - y1) * root / 2;
        event.e2 = (1 - y2) * root / 2;
        return Math.max(0, y1 * y2 * logRange1 * logRange2 / (2 * t) * density(1 - y1, 1 - y2, boson * boson / s));
    }

    /** Least y₁: the other muon and the boson are at rest to each other. */
    static double minY(double boson, double s) {
        return (boson + 2 * M) * boson / s;
    }

    /** Largest y₁: the first muon is at rest. */
    static double maxY(double root) {
        return 1 - 2 * M / root;
    }

    /** The centre of the range of E₂ at this y₁ (Particle Data Group, review "Kinematics", three-body decays). */
    static double centreOfE2(double y1, double boson, double s) {
        double m23 = s * y1 + M * M;
        return Math.sqrt(s) * (1 + y1) / 2 * (m23 + M * M - boson * boson) / (2 * m23);
    }

    /** Half of the range of E₂ at this y₁. */
    static double halfRangeOfE2(double y1, double boson, double s) {
        double m23 = s * y1 + M * M;
        double x1 = 1 - y1;
        double p1 = Math.sqrt(Math.max(0, s * x1 * x1 / 4 - M * M));
        double difference = m23 - M * M - boson * boson;
        double lambda = Math.max(0, difference * difference - 4 * M * M * boson * boson);
        return p1 * Math.sqrt(lambda) / (2 * m23);
    }

    /**
     * Gives the muons (particles 0 and 1) and the boson their directions, and lets it decay into 2 and 3. The muon i
     * that is chosen with probability x_i²/(x₁² + x₂²) lies as 1 + cos²θ to the beams. Source: R. Kleiss, Phys. Lett. B
     * 180 (1986) 400.
     */
    static void place(Event event, PairDecay decay, RandomGenerator random) {
        double e1 = event.e1;
        double e2 = event.e2;
        double bosonEnergy = event.energy - e1 - e2;
        double p1 = Math.sqrt(e1 * e1 - M * M);
        double p2 = Math.sqrt(e2 * e2 - M * M);
        double bosonP2 = Math.max(0, bosonEnergy * bosonEnergy - event.mass * event.mass);
        double cos12 = Math.min(1, Math.max(-1, (bosonP2 - p1 * p1 - p2 * p2) / (2 * p1 * p2)));
        boolean firstIsAxis = random.nextDouble() * (e1 * e1 + e2 * e2) < e1 * e1;
        int axis = firstIsAxis ? 0 : 1;
        Directions.polar(event, axis, cosTheta(random), random);
        Directions.around(event, axis, 1 - axis, cos12, random);
        scale(event, 0, p1, e1);
        scale(event, 1, p2, e2);
        double x = -(event.px[0] + event.px[1]);
        double y = -(event.py[0] + event.py[1]);
        double z = -(event.pz[0] + event.pz[1]);
        double p = Math.sqrt(x * x + y * y + z * z);
        double inverse = 1 / Math.max(p, Double.MIN_NORMAL);
        decay.decay(event, 2, event.mass, bosonEnergy, p, x * inverse, y * inverse, z * inverse, random);
    }

    private static void scale(Event event, int i, double momentum, double energy) {
        event.px[i] *= momentum;
        event.py[i] *= momentum;
        event.pz[i] *= momentum;
        event.e[i] = energy;
    }

    /** Draws from 1 + cos²θ. */
    private static double cosTheta(RandomGenerator random) {
        while (true) {
            double c = 2 * random.nextDouble() - 1;
            if (2 * random.nextDouble() < 1 + c * c) {
                return c;
            }
        }
    }
}
