package org.muonframework.calorimeter.hits;

import org.muonframework.spi.Context;
import org.muonframework.spi.TransformProvider;
import org.muonframework.spi.data.Transform;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;
import org.muonframework.spi.settings.Unit;

/** Makes hits of the lists of energies and positions in files such as the trees {@code B4} of the public simulation. */
public final class CalorimeterHits implements TransformProvider<CalorimeterHits.Settings> {

    /** What the files hold, and which cells count. */
    public record Settings(
            @Doc("Column of the energies: a list in every row.") @Default("rechit_energy")
            String energy,

            @Doc("Whether each energy has a position. Without, there are 51,200 of them in every row, in the order of"
                    + " z, then x, then y.")
            @Default("true")
            boolean positions,

            @Doc("Column of the positions in x of the cells' middles, in mm.") @Default("rechit_x")
            String x,

            @Doc("Column of the positions in y, in mm.") @Default("rechit_y")
            String y,

            @Doc("Column of the positions in z, in mm.") @Default("rechit_z")
            String z,

            @Doc("Where the 32 cells of 3.75 mm begin in x.") @Unit("mm") @Default("-60")
            double xStart,

            @Doc("Where the 32 cells of 3.75 mm begin in y.") @Unit("mm") @Default("-60")
            double yStart,

            @Doc("Where the 50 cells of 40.64 mm begin in z.") @Unit("mm") @Default("0")
            double zStart,

            @Doc("Unit of the energies in the files.") @Default("gev")
            EnergyUnit unit,

            @Doc("Cells of no more energy are left out.") @Unit("GeV") @Range(min = 0) @Default("1e-4")
            double threshold) {}

    @Override
    public String name() {
        return "calorimeter-hits";
    }

    @Override
    public String description() {
        return "cells of the calorimeter with their energies, from lists of energies and positions";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Transform create(Settings settings, Context context) {
        return new HitFinder(settings);
    }
}
