package org.muonframework.dimuon.higgs.simulation;

import java.util.List;
import org.muonframework.physics.FourVectors;

/**
 * Four muons of many events before the detector, in two pairs.
 *
 * @param plus1 positive muons of the first pair
 * @param minus1 negative muons of the first pair
 * @param plus2 positive muons of the second pair
 * @param minus2 negative muons of the second pair
 */
record FourMuons(FourVectors plus1, FourVectors minus1, FourVectors plus2, FourVectors minus2) {

    static final int COUNT = 4;

    /** All four; those at even places are positive. */
    List<FourVectors> all() {
        return List.of(plus1, minus1, plus2, minus2);
    }

    /** The first pair. */
    FourVectors first() {
        return FourVectors.sum(plus1, minus1);
    }

    /** The second pair. */
    FourVectors second() {
        return FourVectors.sum(plus2, minus2);
    }

    /** The four muons together. */
    FourVectors sum() {
        return FourVectors.sum(plus1, minus1, plus2, minus2);
    }
}
