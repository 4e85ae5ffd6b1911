package org.muonframework.calorimeter.hits;

/** A unit in which files give energies. */
public enum EnergyUnit {
    /** As everywhere else here. */
    GEV("GeV", 1),
    /** As Geant4 has it. */
    MEV("MeV", 1e-3);

    private final String symbol;
    private final double inGev;

    EnergyUnit(String symbol, double inGev) {
        this.symbol = symbol;
        this.inGev = inGev;
    }

    /** As a column has it. */
    String symbol() {
        return symbol;
    }

    /** GeV in one of it. */
    double inGev() {
        return inGev;
    }
}
