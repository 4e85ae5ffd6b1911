package org.muonframework.dimuon.higgs.spectrum;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.muonframework.dimuon.higgs.FourLeptonProcess;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Sample;
import org.muonframework.stats.Quantiles;

/**
 * Where the mass of a simulated process lies and how wide it is: its median, and half of what its central 68 % take,
 * with errors from a bootstrap.
 *
 * @param settings names of columns
 * @param sample simulated rows
 * @param seed of the bootstrap
 */
record PeakShapes(FourLeptonSpectrumSettings settings, Sample sample, long seed) {

    /** Adds the values of those processes that have rows. */
    void addTo(List<MetricValue> values, List<FourLeptonProcess> processes) {
        double[] numbers = sample.columns().get(settings.process());
        double[] masses = sample.columns().get(settings.mass());
        int[] known = IntStream.range(0, masses.length)
                .filter(row -> !Double.isNaN(masses[row]))
                .toArray();
        double[] knownMasses =
                Arrays.stream(known).mapToDouble(row -> masses[row]).toArray();
        for (FourLeptonProcess process : processes) {
            double[] weights = Arrays.stream(known)
                    .mapToDouble(row -> numbers[row] == process.ordinal() ? sample.weights()[row] : 0)
                    .toArray();
            Quantiles quantiles = Quantiles.of(knownMasses, weights);
            if (!Double.isNaN(quantiles.median())) {
                values.add(value("peak-median", quantiles.median(), quantiles.error(Quantiles::median, seed), process));
                values.add(value(
                        "peak-width-68",
                        quantiles.halfWidth68(),
                        quantiles.error(Quantiles::halfWidth68, seed),
                        process));
            }
        }
    }

    private MetricValue value(String name, double value, double error, FourLeptonProcess process) {
        return MetricValue.of(name, sample.part(), value)
                .within(value - error, value + error)
                .in("GeV")
                .with("peak", process.title());
    }
}
