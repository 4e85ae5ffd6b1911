package org.muonframework.calorimeter.display;

import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;
import org.muonframework.spi.settings.Unit;

/** Settings of the display {@code calorimeter}. */
@Doc("a muon in the calorimeter")
public record HitDisplaySettings(
        @Doc("the list of the numbers of the cells hit: (layer * 32 + column in x) * 32 + row in y") @Default("hitCell")
        String cells,

        @Doc("the list of the energies in them, in GeV") @Default("hitEnergy")
        String energies,

        @Doc("the muon's energy in GeV, if there is such a column") @Default("true_energy")
        String energy,

        @Doc("where the muon enters, across the field, in mm, if there is such a column") @Default("true_x")
        String x,

        @Doc("where the muon enters, along the field, in mm, if there is such a column") @Default("true_y")
        String y,

        @Doc("cells of less energy are not shown") @Default("10") @Range(min = 0) @Unit("MeV")
        double threshold,

        @Doc("magnetic field along y, which bends the way of the muon that is drawn")
        @Default("2")
        @Range(min = 0, max = 10)
        @Unit("T")
        double field) {}
