package org.muonframework.dimuon.spinquest.simulation;

import java.util.random.RandomGenerator;
import org.muonframework.dimuon.spinquest.Spectrometer;
import org.muonframework.physics.Constants;

/** A pair where it is made, used again for the next. */
final class MuonPair {

    private static final double S = Spectrometer.BEAM.s();
    private static final double ENERGY = Math.sqrt(S);

    /** βγ and γ of the centre of mass in the laboratory. */
    private static final double GAMMA_BETA =
            Spectrometer.BEAM.beta() / Math.sqrt(1 - Spectrometer.BEAM.beta() * Spectrometer.BEAM.beta());

    private static final double GAMMA = Math.sqrt(1 + GAMMA_BETA * GAMMA_BETA);

    final Parent parent = new Parent();
    final Muon plus = new Muon();
    final Muon minus = new Muon();
    private final Azimuth azimuth = new Azimuth();

    /** Makes another pair. */
    void draw(Production production, RandomGenerator random) {
        production.draw(parent, random);
        double tau = parent.mass * parent.mass / S;
        double longitudinal = parent.xF * (1 - tau) * ENERGY / 2;
        double limit = ENERGY / 2 * (1 - tau) * Math.sqrt(1 - parent.xF * parent.xF);
        decay(longitudinal, pt(parent.source.hardness(), limit, random), random);
    }

    /** A transverse momentum whose share above pT is (1 + (pT/p₀)²)⁻⁵, below a limit. */
    private static double pt(double hardness, double limit, RandomGenerator random) {
        double square = 1 + limit * limit / (hardness * hardness);
        double share = 1 / (square * square * square * square * square);
        double above = share + random.nextDouble() * (1 - share);
        return Math.min(limit, hardness * Math.sqrt(Math.pow(above, -0.2) - 1));
    }

    /**
     * Decays in the Collins–Soper frame, whose axes lie along the transverse momentum and along the beam once the pair
     * was boosted along the beam, and then across.
     *
     * @param longitudinal momentum along the beam in the centre of mass
     */
    private void decay(double longitudinal, double pt, RandomGenerator random) {
        double mass = parent.mass;
        double transverseMass = Math.sqrt(mass * mass + pt * pt);
        double energy = Math.sqrt(transverseMass * transverseMass + longitudinal * longitudinal);
        double pz = GAMMA * longitudinal + GAMMA_BETA * energy;
        double e = GAMMA * energy + GAMMA_BETA * longitudinal;
        double momentum = Math.sqrt(mass * mass / 4 - Constants.MUON_MASS * Constants.MUON_MASS);
        double cosTheta = cosTheta(random);
        double across = momentum * Math.sqrt(1 - cosTheta * cosTheta);
        azimuth.draw(random);
        double x = across * azimuth.cos;
        double y = across * azimuth.sin;
        double z = momentum * cosTheta;
        azimuth.draw(random);
        boost(plus, pt, transverseMass, pz, e, x, y, z);
        boost(minus, pt, transverseMass, pz, e, -x, -y, -z);
    }

    private double cosTheta(RandomGenerator random) {
        double cosTheta = 2 * random.nextDouble() - 1;
        while (parent.source.polarised() && 2 * random.nextDouble() >= 1 + cosTheta * cosTheta) {
            cosTheta = 2 * random.nextDouble() - 1;
        }
        return cosTheta;
    }

    /** Takes a muon of momentum (x, y, z) from the rest frame of the pair to the laboratory. */
    private void boost(Muon muon, double pt, double transverseMass, double pz, double e, double x, double y, double z) {
        double mass = parent.mass;
        double along = transverseMass / mass * x + pt / 2;
        double energy = transverseMass / 2 + pt / mass * x;
        muon.px = azimuth.cos * along - azimuth.sin * y;
        muon.py = azimuth.sin * along + azimuth.cos * y;
        muon.pz = (e * z + pz * energy) / transverseMass;
        muon.e = (e * energy + pz * z) / transverseMass;
    }
}
