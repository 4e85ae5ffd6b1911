package org.muonframework.dimuon.simulation;

import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;
import org.muonframework.spi.settings.Unit;

/** Settings of {@link DimuonSimulation}. */
@Doc("Muon pairs from 2 to 110 GeV: a falling continuum with the peaks of J/ψ, Υ(1S) and Z.")
public record DimuonSettings(
        @Doc("Number of accepted pairs.") @Default("40000") @Range(min = 1, max = 1e12)
        long events,

        @Doc("Least measured transverse momentum of muon 1.") @Default("4") @Range(min = 0) @Unit("GeV")
        double leadingPt,

        @Doc("Least measured transverse momentum of muon 2.") @Default("3") @Range(min = 0) @Unit("GeV")
        double subleadingPt,

        @Doc("Largest |pseudorapidity| of either muon.") @Default("2.4") @Range(min = 0, minExclusive = true)
        double maxEta) {

    public DimuonSettings {
        MuonDetector.requireOrderedCuts(leadingPt, subleadingPt);
    }
}
