package org.muonframework.darksector.simulation;

import java.util.random.RandomGenerator;
import org.muonframework.physics.Constants;

/**
 * Belle II as four muons see it: acceptance, identification, momenta and impact parameters with their errors. Keeps the
 * last event that it measured; one detector serves one thread.
 *
 * <p>Momenta are smeared in the laboratory, which moves by β = (7.007 − 4)/(7.007 + 4) along z, and taken back to the
 * centre-of-mass frame of the beams. Acceptance, efficiencies and resolutions are chosen to resemble the detector's.
 */
final class BelleDetector {

    /** Velocity of the centre of mass in the laboratory, along e⁻. */
    static final double BETA = (7.007 - 4.0) / (7.007 + 4.0);

    private static final double GAMMA = 1 / Math.sqrt(1 - BETA * BETA);
    private static final double MAX_COT = 1 / Math.tan(Math.toRadians(17));
    private static final double MIN_COT = 1 / Math.tan(Math.toRadians(150));
    private static final double MIN_PT = 0.15;
    private static final double PION_AS_MUON = 0.05;
    private static final int MIN_IDENTIFIED = 3;
    private static final double MICROMETRE = 1e-4;

    /** Measured momenta and energies in the centre-of-mass frame, and momenta in the laboratory, in GeV. */
    final double[] px = new double[4];

    final double[] py = new double[4];
    final double[] pz = new double[4];
    final double[] e = new double[4];
    final double[] labPz = new double[4];

    /** Errors of the tracks' distances from the beams, across and along them, in cm. */
    final double[] d0Error = new double[4];

    final double[] z0Error = new double[4];

    /** The four-muon mass in GeV. */
    double mass;

    /** Measures an event, unless it is not accepted: not all four in the detector, or fewer than three identified. */
    boolean measure(Event event, RandomGenerator random) {
        for (int i = 0; i < 4; i++) {
            double z = GAMMA * (event.pz[i] + BETA * event.e[i]);
            double pt = Math.sqrt(event.px[i] * event.px[i] + event.py[i] * event.py[i]);
            if (!(pt > MIN_PT && z < MAX_COT * pt && z > MIN_COT * pt)) {
                return false;
            }
        }
        int identified = 0;
        for (int i = 0; i < 4; i++) {
            identified += random.nextDouble() < identification(event, i) ? 1 : 0;
        }
        if (identified < MIN_IDENTIFIED) {
            return false;
        }
        for (int i = 0; i < 4; i++) {
            track(event, i, random);
        }
        mass = Math.sqrt(square(sum(e)) - square(sum(px)) - square(sum(py)) - square(sum(pz)));
        return true;
    }

    private static double identification(Event event, int i) {
        if (event.pions && i > 1) {
            return PION_AS_MUON;
        }
        double energy = GAMMA * (event.e[i] + BETA * event.pz[i]);
        double p = Math.sqrt(energy * energy - Constants.MUON_MASS * Constants.MUON_MASS);
        return p < 0.7 ? 0.15 : p < 1 ? 0.75 : 0.93;
    }

    /**
     * σ(pT)/pT = 0.0011 pT ⊕ 0.003/β, σ(φ) = 6e−4 ⊕ 0.0012/p, σ(cot θ) = σ(φ) (1 + cot²θ); σ(d0) = (10 ⊕ 15/(pβ
     * sin^{3/2}θ)) µm, σ(z0) = (15 ⊕ 17/(pβ sin^{5/2}θ)) µm.
     */
    private void track(Event event, int i, RandomGenerator random) {
        double x = event.px[i];
        double y = event.py[i];
        double z = GAMMA * (event.pz[i] + BETA * event.e[i]);
        double energy = GAMMA * (event.e[i] + BETA * event.pz[i]);
        double pt = Math.sqrt(x * x + y * y);
        double p = Math.sqrt(pt * pt + z * z);
        double beta = p / energy;
        double cot = z / pt;
        double sine = pt / p;
        double root = Math.sqrt(sine);
        double angle = quadrature(6e-4, 1.2e-3 / p);
        d0Error[i] = MICROMETRE * quadrature(10, 15 / (p * beta * sine * root));
        z0Error[i] = MICROMETRE * quadrature(15, 17 / (p * beta * sine * sine * root));
        double scale = 1 + quadrature(1.1e-3 * pt, 3e-3 / beta) * random.nextGaussian();
        double turn = angle * random.nextGaussian(); // tangent of a small angle
        double measuredZ = scale * pt * (cot + angle * (1 + cot * cot) * random.nextGaussian());
        double turned = scale / Math.sqrt(1 + turn * turn);
        px[i] = turned * (x - y * turn);
        py[i] = turned * (x * turn + y);
        labPz[i] = measuredZ;
        double measuredE = Math.sqrt(
                px[i] * px[i] + py[i] * py[i] + measuredZ * measuredZ + Constants.MUON_MASS * Constants.MUON_MASS);
        pz[i] = GAMMA * (measuredZ - BETA * measuredE);
        e[i] = GAMMA * (measuredE - BETA * measuredZ);
    }

    private static double quadrature(double a, double b) {
        return Math.sqrt(a * a + b * b);
    }

    private static double square(double value) {
        return value * value;
    }

    private static double sum(double[] values) {
        return values[0] + values[1] + values[2] + values[3];
    }
}
