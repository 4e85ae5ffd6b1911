package org.muonframework.darksector.simulation;

/**
 * Selected events, column by column. Muons are in the order of the inputs: the μ⁺ of highest energy, the μ⁻ of highest
 * energy, the other μ⁺, the other μ⁻; energies in the centre-of-mass frame decide.
 */
final class Events {

    /** The mass of the Z′ where there is none. */
    static final double NO_MASS = -999;

    /** Number of the first event of all, from 0. */
    final long first;

    final int size;

    /** By muon and event: momenta and energies in the centre-of-mass frame, and along z in the laboratory, in GeV. */
    final double[][] px;

    final double[][] py;
    final double[][] pz;
    final double[][] e;
    final double[][] labPz;

    /** By muon and event: errors of the distances from the beams in cm. */
    final double[][] d0Error;

    final double[][] z0Error;

    /** By event: the four-muon mass in GeV, and which of the four pairings is the pair that was radiated. */
    final double[] mass;

    final int[] radiated;

    /** By event: distance of the radiated pair's vertex from the beams in cm. */
    final double[] displacement;

    /** By event: what its sample says of it. */
    final double[] weight;

    final double[] genMass;
    final double[] generated;
    final double[] sigma;
    final double[] process;

    /** Room for {@code size} events, and one behind them for an event that is only counted. */
    Events(long first, int size) {
        this.first = first;
        this.size = size;
        int room = size + 1;
        px = new double[4][room];
        py = new double[4][room];
        pz = new double[4][room];
        e = new double[4][room];
        labPz = new double[4][room];
        d0Error = new double[4][room];
        z0Error = new double[4][room];
        mass = new double[room];
        radiated = new int[room];
        displacement = new double[room];
        weight = new double[room];
        genMass = new double[room];
        generated = new double[room];
        sigma = new double[room];
        process = new double[room];
    }

    /** Puts what the detector measured last into a row. */
    void set(int row, BelleDetector detector, Event event) {
        int plus = detector.e[0] > detector.e[2] ? 0 : 2;
        int minus = detector.e[1] > detector.e[3] ? 1 : 3;
        copy(row, 0, detector, plus);
        copy(row, 1, detector, minus);
        copy(row, 2, detector, 2 - plus);
        copy(row, 3, detector, 4 - minus);
        mass[row] = detector.mass;
        radiated[row] = (plus == 2 ? 0 : 2) + (minus == 3 ? 0 : 1);
        displacement[row] = event.displacement;
    }

    private void copy(int row, int muon, BelleDetector detector, int i) {
        px[muon][row] = detector.px[i];
        py[muon][row] = detector.py[i];
        pz[muon][row] = detector.pz[i];
        e[muon][row] = detector.e[i];
        labPz[muon][row] = detector.labPz[i];
        d0Error[muon][row] = detector.d0Error[i];
        z0Error[muon][row] = detector.z0Error[i];
    }
}
