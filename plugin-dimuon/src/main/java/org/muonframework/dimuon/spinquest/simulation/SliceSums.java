package org.muonframework.dimuon.spinquest.simulation;

/**
 * Sums over the slices of an absorber in which a particle loses its momentum evenly: with w = p(before)/p(in the middle
 * of a slice) and a = distance from there to the end of the absorber in slices, Σ w, Σ w a, Σ w², Σ w² a and Σ w² a².
 *
 * <p>They depend on the share of momentum that is lost, and on nothing else: they are tabulated, and linear in between,
 * right to 10⁻⁵ for a particle that keeps a tenth of its momentum and better for all that keep more.
 */
final class SliceSums {

    /** Which sum. */
    static final int W = 0;

    static final int W_A = 1;
    static final int W2 = 2;
    static final int W2_A = 3;
    static final int W2_A2 = 4;

    private static final int SUMS = 5;
    private static final int STEPS = 4096;

    private final int slices;
    private final double[] table = new double[SUMS * (STEPS + 1)];

    /** For this number of slices. */
    SliceSums(int slices) {
        this.slices = slices;
        for (int step = 0; step <= STEPS; step++) {
            fill(SUMS * step, (double) step / STEPS);
        }
    }

    private void fill(int at, double lost) {
        for (int slice = 0; slice < slices; slice++) {
            double w = 1 / (1 - lost * (slice + 0.5) / slices);
            double a = slices - slice - 0.5;
            table[at + W] += w;
            table[at + W_A] += w * a;
            table[at + W2] += w * w;
            table[at + W2_A] += w * w * a;
            table[at + W2_A2] += w * w * a * a;
        }
    }

    /**
     * Looks up all sums.
     *
     * @param lost the share of the momentum that is lost, from 0 to below 1
     * @param sums takes the five sums
     */
    void at(double lost, double[] sums) {
        double place = lost * STEPS;
        int step = (int) place;
        double part = place - step;
        int at = SUMS * step;
        for (int sum = 0; sum < SUMS; sum++) {
            double low = table[at + sum];
            sums[sum] = low + part * (table[at + SUMS + sum] - low);
        }
    }
}
