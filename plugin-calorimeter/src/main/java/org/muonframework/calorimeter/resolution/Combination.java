package org.muonframework.calorimeter.resolution;

import java.util.List;
import java.util.stream.IntStream;
import org.muonframework.stats.fit.Estimate;

/**
 * The weighted average of what tracker and calorimeter measure, E = (w_t E_t + w_c E_c)/(w_t + w_c) with w = 1/(R E)².
 * The resolutions R are those at the energy found so far, not at the true one, which is not known; at first it is that
 * of the mean of both curvatures, 1/E. As weights follow energies that are wrong, and errors are not Gaussian, the
 * average is worse than the formula (R_c⁻² + R_t⁻²)^−½, and may be worse than the better one of both alone.
 *
 * @param tracker its resolution
 * @param calorimeter resolution of the calorimeter, found on other rows
 * @param iterations how many times weights are found
 */
record Combination(Tracker tracker, ResolutionCurve calorimeter, int iterations) {

    /** (R_c⁻² + R_t⁻²)^−½: the resolution of the average, if both errors are Gaussian and independent. */
    static double resolution(double first, double second) {
        return first * second / Math.hypot(first, second);
    }

    /** The same with the error that the first has. */
    static Estimate resolution(Estimate first, double second) {
        double both = resolution(first.value(), second);
        return new Estimate(both, Math.pow(both / first.value(), 3) * first.error());
    }

    /** The formula in all bins. */
    List<Estimate> resolutions(List<Estimate> ofCalorimeter, double[] energies) {
        return IntStream.range(0, energies.length)
                .mapToObj(i -> resolution(ofCalorimeter.get(i), tracker.resolution(energies[i])))
                .toList();
    }

    /** The average of two energies with resolutions at one energy. */
    static double average(double first, double firstResolution, double second, double secondResolution) {
        double ratio = firstResolution / secondResolution;
        double part = 1 / (1 + ratio * ratio);
        return part * first + (1 - part) * second;
    }

    /** The average for a row. */
    double energy(double tracked, double deposited) {
        double found = 2 / (1 / tracked + 1 / within(deposited));
        for (int i = 0; i < iterations; i++) {
            double at = within(found);
            found = average(tracked, tracker.resolution(at), deposited, calorimeter.at(at));
        }
        return found;
    }

    /** An energy, or the nearest one of which resolutions are known. */
    private double within(double energy) {
        int last = calorimeter.bins().size() - 1;
        return Math.max(calorimeter.bins().low(0), Math.min(calorimeter.bins().high(last), energy));
    }

    /** The average for all rows. */
    double[] energies(double[] tracked, double[] deposited) {
        double[] energies = new double[tracked.length];
        for (int row = 0; row < energies.length; row++) {
            energies[row] = energy(tracked[row], deposited[row]);
        }
        return energies;
    }
}
