package org.muonframework.dimuon.higgs.simulation;

import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;
import org.muonframework.spi.settings.Unit;

/** Settings of {@link Higgs4lSimulation}. */
@Doc("Four muons of 70 to 181 GeV: H, ZZ continuum, Z → 4ℓ and a reducible part, weighted to what is expected.")
public record Higgs4lSettings(
        @Doc("Number of accepted events: 40 % H, 30 % ZZ continuum, 20 % Z → 4ℓ, 10 % reducible.")
        @Default("40000")
        @Range(min = 10, max = 1e12)
        long events,

        @Doc("Mass of the H.") @Default("125.25") @Range(min = 100, max = 160) @Unit("GeV")
        double higgsMass,

        @Doc("Least measured transverse momentum of muon 1.") @Default("20") @Range(min = 0) @Unit("GeV")
        double leadingPt,

        @Doc("Least measured transverse momentum of muon 2.") @Default("10") @Range(min = 0) @Unit("GeV")
        double subleadingPt,

        @Doc("Least measured transverse momentum of any muon.") @Default("5") @Range(min = 0) @Unit("GeV")
        double minPt,

        @Doc("Largest |pseudorapidity| of any muon.") @Default("2.4") @Range(min = 0, minExclusive = true)
        double maxEta,

        @Doc("Least measured mass of Z1.") @Default("40") @Range(min = 0) @Unit("GeV")
        double minZ1,

        @Doc("Least measured mass of Z2.") @Default("12") @Range(min = 0) @Unit("GeV")
        double minZ2) {

    public Higgs4lSettings {
        if (subleadingPt > leadingPt || minPt > subleadingPt) {
            throw new IllegalArgumentException("leading-pt = " + leadingPt + ", subleading-pt = " + subleadingPt
                    + " and min-pt = " + minPt + " GeV rise, but muons are in the order of falling pt");
        }
    }
}
