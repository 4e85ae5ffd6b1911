package org.muonframework.softmuon.simulation;

import org.muonframework.stats.random.BetaLaw;

/**
 * How jets fragment and which hadrons decay in flight: three choices, as three event generators would make them. Only
 * what is produced differs; the detector is the same.
 */
public enum Generator {
    /** Beta shapes of z as in {@link JetProduction}, 38 % kaons, pTrel as in {@link MuonSource}. */
    NOMINAL(1, 0.38, 1),
    /** Beta shapes of z + 15 % (narrower, same mean), 30 % kaons, pTrel + 10 %. */
    FEWER_KAONS_NARROW_Z(1.15, 0.30, 1.10),
    /** Beta shapes of z − 15 % (wider, same mean), 46 % kaons, pTrel − 10 %. */
    MORE_KAONS_WIDE_Z(0.85, 0.46, 0.90);

    private final double zShapes;
    private final double kaonShare;
    private final double pTrelScale;

    Generator(double zShapes, double kaonShare, double pTrelScale) {
        this.zShapes = zShapes;
        this.kaonShare = kaonShare;
        this.pTrelScale = pTrelScale;
    }

    /** The law of z whose nominal shapes are given. */
    BetaLaw z(double a, double b) {
        return new BetaLaw(zShapes * a, zShapes * b);
    }

    /** Share of kaons among the pions and kaons that decay, before any selection. */
    double kaonShare() {
        return kaonShare;
    }

    /** Factor on pTrel. */
    double pTrelScale() {
        return pTrelScale;
    }
}
