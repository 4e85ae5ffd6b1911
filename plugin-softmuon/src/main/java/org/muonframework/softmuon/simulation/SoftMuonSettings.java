package org.muonframework.softmuon.simulation;

import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** Settings of {@link SoftMuonSimulation}. */
@Doc("Muons in jets: of b and c hadrons (signal), and of pions and kaons that decay in flight (background).")
public record SoftMuonSettings(
        @Doc("Number of muons that pass the preselection, signal and background together.")
        @Default("200000")
        @Range(min = 1, max = 1e12)
        long events,

        @Doc("Run of the LHC: in run 3 there are five hit counts of the New Small Wheels more.")
        @Default("2")
        @Range(min = 2, max = 3)
        int run,

        @Doc("Share of signal among the muons that pass the preselection.") @Default("0.8") @Range(min = 0, max = 1)
        double signalFraction,

        @Doc("Fragmentation and hadrons of the jets; the two variations change the shapes of z by ±15 %, the share of"
                + " kaons from 0.38 to 0.30 or 0.46, and pTrel by ±10 %.")
        @Default("nominal")
        Generator generator) {}
