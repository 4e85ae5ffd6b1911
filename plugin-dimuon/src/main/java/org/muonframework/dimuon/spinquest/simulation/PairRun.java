package org.muonframework.dimuon.spinquest.simulation;

import java.util.random.RandomGenerator;
import org.muonframework.dimuon.spinquest.VertexRegion;
import org.muonframework.physics.Constants;

/** Makes pairs until enough of them are accepted. */
final class PairRun {

    private static final VertexRegion[] REGIONS = VertexRegion.values();

    /** With less energy, in GeV, no muon gets through. */
    private static final double LEAST_ENERGY = Math.hypot(IronPassage.LEAST_START, Constants.MUON_MASS);

    private final Production production;
    private final double[] shares;
    private final boolean smearing;
    private final RandomGenerator random;

    final MuonPair pair = new MuonPair();
    final Vertex vertex = new Vertex();
    final MuonTrack plus = new MuonTrack(1);
    final MuonTrack minus = new MuonTrack(-1);
    private long made;

    /**
     * A run.
     *
     * @param shares of the regions among accepted pairs
     */
    PairRun(Production production, double[] shares, boolean smearing, RandomGenerator random) {
        this.production = production;
        this.shares = shares;
        this.smearing = smearing;
        this.random = random;
    }

    /** Fills all rows. */
    void fill(SpinQuestRows rows) {
        for (int row = 0; row < rows.size(); row++) {
            VertexRegion region = region();
            accept(region);
            rows.set(row, region, this);
        }
    }

    /** Makes pairs in a region until one is accepted. */
    void accept(VertexRegion region) {
        do {
            made++;
        } while (!tryOne(region));
        if (smearing) {
            plus.measure(random);
            minus.measure(random);
        }
    }

    /** Makes one pair; the vertex only if both muons may get through. */
    private boolean tryOne(VertexRegion region) {
        pair.draw(production, random);
        if (pair.plus.e < LEAST_ENERGY || pair.minus.e < LEAST_ENERGY) {
            return false;
        }
        vertex.draw(region, random);
        return plus.follow(pair.plus, vertex, random) && minus.follow(pair.minus, vertex, random);
    }

    private VertexRegion region() {
        double left = random.nextDouble();
        int last = 0;
        for (int region = 0; region < shares.length; region++) {
            if (shares[region] > 0) {
                last = region;
                left -= shares[region];
                if (left < 0) {
                    break;
                }
            }
        }
        return REGIONS[last];
    }

    /** Number of pairs made so far. */
    long made() {
        return made;
    }
}
