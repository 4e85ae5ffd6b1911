package org.muonframework.calorimeter.resolution;

import org.muonframework.spi.figure.Mark;

/**
 * The smallest standard deviation of ln E that an unbiased estimate from the showers above 30 MeV of one muon in 203 cm
 * of lead tungstate can have: the Cramér-Rao bound (H. Cramér, Mathematical Methods of Statistics (1946), section 32.3)
 * of the spectra of pairs and bremsstrahlung that the simulation of this plugin draws from. A prior range of the energy
 * lets a biased estimate be better.
 */
final class InformationBound {

    private static final double[] ENERGIES = {100, 1000, 4000, 8000};
    private static final double[] BOUNDS = {0.77, 0.68, 0.65, 0.64};

    private static final int STEPS = 50;

    private InformationBound() {}

    /** The bound at an energy in GeV: a line in ln E between those that were computed, level outside. */
    static double at(double energy) {
        for (int i = 0; i < ENERGIES.length; i++) {
            if (energy <= ENERGIES[i]) {
                if (i == 0) {
                    return BOUNDS[0];
                }
                double part = Math.log(energy / ENERGIES[i - 1]) / Math.log(ENERGIES[i] / ENERGIES[i - 1]);
                return BOUNDS[i - 1] + part * (BOUNDS[i] - BOUNDS[i - 1]);
            }
        }
        return BOUNDS[BOUNDS.length - 1];
    }

    /** Drawn between two energies. */
    static Mark curve(double low, double high) {
        double[] energies = new double[STEPS + 1];
        double[] bounds = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            energies[i] = low + (high - low) * i / STEPS;
            bounds[i] = at(energies[i]);
        }
        return new Mark.Curve("information bound, unbiased", energies, bounds, new double[0], new double[0], true);
    }
}
