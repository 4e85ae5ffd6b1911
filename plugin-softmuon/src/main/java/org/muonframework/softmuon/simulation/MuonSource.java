package org.muonframework.softmuon.simulation;

/** Where a muon in a jet comes from; the ordinal is the code in the column {@code softmu_source}. */
enum MuonSource {
    /** b → μ. */
    BOTTOM,
    /** b → c → μ. */
    BOTTOM_TO_CHARM,
    /** c → μ. */
    CHARM,
    /** π → μ in flight. */
    PION,
    /** K → μ in flight. */
    KAON
}
