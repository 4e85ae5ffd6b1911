package org.muonframework.calorimeter.simulation;

import java.util.random.RandomGenerator;
import org.muonframework.stats.random.GammaLaw;

/**
 * How deep the energy of one electromagnetic shower goes. Source: G. Grindhammer and S. Peters, arXiv:hep-ex/0001020,
 * for homogeneous calorimeters; showers of less than six critical energies are too small for their formulas, and go
 * exponentially deep.
 *
 * @param law depth in radiation lengths
 * @param perMaximum 1 over the depth of the maximum in radiation lengths, 0 for a small shower
 */
record ShowerDepth(GammaLaw law, double perMaximum) {

    private static final double SMALL = 6;

    /** Depth at which a small shower is as wide as at all its depths, in units of the depth of the maximum. */
    private static final double SMALL_DEPTH = 0.7;

    /** A maximum before which a shower has hardly begun has no gamma distribution: shape − 1 is held above this. */
    private static final double LEAST_RISE = 0.3;

    /**
     * Draws maximum and shape, which go together.
     *
     * @param energy in GeV, above the critical energy
     * @param photon whether a photon begins the shower, which then goes deeper than that of an electron or positron
     */
    static ShowerDepth draw(double energy, boolean photon, RandomGenerator random) {
        double y = energy / LeadTungstate.CRITICAL_ENERGY;
        double l = Math.log(y);
        if (y < SMALL) {
            return new ShowerDepth(new GammaLaw(1, 1 + 0.5 * l), 0);
        }
        double common = random.nextGaussian();
        double correlation = 0.705 - 0.023 * l;
        double own = Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
        double maximum = Math.max(l - 0.812 + (photon ? 0.3 : -0.3), 0.2) * Math.exp(spread(-1.4, 1.26, l) * common);
        double meanShape = 0.81 + (0.458 + 2.26 / LeadTungstate.ATOMIC_NUMBER) * l;
        double shape = Math.max(1.05, meanShape * Math.exp(spread(-0.58, 0.86, l) * (correlation * common + own)));
        return new ShowerDepth(new GammaLaw(shape, maximum / Math.max(shape - 1, LEAST_RISE)), 1 / maximum);
    }

    /** A depth in units of that of the maximum. */
    double relative(double depth) {
        return perMaximum == 0 ? SMALL_DEPTH : depth * perMaximum;
    }

    private static double spread(double constant, double slope, double l) {
        return Math.min(Math.max(1 / (constant + slope * l), 0.05), 0.5);
    }
}
