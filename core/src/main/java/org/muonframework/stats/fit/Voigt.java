package org.muonframework.stats.fit;

/**
 * The non-relativistic Breit–Wigner (Cauchy) distribution folded with a Gaussian resolution, exactly: the real part of
 * the Faddeeva function w((x − m + iΓ/2)/(σ√2)), divided by σ√(2π).
 *
 * <p>For the Z boson its maximum is about 10 MeV from that of the relativistic Breit–Wigner of constant width, and about
 * 30 MeV from that with a width that grows with energy, in which the world average of the Z mass is quoted.
 *
 * @param mean m
 * @param width natural width Γ ≥ 0 (full width at half maximum)
 * @param resolution σ &gt; 0
 */
public record Voigt(double mean, double width, double resolution) implements LineShape {

    private static final int MAX_PANELS = 64;

    @Override
    public double density(double x) {
        double unit = resolution * Math.sqrt(2);
        return Faddeeva.real((x - mean) / unit, width / (2 * unit)) / (unit * Math.sqrt(Math.PI));
    }

    /** By Gauss–Legendre quadrature in panels no wider than the peak, or than a quarter of the distance to it. */
    @Override
    public double integral(double low, double high) {
        double distance = Math.max(0, Math.max(low - mean, mean - high));
        double panel = Math.max(width / 2 + resolution, distance / 4);
        int panels = (int) Math.min(MAX_PANELS, Math.ceil((high - low) / panel));
        double step = (high - low) / panels;
        double sum = 0;
        for (int p = 0; p < panels; p++) {
            sum += Quadrature.integral(this, low + p * step, low + (p + 1) * step);
        }
        return sum;
    }
}
