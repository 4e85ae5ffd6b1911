package org.muonframework.calorimeter.resolution;

import java.util.random.RandomGenerator;
import org.muonframework.spi.RandomStreams;

/**
 * A tracker that measures the curvature of the track, 1/E, with an error that does not depend on the energy.
 *
 * @param curvatureError standard error of 1/E, in 1/GeV
 */
record Tracker(double curvatureError) {

    /** Rows that share a generator. */
    private static final int BLOCK = 4096;

    /** A curvature below this, of 10¹² GeV, is taken as this. */
    private static final double STRAIGHT = 1e-12;

    /** Relative resolution at an energy in GeV. */
    double resolution(double energy) {
        return curvatureError * energy;
    }

    /**
     * What it measures: E = 1/|k| with k drawn from a Gaussian around 1/(true energy). Far above its reach this has no
     * mean.
     */
    double[] measure(double[] truth, RandomStreams random) {
        double[] energies = new double[truth.length];
        for (int from = 0; from < truth.length; from += BLOCK) {
            RandomGenerator generator = random.stream("tracker", from / BLOCK);
            for (int row = from; row < Math.min(truth.length, from + BLOCK); row++) {
                double curvature = 1 / truth[row] + curvatureError * generator.nextGaussian();
                energies[row] = 1 / Math.max(STRAIGHT, Math.abs(curvature));
            }
        }
        return energies;
    }
}
