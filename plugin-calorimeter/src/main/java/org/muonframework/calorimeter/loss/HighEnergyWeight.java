package org.muonframework.calorimeter.loss;

/**
 * What a row of true energy E counts: 1 − σ((E − half)/width) with the logistic function σ, and twice the width above
 * half, as in the published code of arXiv:2107.02119.
 *
 * @param half the energy that counts one half, in GeV; infinite where all energies count 1
 * @param width in GeV
 */
record HighEnergyWeight(double half, double width) {

    /** All energies count the same. */
    static final HighEnergyWeight NONE = new HighEnergyWeight(Double.POSITIVE_INFINITY, 1);

    private static final double SMALL_RANGE = 4000;

    /** For energies up to a highest one, in GeV. */
    static HighEnergyWeight upTo(double highest) {
        return highest <= SMALL_RANGE ? new HighEnergyWeight(3000, 150) : new HighEnergyWeight(5000, 300);
    }

    /** The weight of an energy in GeV. */
    double at(double energy) {
        double scale = energy > half ? 2 * width : width;
        return 1 / (1 + Math.exp((energy - half) / scale));
    }
}
