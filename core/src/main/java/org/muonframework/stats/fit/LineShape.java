package org.muonframework.stats.fit;

/** A normalised distribution on the real axis. */
public interface LineShape {

    /** The density at a point; its integral over all x is one. */
    double density(double x);

    /** The integral of the density from one point to a higher one, to 10⁻⁷ or better. */
    double integral(double low, double high);
}
