package org.muonframework.dimuon.spinquest.simulation;

/** Which pairs are made. */
public enum PairKind {
    /** Mass and Feynman's x evenly spread: what a network learns from without preferring a mass. */
    FLAT,
    /** J/ψ, ψ(2S) and the Drell–Yan process, as in data. */
    PHYSICAL
}
