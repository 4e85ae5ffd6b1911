package org.muonframework.stats.fit;

/**
 * The shape of what lies below the peaks, nowhere negative.
 *
 * <p>Polynomials are sums of Bernstein polynomials with coefficients from 0 on, so that a fit cannot leave the range in
 * which they are expectations of counts.
 */
public enum Background {
    /** Nothing. */
    NONE(0),
    /** The same everywhere. */
    CONSTANT(1),
    /** A straight line. */
    LINEAR(2),
    /** A polynomial of second order. */
    QUADRATIC(3),
    /** A polynomial of third order. */
    CUBIC(4),
    /** An exponential that falls or rises. */
    EXPONENTIAL(1);

    private final int yields;

    Background(int yields) {
        this.yields = yields;
    }

    /** Number of components whose yields are fitted. */
    int yields() {
        return yields;
    }
}
