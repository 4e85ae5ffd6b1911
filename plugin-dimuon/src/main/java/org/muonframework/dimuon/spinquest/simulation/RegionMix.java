package org.muonframework.dimuon.spinquest.simulation;

import java.util.List;

/** Shares of the regions of vertices among accepted pairs. */
public enum RegionMix {
    /** As in data: nearly all pairs come from the dump. */
    REALISTIC(List.of(0.034, 0.0008, 0.012, 0.0016, 0.9516)),
    /** About as many pairs from the target as from the dump. */
    BALANCED(List.of(0.05, 0.0, 0.45, 0.02, 0.48));

    private final List<Double> shares;

    RegionMix(List<Double> shares) {
        this.shares = shares;
    }

    /** The shares, in the order of {@link org.muonframework.dimuon.spinquest.VertexRegion}. */
    List<Double> shares() {
        return shares;
    }
}
