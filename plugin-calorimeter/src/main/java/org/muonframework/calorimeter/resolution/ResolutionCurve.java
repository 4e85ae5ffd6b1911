package org.muonframework.calorimeter.resolution;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.muonframework.stats.Binning;
import org.muonframework.stats.fit.Estimate;

/**
 * The resolution in bins of the true energy.
 *
 * @param bins the bins
 * @param points one for each
 */
record ResolutionCurve(Binning bins, List<BinResolution> points) {

    /**
     * Computes all bins.
     *
     * @param seed of the bootstrap for errors; without one there are none
     */
    static ResolutionCurve of(EnergySample sample, Binning bins, OptionalLong seed) {
        BinnedRows rows = BinnedRows.of(bins, sample.truth());
        return new ResolutionCurve(
                bins,
                IntStream.range(0, bins.size())
                        .mapToObj(bin -> BinResolution.of(
                                rows.pick(bin, sample.truth()),
                                rows.pick(bin, sample.energies()),
                                rows.pick(bin, sample.weights()),
                                seed))
                        .toList());
    }

    /** Whether any bin has a resolution. */
    boolean exists() {
        return points.stream().anyMatch(point -> !Double.isNaN(point.central().value()));
    }

    /** Mean true energies of the bins. */
    double[] energies() {
        return points.stream().mapToDouble(BinResolution::energy).toArray();
    }

    /** One of the resolutions in all bins. */
    List<Estimate> resolutions(Function<BinResolution, Estimate> which) {
        return points.stream().map(which).toList();
    }

    /** The central resolution at any energy: a line between the bins that have one, level outside; NaN if none has. */
    double at(double energy) {
        double lastEnergy = Double.NaN;
        double last = Double.NaN;
        for (BinResolution point : points) {
            double resolution = point.central().value();
            if (!Double.isNaN(resolution)) {
                if (point.energy() >= energy) {
                    double part = (energy - lastEnergy) / (point.energy() - lastEnergy);
                    return Double.isNaN(last) ? resolution : last + part * (resolution - last);
                }
                lastEnergy = point.energy();
                last = resolution;
            }
        }
        return last;
    }
}
