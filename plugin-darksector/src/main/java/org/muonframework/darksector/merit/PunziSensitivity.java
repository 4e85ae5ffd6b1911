package org.muonframework.darksector.merit;

/**
 * The smallest cross-section that a counting experiment is sensitive to: one that a test at a sigma discovers, or a
 * limit at the confidence of b excludes, with the probability of b (G. Punzi, physics/0308063; in this form F. Abudinén
 * et al., arXiv:2110.00810):
 *
 * <pre>
 * sigmaMin = [a²/8 + 9b²/13 + a√B + (b/2) √(b² + 4a√B + 4B)] / (efficiency · luminosity)
 * </pre>
 *
 * <p>It falls with the efficiency and rises with the background B. All methods answer NaN where an argument is NaN or
 * the background is negative.
 */
public final class PunziSensitivity {

    /** a of the paper: a test at three sigma. */
    public static final double THREE_SIGMA = 3;

    /** b of the paper: 90 % confidence, one-sided. */
    public static final double CONFIDENCE_90 = 1.28155;

    private PunziSensitivity() {}

    /**
     * The smallest cross-section in reach.
     *
     * @param a significance of the test, in sigma
     * @param b quantile of the confidence level, in sigma
     * @param background expected background events, 0 or more
     * @param efficiency selected per generated signal events; 0 gives infinity
     * @param luminosity integrated luminosity, above 0
     * @return sigmaMin in the inverse unit of the luminosity
     */
    public static double of(double a, double b, double background, double efficiency, double luminosity) {
        return signalEvents(a, b, background) / (efficiency * luminosity);
    }

    /**
     * The number of selected signal events that {@link #of} asks for: sigmaMin · efficiency · luminosity.
     *
     * @param a significance of the test, in sigma
     * @param b quantile of the confidence level, in sigma
     * @param background expected background events, 0 or more
     * @return the number of events
     */
    public static double signalEvents(double a, double b, double background) {
        double root = Math.sqrt(background);
        return a * a / 8 + 9 * b * b / 13 + a * root + b / 2 * Math.sqrt(b * b + 4 * a * root + 4 * background);
    }

    /**
     * The derivative of {@link #of} with respect to the background,
     * [a/(2√B) + (b/2) (a/√B + 2) / √(b² + 4a√B + 4B)] / (efficiency · luminosity).
     *
     * @param a significance of the test, in sigma
     * @param b quantile of the confidence level, in sigma
     * @param background expected background events, 0 or more; at 0 the derivative is infinite (where a is above 0)
     * @param efficiency selected per generated signal events
     * @param luminosity integrated luminosity, above 0
     * @return sigmaMin per background event
     */
    public static double byBackground(double a, double b, double background, double efficiency, double luminosity) {
        double root = Math.sqrt(background);
        double width = Math.sqrt(b * b + 4 * a * root + 4 * background);
        return (a / (2 * root) + b / 2 * (a / root + 2) / width) / (efficiency * luminosity);
    }

    /**
     * The derivative of {@link #of} with respect to the efficiency, -sigmaMin / efficiency.
     *
     * @param a significance of the test, in sigma
     * @param b quantile of the confidence level, in sigma
     * @param background expected background events, 0 or more
     * @param efficiency selected per generated signal events; at 0 the derivative is minus infinity
     * @param luminosity integrated luminosity, above 0
     * @return sigmaMin per unit of efficiency
     */
    public static double byEfficiency(double a, double b, double background, double efficiency, double luminosity) {
        return -of(a, b, background, efficiency, luminosity) / efficiency;
    }
}
