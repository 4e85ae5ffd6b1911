package org.muonframework.dimuon.higgs.pairing;

import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;

/** Settings of {@link FourLeptonsProvider}: names of columns, to which the numbers 1 to 4 are added. */
@Doc("Four leptons as columns: the name of each, to which 1, 2, 3 and 4 are added.")
public record FourLeptonsSettings(
        @Doc("Transverse momentum in GeV.") @Default("\"pt\"")
        String pt,

        @Doc("Pseudorapidity.") @Default("\"eta\"") String eta,

        @Doc("Azimuth in rad.") @Default("\"phi\"") String phi,

        @Doc("Charge in units of e: 1 or -1.") @Default("\"Q\"")
        String charge,

        @Doc("PDG code: 11 or -11 for electrons, 13 or -13 for muons.") @Default("\"PID\"")
        String code) {}
