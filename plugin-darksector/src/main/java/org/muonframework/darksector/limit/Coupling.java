package org.muonframework.darksector.limit;

/** The coupling g' of the Z', of which the square is proportional to its cross-section. */
public final class Coupling {

    private Coupling() {}

    /**
     * The coupling at which the Z' is made and decays to muons so often.
     *
     * @param crossSection cross-section times branching ratio, in fb
     * @param reference cross-section for g' = 1, in fb
     * @param branchingRatio to muons
     * @return √(crossSection/(reference·branchingRatio)); infinite where the branching ratio is 0
     */
    public static double of(double crossSection, double reference, double branchingRatio) {
        return Math.sqrt(crossSection / (reference * branchingRatio));
    }
}
