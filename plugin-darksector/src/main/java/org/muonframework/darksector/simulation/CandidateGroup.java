package org.muonframework.darksector.simulation;

import java.util.random.RandomGenerator;
import org.muonframework.physics.Constants;

/**
 * A few consecutive events and the four candidates of each, in columns. Each candidate is one of the four pairs, and
 * the pair of the two other muons is its recoil.
 */
final class CandidateGroup {

    /** Most events of a group: few, to stay in the cache. */
    static final int SIZE = 256;

    /** Candidates of an event. */
    static final int PAIRS = 4;

    final MuonPair[] pairs = {new MuonPair(0), new MuonPair(1), new MuonPair(2), new MuonPair(3)};
    final VertexFit vertices = new VertexFit();

    /** By muon: sizes of the momenta in the centre-of-mass frame of the beams, in GeV. */
    final double[][] momentum = new double[4][SIZE];

    private final double[] onPlus = new double[SIZE];
    private final double[] onMinus = new double[SIZE];

    Events events;
    int start;
    int size;

    /** Takes {@code count} events from {@code first} on, without their vertices. */
    void take(Events newEvents, int first, int count) {
        events = newEvents;
        start = first;
        size = count;
        for (MuonPair pair : pairs) {
            pair.add(events, start, size);
        }
        for (int muon = 0; muon < momentum.length; muon++) {
            momentum(events.e[muon], momentum[muon]);
        }
    }

    /** Fits the vertices of all candidates. */
    void fit(RandomGenerator random) {
        for (int candidate = 0; candidate < PAIRS; candidate++) {
            vertices.open(this, candidate);
        }
        vertices.draw(this, random);
    }

    MuonPair recoil(int candidate) {
        return pairs[PAIRS - 1 - candidate];
    }

    private void momentum(double[] e, double[] p) {
        for (int i = 0; i < size; i++) {
            p[i] = Math.sqrt(e[start + i] * e[start + i] - Constants.MUON_MASS * Constants.MUON_MASS);
        }
    }

    /**
     * The candidate's momentum across that of a recoil muon, of the faster and of the slower one.
     *
     * @param mix of both: 1, 0 gives that of the faster, 0, 1 of the slower one
     */
    void projections(int candidate, double faster, double slower, double[] result) {
        MuonPair recoil = recoil(candidate);
        project(pairs[candidate], recoil.plus, onPlus);
        project(pairs[candidate], recoil.minus, onMinus);
        double[] plus = momentum[recoil.plus];
        double[] minus = momentum[recoil.minus];
        for (int i = 0; i < size; i++) {
            boolean plusIsFaster = plus[i] > minus[i];
            double onFaster = plusIsFaster ? onPlus[i] : onMinus[i];
            double onSlower = plusIsFaster ? onMinus[i] : onPlus[i];
            result[i] = faster * onFaster + slower * onSlower;
        }
    }

    private void project(MuonPair pair, int muon, double[] result) {
        double[] x = events.px[muon];
        double[] y = events.py[muon];
        double[] z = events.pz[muon];
        double[] p = momentum[muon];
        for (int i = 0; i < size; i++) {
            double cx = pair.y[i] * z[start + i] - pair.z[i] * y[start + i];
            double cy = pair.z[i] * x[start + i] - pair.x[i] * z[start + i];
            double cz = pair.x[i] * y[start + i] - pair.y[i] * x[start + i];
            result[i] = Math.sqrt(cx * cx + cy * cy + cz * cz) / p[i];
        }
    }
}
