package org.muonframework.darksector.merit;

/**
 * Punzi's figure of merit of a counting experiment, efficiency/(k + √B): it does not depend on the unknown
 * cross-section of the signal (G. Punzi, physics/0308063, with k = a/2 for a test at a sigma).
 */
public final class PunziMerit {

    private PunziMerit() {}

    /**
     * The figure of merit.
     *
     * @param efficiency part of the signal that is selected
     * @param background expected background events that are selected
     * @param k above 0
     * @return NaN where an argument is NaN or the background is negative
     */
    public static double of(double efficiency, double background, double k) {
        return efficiency / (k + Math.sqrt(background));
    }

    /**
     * The same with an interval: what the ends of the two intervals move it by, in quadrature.
     *
     * @param background one without an interval counts as exact
     */
    static Estimate estimate(Estimate efficiency, Estimate background, double k) {
        double value = of(efficiency.value(), background.value(), k);
        double less = Double.isNaN(background.low()) ? background.value() : background.low();
        double more = Double.isNaN(background.high()) ? background.value() : background.high();
        double down = Math.hypot(
                value - of(efficiency.low(), background.value(), k), value - of(efficiency.value(), more, k));
        double up = Math.hypot(
                of(efficiency.high(), background.value(), k) - value, of(efficiency.value(), less, k) - value);
        return new Estimate(value, Math.max(0, value - down), value + up);
    }
}
