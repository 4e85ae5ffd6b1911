package org.muonframework.stats.fit;

/**
 * The non-relativistic Breit–Wigner (Cauchy) distribution folded with a Gaussian resolution, exactly: the real part of
 * the Faddeeva function w((x − m + iΓ/2)/(σ√2)), divided by σ√(2π).
 *
 * <p>The width does not grow with energy, as it does where the mass of the Z boson is quoted in tables: that mass lies
 * Γ²/(2m) = 34 MeV above the one of a constant width (D. Bardin et al., Phys. Lett. B 206 (1988) 539).
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
