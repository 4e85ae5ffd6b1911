package org.muonframework.dimuon.simulation;

/** The accepted pairs of one block, column by column; muon 1 is the one of larger measured transverse momentum. */
final class MuonPairs {

    final int[] process;
    final boolean[] uncorrelated;
    final int[] charge1;
    final double[] genMass;
    final Muons measured1;
    final Muons measured2;
    final Muons true1;
    final Muons true2;

    MuonPairs(int rows) {
        process = new int[rows];
        uncorrelated = new boolean[rows];
        charge1 = new int[rows];
        genMass = new double[rows];
        measured1 = new Muons(rows);
        measured2 = new Muons(rows);
        true1 = new Muons(rows);
        true2 = new Muons(rows);
    }

    /** Measured values of muon 1 or of muon 2. */
    Muons measured(boolean leading) {
        return leading ? measured1 : measured2;
    }

    /** True values of muon 1 or of muon 2. */
    Muons truth(boolean leading) {
        return leading ? true1 : true2;
    }

    /** One muon of every pair. */
    static final class Muons {

        final double[] pt;
        final double[] eta;
        final double[] phi;

        private Muons(int rows) {
            pt = new double[rows];
            eta = new double[rows];
            phi = new double[rows];
        }

        void set(int row, double newPt, double newEta, double newPhi) {
            pt[row] = newPt;
            eta[row] = newEta;
            phi[row] = newPhi;
        }
    }
}
