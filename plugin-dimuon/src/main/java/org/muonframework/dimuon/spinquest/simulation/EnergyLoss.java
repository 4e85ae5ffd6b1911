package org.muonframework.dimuon.spinquest.simulation;

import java.util.random.RandomGenerator;

/** The energy that a muon loses in iron: a fit to simulated events of the experiment, and hard bremsstrahlung. */
final class EnergyLoss {

    /** Least loss in the whole of FMAG in GeV. */
    static final double LEAST = 6.85;

    /** Mean loss in the block of the collimator in GeV, and the spread of its logarithm. */
    private static final double COLLIMATOR = 2.1;

    private static final double COLLIMATOR_SPREAD = 0.2;

    /** Median of the loss above the least one, GeV and GeV/GeV, and the spread of its logarithm. */
    private static final double MEDIAN = 0.62;

    private static final double MEDIAN_SLOPE = 0.0125;
    private static final double SPREAD = 0.70;

    /** Least share of the energy that counts as hard bremsstrahlung. */
    private static final double HARD = 0.02;

    /** Mean number of hard radiations in the whole of FMAG: that of the spectrum, fitted with a factor. */
    private static final double RADIATIONS =
            1.3 * 0.00669 * (4.0 / 3 * Math.log(1 / HARD) - 4.0 / 3 * (1 - HARD) + (1 - HARD * HARD) / 2);

    private EnergyLoss() {}

    /** The loss of a muon that was made in the collimator, in GeV. */
    static double inCollimator(RandomGenerator random) {
        return COLLIMATOR * Math.exp(COLLIMATOR_SPREAD * random.nextGaussian());
    }

    /**
     * The loss in FMAG in GeV.
     *
     * @param momentum of the muon before it
     * @param share the part of FMAG that is still before it
     */
    static double inIron(double momentum, double share, RandomGenerator random) {
        double tail = (MEDIAN + MEDIAN_SLOPE * momentum) * Math.exp(SPREAD * random.nextGaussian());
        double loss = share * (LEAST + tail);
        double expected = share * RADIATIONS;
        for (double t = random.nextExponential(); t < expected; t += random.nextExponential()) {
            loss += momentum * radiatedShare(random);
        }
        return loss;
    }

    /** A share v of density (4/3 − 4/3 v + v²)/v between the least one and 1. */
    private static double radiatedShare(RandomGenerator random) {
        double v;
        do {
            v = Math.pow(HARD, 1 - random.nextDouble());
        } while (4.0 / 3 * random.nextDouble() >= 4.0 / 3 * (1 - v) + v * v);
        return v;
    }
}
