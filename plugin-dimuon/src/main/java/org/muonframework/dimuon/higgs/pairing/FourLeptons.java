package org.muonframework.dimuon.higgs.pairing;

import org.muonframework.physics.Constants;
import org.muonframework.physics.FourVectors;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.problem.DataException;

/** The leptons of a batch, sorted into Z1 and Z2, of each the negative one first. */
final class FourLeptons {

    static final int COUNT = 4;

    private static final int ELECTRON = 11;
    private static final int MUON = 13;

    private final FourVectors[] sorted = new FourVectors[COUNT];
    private final double[] px = new double[COUNT];
    private final double[] py = new double[COUNT];
    private final double[] pz = new double[COUNT];
    private final double[] e = new double[COUNT];
    private final int[] charge = new int[COUNT];
    private final int[] flavour = new int[COUNT];

    FourLeptons(int rows) {
        for (int place = 0; place < COUNT; place++) {
            sorted[place] = new FourVectors(new double[rows], new double[rows], new double[rows], new double[rows]);
        }
    }

    /** Those at a place, row by row: 0 and 1 are of Z1, 2 and 3 of Z2, 0 and 2 negative. */
    FourVectors at(int place) {
        return sorted[place];
    }

    /**
     * Takes one row.
     *
     * @param inputs {@code [lepton][pt, eta, phi, charge, code]}
     * @return the channel's number, −1 where there are no two pairs
     * @throws DataException if a lepton is neither electron nor muon, or its charge is not that of its code
     */
    int read(Batch batch, Column[][] inputs, int row) {
        int muons = 0;
        for (int lepton = 0; lepton < COUNT; lepton++) {
            Column[] columns = inputs[lepton];
            double code = columns[4].doubleAt(row);
            double mass = mass(code, batch, row, lepton);
            charge[lepton] = charge(columns[3].doubleAt(row), code, batch, row, lepton);
            flavour[lepton] = (int) Math.abs(code);
            muons += flavour[lepton] == MUON ? 1 : 0;
            double pt = columns[0].doubleAt(row);
            double phi = columns[2].doubleAt(row);
            px[lepton] = pt * Math.cos(phi);
            py[lepton] = pt * Math.sin(phi);
            pz[lepton] = pt * Math.sinh(columns[1].doubleAt(row));
            e[lepton] = Math.sqrt(pt * pt + pz[lepton] * pz[lepton] + mass * mass);
        }
        int division = LeptonPairing.best(px, py, pz, e, charge, flavour);
        for (int place = 0; place < COUNT; place++) {
            int lepton = division == LeptonPairing.NONE ? place : lepton(division, place);
            sorted[place].px()[row] = px[lepton];
            sorted[place].py()[row] = py[lepton];
            sorted[place].pz()[row] = pz[lepton];
            sorted[place].e()[row] = e[lepton];
        }
        return division == LeptonPairing.NONE ? -1 : Channel.ofMuons(muons).ordinal();
    }

    /** The lepton at a place, where the negative one of either pair comes first. */
    private int lepton(int division, int place) {
        int first = LeptonPairing.lepton(division, place & 2);
        int second = LeptonPairing.lepton(division, (place & 2) + 1);
        return (charge[first] < 0) == ((place & 1) == 0) ? first : second;
    }

    private static double mass(double code, Batch batch, int row, int lepton) {
        if (Math.abs(code) == ELECTRON) {
            return Constants.ELECTRON_MASS;
        }
        if (Math.abs(code) == MUON) {
            return Constants.MUON_MASS;
        }
        throw new DataException(
                batch.place(row),
                "lepton " + (lepton + 1) + " has the PDG code " + text(code)
                        + ", which is neither an electron (11, -11) nor a muon (13, -13)");
    }

    private static int charge(double charge, double code, Batch batch, int row, int lepton) {
        if (charge == -Math.signum(code)) {
            return (int) charge;
        }
        throw new DataException(
                batch.place(row),
                "lepton " + (lepton + 1) + " has the charge " + text(charge) + " and the PDG code " + text(code)
                        + ", which is of a particle of charge " + text(-Math.signum(code)));
    }

    private static String text(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
