package org.muonframework.calorimeter.simulation;

/**
 * How far from its axis an electromagnetic shower reaches: at each depth a narrow core and a wide tail, of density
 * 2 r R²/(r² + R²)². Source: G. Grindhammer and S. Peters, arXiv:hep-ex/0001020, for homogeneous calorimeters.
 */
final class RadialProfile {

    private static final double Z = LeadTungstate.ATOMIC_NUMBER;

    /** Largest R of the tail in Molière radii. */
    private static final double WIDEST = 4;

    /** e^x, to where the tail is at its widest anyway. */
    private static final FunctionTable EXP = new FunctionTable(-18, 2.5, 512, Math::exp);

    /** e^(x − e^x), which is below 10⁻⁶ where the table begins. */
    private static final FunctionTable CORE_SHARE = new FunctionTable(-14, 1, 512, x -> Math.exp(x - Math.exp(x)));

    private static final double CORE_SLOPE = 0.1162 - 0.000381 * Z;

    private static final double TAIL = 0.659 - 0.00309 * Z;

    private static final double MOST_CORE = 2.632 - 0.00094 * Z;

    private static final double CORE_DEPTH = 0.401 + 0.00187 * Z;

    private final double core;
    private final double tailSlope;
    private final double perCoreWidth;

    /** The profile of a shower of this energy in GeV. */
    RadialProfile(double energy) {
        double logEnergy = Math.log(Math.max(energy, 0.05));
        core = 0.0251 + 0.00319 * logEnergy;
        tailSlope = 0.3585 + 0.0421 * logEnergy;
        perCoreWidth = 1 / Math.max(1.313 - 0.0686 * logEnergy, 0.6);
    }

    /**
     * The radius R of the core or of the tail.
     *
     * @param depth in units of the depth of the shower's maximum
     * @param choice of core or tail: a uniform number from 0 to below 1
     * @return R in Molière radii
     */
    double radius(double depth, double choice) {
        double coreShare = MOST_CORE * CORE_SHARE.at((CORE_DEPTH - depth) * perCoreWidth);
        return choice < coreShare ? core + CORE_SLOPE * depth : Math.min(tail(depth - 0.645), WIDEST);
    }

    private double tail(double behind) {
        return TAIL * (EXP.at(-2.59 * behind) + EXP.at(tailSlope * behind));
    }
}
