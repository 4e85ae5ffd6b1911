package org.muonframework.dimuon.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muonframework.dimuon.simulation.MuonPairs.Muons;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;

/** The columns that all simulations of muon pairs share, named as in the pair tables of CMS Open Data. */
final class PairColumns {

    private PairColumns() {}

    /** Event number, four measured quantities a muon, and what was true before the detector. */
    static List<ColumnSpec> specs() {
        List<ColumnSpec> specs = new ArrayList<>();
        specs.add(ColumnSpec.of("event", ColumnType.LONG, "", "event number, from 1", ColumnRole.KEY));
        for (int muon = 1; muon <= 2; muon++) {
            String which = muon == 1 ? "the muon of larger pt" : "the other muon";
            add(specs, "pt" + muon, "GeV", "transverse momentum of " + which, ColumnRole.FEATURE);
            add(specs, "eta" + muon, "", "pseudorapidity of " + which, ColumnRole.FEATURE);
            add(specs, "phi" + muon, "rad", "azimuth of " + which, ColumnRole.FEATURE);
            specs.add(ColumnSpec.of("Q" + muon, ColumnType.INT, "e", "charge of " + which, ColumnRole.FEATURE));
        }
        add(specs, "genMass", "GeV", "true invariant mass of the two muons", ColumnRole.TRUTH);
        for (int muon = 1; muon <= 2; muon++) {
            add(specs, "genPt" + muon, "GeV", "true transverse momentum of muon " + muon, ColumnRole.TRUTH);
            add(specs, "genEta" + muon, "", "true pseudorapidity of muon " + muon, ColumnRole.TRUTH);
            add(specs, "genPhi" + muon, "rad", "true azimuth of muon " + muon, ColumnRole.TRUTH);
        }
        specs.add(ColumnSpec.of(
                "uncorrelated", ColumnType.BOOLEAN, "", "whether the muons are unrelated", ColumnRole.TRUTH));
        return specs;
    }

    /** The values of {@link #specs} for one block. */
    static Map<String, Column> of(MuonPairs pairs, long firstRow) {
        int[] charge2 = Arrays.stream(pairs.charge1).map(charge -> -charge).toArray();
        long[] event = new long[charge2.length];
        Arrays.setAll(event, row -> firstRow + row + 1);
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("event", new Column.Longs(event));
        put(columns, "pt", "eta", "phi", 1, pairs.measured1);
        put(columns, "pt", "eta", "phi", 2, pairs.measured2);
        columns.put("Q1", new Column.Ints(pairs.charge1));
        columns.put("Q2", new Column.Ints(charge2));
        columns.put("genMass", new Column.Doubles(pairs.genMass));
        put(columns, "genPt", "genEta", "genPhi", 1, pairs.true1);
        put(columns, "genPt", "genEta", "genPhi", 2, pairs.true2);
        columns.put("uncorrelated", new Column.Booleans(pairs.uncorrelated));
        return columns;
    }

    private static void add(List<ColumnSpec> specs, String name, String unit, String description, ColumnRole role) {
        specs.add(ColumnSpec.of(name, ColumnType.DOUBLE, unit, description, role));
    }

    private static void put(Map<String, Column> columns, String pt, String eta, String phi, int muon, Muons values) {
        columns.put(pt + muon, new Column.Doubles(values.pt));
        columns.put(eta + muon, new Column.Doubles(values.eta));
        columns.put(phi + muon, new Column.Doubles(values.phi));
    }
}
