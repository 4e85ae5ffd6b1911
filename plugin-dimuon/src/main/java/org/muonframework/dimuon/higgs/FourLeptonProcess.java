package org.muonframework.dimuon.higgs;

import java.util.Arrays;
import java.util.List;

/**
 * What gives four leptons; the column {@code process} holds the {@link #ordinal}.
 *
 * <p>The expected numbers of events between 70 and 181 GeV are sums of the histograms in the course notebook {@code
 * Higgs_discovery_4l_invMass.ipynb} (github.com/swagata87/IITKanpurPhy654), which are of all channels: ZZ 80.1, DY
 * 3.85, tt̄ 0.07 and H 9.73. How much of ZZ is the peak of Z → 4ℓ is what its histogram has above a smooth line.
 */
public enum FourLeptonProcess {
    /** H → ZZ* → 4ℓ. */
    HIGGS("H", 9.73),
    /** The continuum of ZZ, one Z mostly off its mass shell. */
    ZZ("ZZ", 42.9),
    /** One Z that gives all four, at its own mass. */
    Z_TO_FOUR("Z4l", 37.2),
    /** A Z with two other leptons, as in Drell–Yan and tt̄ events. */
    REDUCIBLE("reducible", 3.85 + 0.07);

    private final String title;
    private final double expected;

    FourLeptonProcess(String title, double expected) {
        this.title = title;
        this.expected = expected;
    }

    /** Its name in figures and values. */
    public String title() {
        return title;
    }

    /** The number of events expected between 70 and 181 GeV. */
    public double expected() {
        return expected;
    }

    /** All names, in the order of the numbers. */
    public static List<String> titles() {
        return Arrays.stream(values()).map(FourLeptonProcess::title).toList();
    }
}
