package org.muonframework.calorimeter.simulation;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * How often a muon of one energy radiates which share of it: a mixture of the spectra at two energies of the table.
 *
 * @param lower cumulative numbers per cm at the lower energy, see {@link RadiationTable}
 * @param upper those at the higher energy
 * @param share part of the higher one, from 0 to 1
 */
record RadiationSpectrum(double[] lower, double[] upper, double share) {

    /** Mean number of losses per cm, of all processes and shares. */
    double rate() {
        return (1 - share) * total(lower) + share * total(upper);
    }

    /** Draws the process and bin of one loss: process · {@link RadiationTable#BINS} + bin. */
    int draw(RandomGenerator random) {
        double[] sums = random.nextDouble() * rate() < share * total(upper) ? upper : lower;
        int found = Arrays.binarySearch(sums, random.nextDouble() * total(sums));
        return found < 0 ? -found - 1 : found + 1;
    }

    /**
     * Mean number of losses per cm to more than this share of the energy.
     *
     * @param v above 1e-6
     */
    double numberAbove(Process process, double v) {
        double number = 0;
        for (int bin = 0; bin < RadiationTable.BINS; bin++) {
            double low = RadiationTable.share(bin, 0);
            double high = RadiationTable.share(bin, 1);
            number += number(process, bin) * Math.min(Math.max(Math.log(high / v) / Math.log(high / low), 0), 1);
        }
        return number;
    }

    /** Mean share of the energy that is lost per cm to this process. */
    double meanLoss(Process process) {
        double loss = 0;
        for (int bin = 0; bin < RadiationTable.BINS; bin++) {
            double low = RadiationTable.share(bin, 0);
            double high = RadiationTable.share(bin, 1);
            loss += number(process, bin) * (high - low) / Math.log(high / low);
        }
        return loss;
    }

    private double number(Process process, int bin) {
        int place = process.ordinal() * RadiationTable.BINS + bin;
        return (1 - share) * number(lower, place) + share * number(upper, place);
    }

    private static double number(double[] sums, int place) {
        return place == 0 ? sums[0] : sums[place] - sums[place - 1];
    }

    private static double total(double[] sums) {
        return sums[sums.length - 1];
    }
}
