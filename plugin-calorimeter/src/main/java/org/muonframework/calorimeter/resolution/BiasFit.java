package org.muonframework.calorimeter.resolution;

import java.util.Optional;
import java.util.stream.IntStream;
import org.muonframework.stats.Binning;
import org.muonframework.stats.Profile;
import org.muonframework.stats.fit.PowerLaw;

/**
 * The curve that mean predictions follow as a function of the true energy, fitted to their means at the middles of
 * bins, each with the standard error of the mean; undone, it removes the bias.
 *
 * @param profile the means
 * @param law the curve, a line where the correction is linear
 * @param problem why it cannot be undone, if that is so
 */
record BiasFit(Profile profile, PowerLaw law, Optional<String> problem) {

    /** Fits; bins with fewer than two rows, or of which all predictions are equal, do not count. */
    static BiasFit of(EnergySample sample, Binning bins, Correction correction) {
        Profile profile = Profile.of(bins, sample.truth(), sample.energies(), sample.weights());
        int[] used = IntStream.range(0, bins.size())
                .filter(bin -> profile.errors()[bin] > 0)
                .toArray();
        double[] x = IntStream.of(used).mapToDouble(bins::centre).toArray();
        double[] y = IntStream.of(used).mapToDouble(bin -> profile.means()[bin]).toArray();
        double[] errors =
                IntStream.of(used).mapToDouble(bin -> profile.errors()[bin]).toArray();
        PowerLaw law = correction == Correction.LINEAR ? PowerLaw.line(x, y, errors) : PowerLaw.fit(x, y, errors);
        return new BiasFit(profile, law, problem(law, used.length, bins));
    }

    private static Optional<String> problem(PowerLaw law, int used, Binning bins) {
        if (law.degrees() < 0) {
            return Optional.of(used + " of " + bins.size()
                    + " bins of the true energy have different predictions for two rows or more, and the fit of the"
                    + " bias needs " + (used - law.degrees()));
        }
        if (!law.exists()) {
            return Optional.of("the fit of the bias finds no curve");
        }
        double low = law.slope(bins.low(0));
        double high = law.slope(bins.high(bins.size() - 1));
        return low > 0 && high > 0
                ? Optional.empty()
                : Optional.of("mean predictions do not grow with the true energy: the slope of the fit is "
                        + Texts.digits(Math.min(low, high)));
    }

    /** The true energy that has this mean prediction; beyond the bins the curve goes on straight. */
    double correct(double predicted) {
        double low = profile.binning().low(0);
        double high = profile.binning().high(profile.binning().size() - 1);
        if (law.power().value() == 1) {
            return (predicted - law.constant().value()) / law.factor().value();
        }
        if (predicted <= law.at(low)) {
            return low + (predicted - law.at(low)) / law.slope(low);
        }
        if (predicted >= law.at(high)) {
            return high + (predicted - law.at(high)) / law.slope(high);
        }
        return Math.pow(
                (predicted - law.constant().value()) / law.factor().value(),
                1 / law.power().value());
    }
}
