package org.muonframework.stats.fit;

/**
 * The Faddeeva function w(z) = exp(−z²) erfc(−iz) above the real axis, by a rational series (J. A. C. Weideman, SIAM J.
 * Numer. Anal. 31 (1994) 1497): w(z) ≈ 2p(Z)/(L − iz)² + 1/(√π(L − iz)) with Z = (L + iz)/(L − iz).
 */
final class Faddeeva {

    /** Terms of the series; with 32 it is good to about twelve digits. */
    private static final int TERMS = 32;

    private static final double LENGTH = Math.sqrt(TERMS / Math.sqrt(2));
    private static final double[] COEFFICIENTS = coefficients();

    private Faddeeva() {}

    /** The real part of w(x + iy), y ≥ 0. */
    static double real(double x, double y) {
        double a = LENGTH + y;
        double norm = a * a + x * x;
        // 1/(L − iz) = (a + ix)/norm, as L − iz = a − ix
        double re = a / norm;
        double im = x / norm;
        double b = LENGTH - y;
        double zRe = b * re - x * im;
        double zIm = b * im + x * re;
        double pRe = 0;
        double pIm = 0;
        for (double c : COEFFICIENTS) {
            double next = pRe * zRe - pIm * zIm + c;
            pIm = pRe * zIm + pIm * zRe;
            pRe = next;
        }
        double squareRe = re * re - im * im;
        double squareIm = 2 * re * im;
        return 2 * (pRe * squareRe - pIm * squareIm) + re / Math.sqrt(Math.PI);
    }

    /** Fourier coefficients of exp(−t²)(L² + t²) in θ, t = L tan(θ/2), the highest first. */
    private static double[] coefficients() {
        int samples = 4 * TERMS;
        double[] coefficients = new double[TERMS];
        for (int n = 0; n < TERMS; n++) {
            double sum = 0;
            for (int j = 1 - samples / 2; j < samples / 2; j++) {
                double theta = 2 * Math.PI * j / samples;
                double t = LENGTH * Math.tan(theta / 2);
                sum += Math.exp(-t * t) * (LENGTH * LENGTH + t * t) * Math.cos((n + 1) * theta);
            }
            coefficients[TERMS - 1 - n] = sum / samples;
        }
        return coefficients;
    }
}
