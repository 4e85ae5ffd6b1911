package org.muonframework.dimuon.higgs.simulation;

import java.util.random.RandomGenerator;
import org.muonframework.physics.Constants;

/**
 * The masses of the pairs of the ZZ continuum: the heavier is a Z, from 40 GeV on, the lighter a Z or a photon of equal
 * coupling without interference, from 12 GeV on: density 1/m (1 + s² P(s)) with the squared propagator P of the Z. Both
 * times the momentum of the decay. A simplification, without source.
 */
final class ContinuumPairs implements PairMasses {

    static final double LEAST_FIRST = 40;
    static final double LEAST_SECOND = 12;

    @Override
    public void draw(double mass, double[] first, double[] second, int row, RandomGenerator random) {
        double largest = Math.min(mass / 2, Constants.Z_MASS);
        double bound = relative(largest * largest);
        while (true) {
            double s1 = PairMasses.drawSquaredMass(LEAST_FIRST, mass - LEAST_SECOND, random);
            double m1 = Math.sqrt(s1);
            double m2 = PairMasses.drawLogarithmic(LEAST_SECOND, mass / 2, random);
            if (m2 < m1 && m1 + m2 < mass) {
                double momentum = Math.sqrt(PairMasses.kallen(mass * mass, s1, m2 * m2)) / (mass * mass);
                if (random.nextDouble() * bound < relative(m2 * m2) * momentum) {
                    first[row] = m1;
                    second[row] = m2;
                    return;
                }
            }
        }
    }

    /** A pair from a Z or a photon over one from a photon, both of this squared mass; largest just above the Z. */
    private static double relative(double s) {
        return 1 + s * s * PairMasses.propagator(s);
    }
}
