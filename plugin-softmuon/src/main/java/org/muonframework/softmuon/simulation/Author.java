package org.muonframework.softmuon.simulation;

import java.util.random.RandomGenerator;

/** The reconstruction algorithm that found the muon: outside-in (MuidCo), or inside-out (MuGirl) where that fails. */
final class Author {

    static final int MUID_CO = 1;
    static final int MU_GIRL = 6;

    private Author() {}

    /** Draws the algorithm; MuGirl finds 2 % + 8 % e^(−(pT − 4)/2.5) of the signal, 5 % + 12 % … of the background. */
    static void find(Candidate muon, RandomGenerator random) {
        double slow = Math.exp((MediumSelection.MIN_PT - muon.pt) / 2.5);
        double chance = muon.signal ? 0.02 + 0.08 * slow : 0.05 + 0.12 * slow;
        muon.author = random.nextDouble() < chance ? MU_GIRL : MUID_CO;
    }
}
