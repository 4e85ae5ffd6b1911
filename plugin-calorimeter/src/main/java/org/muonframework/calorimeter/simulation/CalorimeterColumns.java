package org.muonframework.calorimeter.simulation;

import java.util.List;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;

/** The columns of the simulation. */
final class CalorimeterColumns {

    static final String EVENT = "event";
    static final String ENERGY = "true_energy";
    static final String CHARGE = "charge";
    static final String X = "true_x";
    static final String Y = "true_y";
    static final String CELLS = "hitCell";
    static final String ENERGIES = "hitEnergy";

    private CalorimeterColumns() {}

    /** The impact is known from the tracker, so it is there also for muons that are not simulated. */
    static Schema schema() {
        return Schema.of(List.of(
                ColumnSpec.of(EVENT, ColumnType.LONG, "", "event number, from 1", ColumnRole.KEY),
                ColumnSpec.of(ENERGY, ColumnType.DOUBLE, "GeV", "energy with which the muon enters", ColumnRole.TRUTH),
                ColumnSpec.of(CHARGE, ColumnType.INT, "", "charge of the muon, 1 or -1", ColumnRole.TRUTH),
                ColumnSpec.of(
                        X, ColumnType.DOUBLE, "mm", "where the muon enters, across the field", ColumnRole.FEATURE),
                ColumnSpec.of(Y, ColumnType.DOUBLE, "mm", "where the muon enters, along the field", ColumnRole.FEATURE),
                new ColumnSpec(
                        CELLS,
                        ColumnType.INT,
                        true,
                        "",
                        "cells hit, in increasing order: (layer * 32 + column in x) * 32 + row in y",
                        ColumnRole.FEATURE),
                new ColumnSpec(
                        ENERGIES, ColumnType.FLOAT, true, "GeV", "energies in the cells hit", ColumnRole.FEATURE)));
    }
}
