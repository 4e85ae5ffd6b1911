package org.muonframework.calorimeter.display;

import java.util.List;
import java.util.Optional;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;
import org.muonframework.spi.settings.Unit;

/** Settings of {@code calorimeter-display}. */
@Doc("displays of events in the calorimeter, with the muon's true energy and the one found")
public record CalorimeterDisplaySettings(
        @Doc("for each of these true energies the event that is nearest to it")
        @Default("[300, 2000, 7000]")
        @Range(min = 0, minExclusive = true)
        @Unit("GeV")
        List<Double> energies,

        @Doc("name of the image: the energy in each cell, in GeV") @Default("cells")
        String image,

        @Doc("cells of less energy are not shown") @Default("10") @Range(min = 0) @Unit("MeV")
        double threshold,

        @Doc("the energy among the targets; needed where there are several")
        Optional<String> target,

        @Doc("where the muon enters, across the field, in mm: an expression") @Default("true_x")
        String x,

        @Doc("where the muon enters, along the field, in mm: an expression") @Default("true_y")
        String y,

        @Doc("magnetic field along y, which bends the way of the muon that is drawn")
        @Default("2")
        @Range(min = 0, max = 10)
        @Unit("T")
        double field) {

    public CalorimeterDisplaySettings {
        energies = List.copyOf(energies);
        if (energies.isEmpty()) {
            throw new IllegalArgumentException("'energies' is empty; say which events are to be shown");
        }
    }
}
