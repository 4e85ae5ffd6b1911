package org.muonframework.darksector.simulation;

import org.muonframework.physics.Constants;

/**
 * A μ⁺ and a μ⁻ of every event of a group, in the centre-of-mass frame of the beams.
 *
 * <p>All quantities are invariant under rotation around the beams and under exchange of charges, except the components
 * of the momentum.
 */
final class MuonPair {

    /** Positions of the muons among the four of an event. */
    final int plus;

    final int minus;

    /** Momentum, its size, energy and mass in GeV. */
    final double[] x = new double[CandidateGroup.SIZE];

    final double[] y = new double[CandidateGroup.SIZE];
    final double[] z = new double[CandidateGroup.SIZE];
    final double[] p = new double[CandidateGroup.SIZE];
    final double[] e = new double[CandidateGroup.SIZE];
    final double[] mass = new double[CandidateGroup.SIZE];

    /**
     * The pair 0 has the muons 0 and 1, 1 has 0 and 3, 2 has 2 and 1, 3 has 2 and 3: pair 3 − k is what recoils against
     * k.
     */
    MuonPair(int index) {
        plus = index < 2 ? 0 : 2;
        minus = index % 2 == 0 ? 1 : 3;
    }

    /** Adds the muons of {@code size} events from {@code start} on. */
    void add(Events events, int start, int size) {
        add(events.px, x, start, size);
        add(events.py, y, start, size);
        add(events.pz, z, start, size);
        add(events.e, e, start, size);
        for (int i = 0; i < size; i++) {
            double squared = x[i] * x[i] + y[i] * y[i] + z[i] * z[i];
            p[i] = Math.sqrt(squared);
            mass[i] = Math.sqrt(Math.max(0, e[i] * e[i] - squared));
        }
    }

    private void add(double[][] component, double[] sum, int start, int size) {
        double[] first = component[plus];
        double[] second = component[minus];
        for (int i = 0; i < size; i++) {
            sum[i] = first[start + i] + second[start + i];
        }
    }

    /**
     * The |cosine| of the angle between either muon and the flight direction, in the pair's rest frame: |E₁ − E₂|/(p
     * v), with the velocity v = √(1 − 4m_μ²/M²) of the muons there.
     */
    void helicity(Events events, int start, int size, double[] cosine) {
        double[] first = events.e[plus];
        double[] second = events.e[minus];
        double threshold = 4 * Constants.MUON_MASS * Constants.MUON_MASS;
        for (int i = 0; i < size; i++) {
            double difference = Math.abs(first[start + i] - second[start + i]);
            double longest = p[i] * Math.sqrt(Math.max(0, 1 - threshold / (mass[i] * mass[i])));
            cosine[i] = difference < longest ? difference / longest : 1;
        }
    }
}
