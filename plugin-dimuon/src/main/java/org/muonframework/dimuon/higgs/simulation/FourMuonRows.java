package org.muonframework.dimuon.higgs.simulation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.muonframework.spi.data.Column;

/** The accepted events of one block, column by column; muons are in the order of falling measured pT. */
final class FourMuonRows {

    final double[][] pt;
    final double[][] eta;
    final double[][] phi;
    final int[][] charge;
    final double[] mass;
    final double[] z1Mass;
    final double[] z2Mass;
    final double[] genMass;
    final double[] genZ1Mass;
    final double[] genZ2Mass;

    FourMuonRows(int rows) {
        pt = new double[FourMuons.COUNT][rows];
        eta = new double[FourMuons.COUNT][rows];
        phi = new double[FourMuons.COUNT][rows];
        charge = new int[FourMuons.COUNT][rows];
        mass = new double[rows];
        z1Mass = new double[rows];
        z2Mass = new double[rows];
        genMass = new double[rows];
        genZ1Mass = new double[rows];
        genZ2Mass = new double[rows];
    }

    /** The columns of muons and masses, see {@link Higgs4lColumns}. */
    Map<String, Column> columns() {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (int muon = 0; muon < FourMuons.COUNT; muon++) {
            int number = muon + 1;
            columns.put("PID" + number, new Column.Ints(codes(charge[muon])));
            columns.put("pt" + number, new Column.Doubles(pt[muon]));
            columns.put("eta" + number, new Column.Doubles(eta[muon]));
            columns.put("phi" + number, new Column.Doubles(phi[muon]));
            columns.put("Q" + number, new Column.Ints(charge[muon]));
        }
        columns.put("mZ1", new Column.Doubles(z1Mass));
        columns.put("mZ2", new Column.Doubles(z2Mass));
        columns.put("M", new Column.Doubles(mass));
        columns.put("genMass", new Column.Doubles(genMass));
        columns.put("genZ1Mass", new Column.Doubles(genZ1Mass));
        columns.put("genZ2Mass", new Column.Doubles(genZ2Mass));
        return columns;
    }

    private static int[] codes(int[] charges) {
        return Arrays.stream(charges).map(charge -> -13 * charge).toArray();
    }
}
