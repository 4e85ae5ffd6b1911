package org.muonframework.stats.fit;

/**
 * A parameter before the fit. The minimiser moves an unbounded coordinate u; the value follows from it within the limits
 * as in F. James and M. Roos, Comput. Phys. Commun. 10 (1975) 343.
 *
 * @param name its name
 * @param start where it starts, between the limits
 * @param low lower limit
 * @param high upper limit; may be infinite
 * @param scale a change of this size changes the model noticeably
 */
record FreeParameter(String name, double start, double low, double high, double scale) {

    /** Part of the allowed range, or of the scale, that counts as being at a limit. */
    private static final double MARGIN = 1e-4;

    FreeParameter {
        double room = Math.min(high - low, scale) * 0.01;
        start = Math.min(high - room, Math.max(low + room, start));
    }

    double coordinate() {
        if (Double.isInfinite(high)) {
            double above = (start - low) / scale + 1;
            return Math.sqrt(above * above - 1);
        }
        return Math.asin(2 * (start - low) / (high - low) - 1);
    }

    double value(double u) {
        return Double.isInfinite(high)
                ? low + scale * (Math.sqrt(u * u + 1) - 1)
                : low + (high - low) * (1 + Math.sin(u)) / 2;
    }

    /** The derivative of {@link #value}. */
    double slope(double u) {
        return Double.isInfinite(high) ? scale * u / Math.sqrt(u * u + 1) : (high - low) * Math.cos(u) / 2;
    }

    /** Whether a value is at a limit; yields may well be zero. */
    boolean atLimit(double value) {
        return !Double.isInfinite(high) && Math.min(value - low, high - value) < MARGIN * (high - low);
    }
}
