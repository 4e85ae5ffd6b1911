package org.muonframework.dimuon.higgs.spectrum;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;
import org.muonframework.spi.settings.Unit;
import org.muonframework.stats.Binning;

/** Settings of {@link FourLeptonSpectrumProvider}. */
@Doc("The spectrum of the mass of four leptons. Variations are taken for data, the nominal sample for the expectation.")
public record FourLeptonSpectrumSettings(
        @Doc("Expression for the mass of the four leptons, in GeV.") @Default("m4l")
        String mass,

        @Doc("Expression for the number of the process: 0 H, 1 ZZ, 2 Z -> 4l, 3 reducible; of data it does not count.")
        @Default("process")
        String process,

        @Doc("Lower end of the spectrum.") @Default("70") @Unit("GeV")
        double low,

        @Doc("Upper end of the spectrum.") @Default("181") @Unit("GeV")
        double high,

        @Doc("Number of bins.") @Default("37") @Range(min = 1, max = 1000)
        int bins,

        @Doc("Lower end of the window in which events are counted.") @Default("118") @Unit("GeV")
        double windowLow,

        @Doc("Upper end of the window in which events are counted.") @Default("130") @Unit("GeV")
        double windowHigh,

        @Doc("Whether what is expected is scaled to the number of events in the data, as for a part of all data.")
        @Default("true")
        boolean scaleToData,

        @Doc("Part of H in the window that a cut on the score keeps, for a second spectrum; absent for none.")
        @Range(min = 0, minExclusive = true, max = 1)
        Optional<Double> efficiency) {

    /** @throws IllegalArgumentException if the window is empty or not within the spectrum */
    public FourLeptonSpectrumSettings {
        Binning.uniform(bins, low, high);
        if (!(windowLow < windowHigh && windowLow >= low && windowHigh <= high)) {
            throw new IllegalArgumentException("the window from " + windowLow + " to " + windowHigh
                    + " GeV is not a part of the spectrum from " + low + " to " + high + " GeV");
        }
    }

    Binning binning() {
        return Binning.uniform(bins, low, high);
    }

    Binning window() {
        return Binning.uniform(1, windowLow, windowHigh);
    }

    /** {@code 118 to 130 GeV}. */
    String windowWords() {
        return text(windowLow) + " to " + text(windowHigh) + " GeV";
    }

    /** {@code 3}, {@code 2.5}. */
    static String text(double number) {
        return new BigDecimal(number)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }
}
