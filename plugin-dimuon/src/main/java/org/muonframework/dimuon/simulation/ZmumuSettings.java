package org.muonframework.dimuon.simulation;

import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;
import org.muonframework.spi.settings.Unit;

/** Settings of {@link ZmumuSimulation}. */
@Doc("Muon pairs of a Z, and pairs from a falling mass spectrum of which a part is made of unrelated muons.")
public record ZmumuSettings(
        @Doc("Number of accepted pairs, signal and background together.") @Default("40000") @Range(min = 1, max = 1e12)
        long events,

        @Doc("Share of the accepted pairs that come from a Z.") @Default("0.5") @Range(min = 0, max = 1)
        double signalFraction,

        @Doc("Share of the background, before the cuts, whose second muon comes from another event.")
        @Default("0.5")
        @Range(min = 0, max = 1)
        double uncorrelatedFraction,

        @Doc("Least measured transverse momentum of muon 1.") @Default("25") @Range(min = 0) @Unit("GeV")
        double leadingPt,

        @Doc("Least measured transverse momentum of muon 2.") @Default("20") @Range(min = 0) @Unit("GeV")
        double subleadingPt,

        @Doc("Largest |pseudorapidity| of either muon.") @Default("2.4") @Range(min = 0, minExclusive = true)
        double maxEta) {

    public ZmumuSettings {
        MuonDetector.requireOrderedCuts(leadingPt, subleadingPt);
    }
}
