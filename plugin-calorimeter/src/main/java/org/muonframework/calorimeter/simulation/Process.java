package org.muonframework.calorimeter.simulation;

/** How a muon loses much of its energy at once; the first three in the order of the table of radiation. */
enum Process {
    /** It radiates a photon. */
    BREMSSTRAHLUNG,
    /** It makes a pair of electron and positron. */
    PAIR,
    /** It breaks up a nucleus. */
    NUCLEAR,
    /** It strikes an electron. */
    DELTA_RAY
}
