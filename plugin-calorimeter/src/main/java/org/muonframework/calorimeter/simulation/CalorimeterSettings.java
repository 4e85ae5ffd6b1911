package org.muonframework.calorimeter.simulation;

import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;
import org.muonframework.spi.settings.Unit;

/** Settings of {@link CalorimeterSimulation}. */
@Doc("Single muons in a calorimeter of lead tungstate of 50 x 32 x 32 cells, with energies from a flat distribution.")
public record CalorimeterSettings(
        @Doc("Number of muons, each an event of its own.") @Default("40000") @Range(min = 1, max = 1e12)
        long events,

        @Doc("Least energy of a muon; as min-energy and max-energy alike, the energy of all.")
        @Default("50")
        @Range(min = 20, max = 8000)
        @Unit("GeV")
        double minEnergy,

        @Doc("Largest energy of a muon.") @Default("8000") @Range(min = 20, max = 8000) @Unit("GeV")
        double maxEnergy,

        @Doc(
                "Muons enter evenly spread over |x| and |y| up to this; 0 for all in the middle, on the edge of four cells.")
        @Default("10")
        @Range(min = 0, max = 60)
        @Unit("mm")
        double impactSpread,

        @Doc("Magnetic field along y, which bends muons in x.") @Default("2") @Range(min = 0, max = 10) @Unit("T")
        double field,

        @Doc("Cells of less energy are no hits.") @Default("0.1") @Range(min = 0) @Unit("MeV")
        double threshold) {

    /**
     * Checks what no range can tell.
     *
     * @throws ConfigurationException if the least energy is above the largest
     */
    void check() {
        if (minEnergy > maxEnergy) {
            throw new ConfigurationException(
                    "min-energy",
                    "min-energy = " + minEnergy + " is above max-energy = " + maxEnergy
                            + "; for muons of one energy, both are that energy");
        }
    }
}
