package org.muonframework.dimuon.higgs.simulation;

import java.util.random.RandomGenerator;

/**
 * The masses of the pairs of Z → 4ℓ, where one of two leptons sends out a photon that becomes the lighter pair: density
 * m1/m2 times the momentum of the decay, the lighter one from 4 GeV on. A simplification, without source.
 */
final class SinglePairs implements PairMasses {

    private static final double LEAST = 4;

    @Override
    public void draw(double mass, double[] first, double[] second, int row, RandomGenerator random) {
        while (true) {
            double m1 = LEAST + (mass - LEAST) * random.nextDouble();
            double m2 = PairMasses.drawLogarithmic(LEAST, mass / 2, random);
            if (m2 < m1 && m1 + m2 < mass) {
                double momentum = Math.sqrt(PairMasses.kallen(mass * mass, m1 * m1, m2 * m2)) / (mass * mass);
                if (random.nextDouble() < m1 / mass * momentum) {
                    first[row] = m1;
                    second[row] = m2;
                    return;
                }
            }
        }
    }
}
