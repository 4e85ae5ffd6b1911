package org.muonframework.calorimeter.simulation;

import java.util.random.RandomGenerator;

/**
 * What is left of a nucleus that a muon broke up, as spots of equal energy. Part of it is not seen.
 *
 * @param cells where the energy goes
 */
record NuclearShower(CellEnergies cells) {

    /** Scale of both exponential steps in depth, in cm. */
    private static final double STEP = 6;

    /** Scale of the Cauchy distribution of the radius, in cm. */
    private static final double WIDTH = 1.2;

    private static final int FEWEST_SPOTS = 30;

    private static final int MOST_SPOTS = 600;

    private static final double SPOT_ENERGY = 0.05;

    /** A loss of this energy in GeV at z in cm. */
    void deposit(double energy, double z, Track track, RandomGenerator random) {
        double seen = energy * Math.min(Math.max(0.75 + 0.18 * random.nextGaussian(), 0.2), 1);
        int spots = (int) Math.min(FEWEST_SPOTS + seen / SPOT_ENERGY, MOST_SPOTS);
        double axis = track.x(z);
        for (int spot = 0; spot < spots; spot++) {
            double depth = STEP * (random.nextExponential() + random.nextExponential());
            double radius = WIDTH * Math.tan(Math.PI / 2 * random.nextDouble());
            double phi = 2 * Math.PI * random.nextDouble();
            cells.add(axis + radius * Math.cos(phi), track.y() + radius * Math.sin(phi), z + depth, seen / spots);
        }
    }
}
