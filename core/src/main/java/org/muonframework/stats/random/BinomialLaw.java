package org.muonframework.stats.random;

import java.util.random.RandomGenerator;

/**
 * The number of successes in a few independent trials, by inversion: the cumulative probabilities are kept, and one
 * uniform number is looked up among them. Source: L. Devroye, Non-Uniform Random Variate Generation (1986), section
 * III.2.
 */
public final class BinomialLaw {

    private static final int MAX_TRIALS = 64;

    private final double[] cumulative;

    /**
     * The distribution of these trials.
     *
     * @param trials from 0 to 64, the look-up being as long as the list of values
     * @param probability chance of success in one trial
     */
    public BinomialLaw(int trials, double probability) {
        if (!(trials >= 0 && trials <= MAX_TRIALS && probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("no binomial distribution of " + trials + " trials (0 to " + MAX_TRIALS
                    + ") of probability " + probability);
        }
        cumulative = cumulative(trials, probability);
    }

    /** Draws a value. */
    public int draw(RandomGenerator random) {
        double u = random.nextDouble();
        int successes = 0;
        for (double bound : cumulative) {
            successes += u < bound ? 0 : 1;
        }
        return successes;
    }

    /** Probabilities of at most 0, 1, …, {@code trials} − 1 successes, built up trial by trial. */
    private static double[] cumulative(int trials, double probability) {
        double[] chance = new double[trials + 1];
        chance[0] = 1;
        for (int trial = 1; trial <= trials; trial++) {
            for (int successes = trial; successes > 0; successes--) {
                chance[successes] += probability * (chance[successes - 1] - chance[successes]);
            }
            chance[0] *= 1 - probability;
        }
        double[] sums = new double[trials];
        double sum = 0;
        for (int successes = 0; successes < trials; successes++) {
            sum += chance[successes];
            sums[successes] = sum;
        }
        return sums;
    }
}
