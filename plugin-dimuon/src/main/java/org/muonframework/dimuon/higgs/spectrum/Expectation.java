package org.muonframework.dimuon.higgs.spectrum;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.muonframework.dimuon.higgs.FourLeptonProcess;
import org.muonframework.spi.metric.Sample;
import org.muonframework.stats.Binning;
import org.muonframework.stats.Histogram;

/**
 * What is expected of each process, in the order of {@link FourLeptonProcess}.
 *
 * @param spectra over the whole range
 * @param windows in the window
 * @param scale by which both are still to be multiplied
 */
record Expectation(List<Histogram> spectra, List<Count> windows, double scale) {

    Expectation {
        spectra = List.copyOf(spectra);
        windows = List.copyOf(windows);
    }

    /** Of the simulated rows that pass. */
    static Expectation of(Sample sample, FourLeptonSpectrumSettings settings, boolean[] passes) {
        List<Histogram> spectra = IntStream.range(0, FourLeptonProcess.values().length)
                .mapToObj(process -> histogram(sample, settings, settings.binning(), process, passes))
                .toList();
        List<Count> windows = IntStream.range(0, spectra.size())
                .mapToObj(process -> Count.of(histogram(sample, settings, settings.window(), process, passes)))
                .toList();
        return new Expectation(spectra, windows, 1);
    }

    private static Histogram histogram(
            Sample sample, FourLeptonSpectrumSettings settings, Binning binning, int process, boolean[] passes) {
        double[] processes = sample.columns().get(settings.process());
        double[] weights = new double[sample.rows()];
        Arrays.setAll(weights, row -> passes[row] && processes[row] == process ? sample.weights()[row] : 0);
        return Histogram.of(binning, sample.columns().get(settings.mass()), weights);
    }

    /** The same multiplied by a factor. */
    Expectation times(double factor) {
        return new Expectation(spectra, windows, scale * factor);
    }

    /** H in the window. */
    Count signal() {
        return windows.get(FourLeptonProcess.HIGGS.ordinal()).times(scale);
    }

    /** All but H in the window. */
    Count background() {
        return IntStream.range(0, windows.size())
                .filter(process -> process != FourLeptonProcess.HIGGS.ordinal())
                .mapToObj(windows::get)
                .reduce(Count.NONE, Count::plus)
                .times(scale);
    }

    /** Everything over the whole range. */
    Count total() {
        return spectra.stream().map(Count::of).reduce(Count.NONE, Count::plus).times(scale);
    }

    /** Everything from the number of a process on, in each bin: all that lies below where H is stacked on top. */
    Histogram.Heights from(int process) {
        int bins = spectra.get(0).sums().length;
        double[] sums = new double[bins];
        double[] errors = new double[bins];
        for (int bin = 0; bin < bins; bin++) {
            double squares = 0;
            for (int k = process; k < spectra.size(); k++) {
                sums[bin] += scale * spectra.get(k).sums()[bin];
                squares += scale * scale * spectra.get(k).squares()[bin];
            }
            errors[bin] = Math.sqrt(squares);
        }
        return new Histogram.Heights(sums, errors);
    }
}
