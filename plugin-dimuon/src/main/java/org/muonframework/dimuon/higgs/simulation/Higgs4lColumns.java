package org.muonframework.dimuon.higgs.simulation;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;

/** The columns of {@link Higgs4lSimulation}; those of leptons and masses are named as in the CSV files of CMS. */
final class Higgs4lColumns {

    private Higgs4lColumns() {}

    /** Numbers of the event, five columns a muon, masses, truth, label and weight. */
    static List<ColumnSpec> specs() {
        List<ColumnSpec> specs = new ArrayList<>();
        specs.add(ColumnSpec.of("Run", ColumnType.LONG, "", "number of the run, always 1", ColumnRole.KEY));
        specs.add(ColumnSpec.of("Event", ColumnType.LONG, "", "event number, from 1", ColumnRole.KEY));
        for (int muon = 1; muon <= FourMuons.COUNT; muon++) {
            String of = " of muon " + muon + " in the order of falling pt";
            specs.add(whole("PID" + muon, "", "PDG code" + of, ColumnRole.FEATURE));
            specs.add(real("pt" + muon, "GeV", "transverse momentum" + of, ColumnRole.FEATURE));
            specs.add(real("eta" + muon, "", "pseudorapidity" + of, ColumnRole.FEATURE));
            specs.add(real("phi" + muon, "rad", "azimuth" + of, ColumnRole.FEATURE));
            specs.add(whole("Q" + muon, "e", "charge" + of, ColumnRole.FEATURE));
        }
        specs.add(real("mZ1", "GeV", "mass of the pair nearest to the Z", ColumnRole.FEATURE));
        specs.add(real("mZ2", "GeV", "mass of the other pair", ColumnRole.FEATURE));
        specs.add(real("M", "GeV", "mass of the four muons", ColumnRole.FEATURE));
        specs.add(real("genMass", "GeV", "true mass of the four muons", ColumnRole.TRUTH));
        specs.add(real("genZ1Mass", "GeV", "true mass of the heavier boson", ColumnRole.TRUTH));
        specs.add(real("genZ2Mass", "GeV", "true mass of the lighter boson", ColumnRole.TRUTH));
        specs.add(whole("process", "", "0 H, 1 ZZ continuum, 2 Z to four leptons, 3 reducible", ColumnRole.TRUTH));
        specs.add(whole("label", "", "1 for H, 0 for background", ColumnRole.LABEL));
        specs.add(
                real("weight", "", "events expected between 70 and 181 GeV over events simulated", ColumnRole.WEIGHT));
        return specs;
    }

    private static ColumnSpec real(String name, String unit, String description, ColumnRole role) {
        return ColumnSpec.of(name, ColumnType.DOUBLE, unit, description, role);
    }

    private static ColumnSpec whole(String name, String unit, String description, ColumnRole role) {
        return ColumnSpec.of(name, ColumnType.INT, unit, description, role);
    }
}
