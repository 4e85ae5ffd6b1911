package org.muonframework.calorimeter.resolution;

/** What of tracker and calorimeter is averaged. */
public enum Average {
    /** 1/E, in which the error of a tracker is Gaussian: a muon that it takes for one of 20 TeV counts little. */
    CURVATURE,
    /** E itself. */
    ENERGY
}
