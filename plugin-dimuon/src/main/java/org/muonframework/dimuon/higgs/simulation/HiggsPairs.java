package org.muonframework.dimuon.higgs.simulation;

import java.util.random.RandomGenerator;

/**
 * The masses of both Z of H → ZZ* of one mass M of the H: of m1 > m2 > 4 GeV with m1 + m2 < M the density is, with
 * s = m², λ Källén's function of M², s1 and s2, and P the squared propagator of the Z,
 *
 * <pre>
 * dΓ/ds1 ds2 ∝ P(s1) P(s2) √λ (λ + 12 s1 s2)
 * </pre>
 *
 * (W.-Y. Keung and W. J. Marciano, Phys. Rev. D 30 (1984) 248). Drawn by rejection.
 */
final class HiggsPairs implements PairMasses {

    private static final double LEAST = 4;
    private static final int GRID = 300;

    /** How much higher the density may be between the points of the grid than on them. */
    private static final double MARGIN = 1.1;

    private final double mass;
    private final double bound;

    /** For an H of this mass in GeV. */
    HiggsPairs(double mass) {
        this.mass = mass;
        double largest = 0;
        for (int i = 0; i <= GRID; i++) {
            double first = LEAST + (mass - 2 * LEAST) * i / GRID;
            for (int k = 0; k <= GRID; k++) {
                double second = LEAST + room(first) * k / GRID;
                largest = Math.max(largest, weight(first * first, second));
            }
        }
        bound = MARGIN * largest;
    }

    /** Draws masses; {@code mass} is that of the H given before. */
    @Override
    public void draw(double any, double[] first, double[] second, int row, RandomGenerator random) {
        while (true) {
            double s1 = PairMasses.drawSquaredMass(LEAST, mass - LEAST, random);
            double m1 = Math.sqrt(s1);
            double m2 = LEAST + room(m1) * random.nextDouble();
            if (random.nextDouble() * bound < weight(s1, m2)) {
                first[row] = m1;
                second[row] = m2;
                return;
            }
        }
    }

    /** How far the second mass may be above the least, next to this first one. */
    private double room(double first) {
        return Math.max(0, Math.min(first, mass - first) - LEAST);
    }

    /** The density in s1 and m2 over that from which both are drawn. */
    private double weight(double s1, double m2) {
        double s2 = m2 * m2;
        double kallen = Math.max(0, PairMasses.kallen(mass * mass, s1, s2));
        return room(Math.sqrt(s1)) * m2 * PairMasses.propagator(s2) * Math.sqrt(kallen) * (kallen + 12 * s1 * s2);
    }
}
