package org.muonframework.calorimeter.resolution;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.muonframework.stats.Binning;
import org.muonframework.stats.Profile;
import org.muonframework.stats.Quantiles;

/**
 * What the energy of a muon is by the energy in the calorimeter alone: of all functions of the sum about the one with
 * the smallest mean of (E found − E)²/E, which is what networks are trained for. It is the mean of E with the weights
 * w/E in 40 bins of the sum with as many rows each, a line between their mean sums, and level outside.
 */
final class SumScale {

    private static final int BINS = 40;

    private final double[] sums;
    private final double[] energies;

    private SumScale(double[] sums, double[] energies) {
        this.sums = sums;
        this.energies = energies;
    }

    /** Finds the function; empty if fewer than two bins have a positive weight. */
    static Optional<SumScale> of(EnergySample rows) {
        Quantiles quantiles = Quantiles.of(rows.energies(), rows.weights());
        double[] edges = IntStream.rangeClosed(0, BINS)
                .mapToDouble(i -> quantiles.at((double) i / BINS))
                .sorted()
                .distinct()
                .toArray();
        if (edges.length < 3) {
            return Optional.empty();
        }
        double[] weights = new double[rows.weights().length];
        Arrays.setAll(weights, row -> rows.truth()[row] > 0 ? rows.weights()[row] / rows.truth()[row] : 0);
        Binning bins = Binning.of(edges);
        double[] sums =
                Profile.of(bins, rows.energies(), rows.energies(), weights).means();
        double[] energies =
                Profile.of(bins, rows.energies(), rows.truth(), weights).means();
        int[] used = IntStream.range(0, bins.size())
                .filter(bin -> !Double.isNaN(energies[bin]))
                .toArray();
        return used.length < 2
                ? Optional.empty()
                : Optional.of(new SumScale(
                        IntStream.of(used).mapToDouble(bin -> sums[bin]).toArray(),
                        IntStream.of(used).mapToDouble(bin -> energies[bin]).toArray()));
    }

    /** The energy by a sum. */
    double energy(double sum) {
        int last = sums.length - 1;
        int above = Arrays.binarySearch(sums, sum);
        if (above >= 0) {
            return energies[above];
        }
        int next = -above - 1;
        if (next == 0 || next > last) {
            return energies[Math.min(next, last)];
        }
        double part = (sum - sums[next - 1]) / (sums[next] - sums[next - 1]);
        return energies[next - 1] + part * (energies[next] - energies[next - 1]);
    }
}
