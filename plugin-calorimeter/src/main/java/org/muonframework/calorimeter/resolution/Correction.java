package org.muonframework.calorimeter.resolution;

/** The curve that mean predictions follow, and that is undone. */
public enum Correction {
    /** αE + β. */
    LINEAR,
    /** aE^b + c. */
    POWER
}
