package org.muonframework.dimuon.higgs.spectrum;

import java.util.Arrays;
import org.muonframework.spi.metric.Sample;
import org.muonframework.stats.Histogram;

/**
 * Real events that pass.
 *
 * @param spectrum over the whole range
 * @param window in the window
 */
record Observation(Histogram spectrum, Count window) {

    static Observation of(Sample sample, FourLeptonSpectrumSettings settings, boolean[] passes) {
        double[] masses = sample.columns().get(settings.mass());
        double[] weights = new double[sample.rows()];
        Arrays.setAll(weights, row -> passes[row] ? sample.weights()[row] : 0);
        return new Observation(
                Histogram.of(settings.binning(), masses, weights),
                Count.of(Histogram.of(settings.window(), masses, weights)));
    }

    /** All over the whole range. */
    Count total() {
        return Count.of(spectrum);
    }

    /** What is in a bin. */
    Count bin(int bin) {
        return new Count(spectrum.sums()[bin], spectrum.squares()[bin]);
    }
}
