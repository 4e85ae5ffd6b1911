package org.muonframework.calorimeter.resolution;

import java.util.List;
import java.util.stream.IntStream;
import org.muonframework.stats.fit.Estimate;

/**
 * The weighted average of what tracker and calorimeter measure, with weights 1/R² of the energies or of the curvatures
 * 1/E, whose relative errors R are the same. The resolutions R are those at the energy found so far, not at the true one,
 * which is not known; at first it is that of the mean of both curvatures. As weights follow energies that are wrong, and
 * errors are not Gaussian, the average is worse than the formula (R_c⁻² + R_t⁻²)^−½. That of the energies may be worse
 * than the better one of both alone, for 1/E is what the tracker measures with a Gaussian error.
 *
 * @param tracker its resolution
 * @param calorimeter resolution of the calorimeter, found on other rows
 * @param average what is averaged
 * @param iterations how many times weights are found
 */
record Combination(Tracker tracker, ResolutionCurve calorimeter, Average average, int iterations) {

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

    /** The average of two energies, or curvatures, with resolutions at one energy. */
    static double average(double first, double firstResolution, double second, double secondResolution) {
        double ratio = firstResolution / secondResolution;
        double part = 1 / (1 + ratio * ratio);
        return part * first + (1 - part) * second;
    }

    /** The average for a row. */
    double energy(double tracked, double deposited) {
        double positive = Math.max(calorimeter.bins().low(0), deposited);
        double found = 2 / (1 / tracked + 1 / positive);
        for (int i = 0; i < iterations; i++) {
            double at = within(found);
            found = average == Average.ENERGY
                    ? average(tracked, tracker.resolution(at), deposited, calorimeter.at(at))
                    : 1 / average(1 / tracked, tracker.resolution(at), 1 / positive, calorimeter.at(at));
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
