package org.muonframework.stats.fit;

import org.hipparchus.special.Erf;

/**
 * A Gaussian whose low side turns into a power law α standard deviations below the centre, with continuous value and
 * slope (T. Skwarnicki, thesis, DESY F31-86-02 (1986), appendix E): with t = (x − m)/σ it is exp(−t²/2) above
 * t = −α, below it exp(−α²/2)·(1 − (α/n)(α + t))^(−n).
 */
public final class CrystalBall implements LineShape {

    private final double mean;
    private final double resolution;
    private final double alpha;
    private final double power;
    private final double edge;
    private final double area;

    /**
     * The shape of these parameters.
     *
     * @param mean m
     * @param resolution σ &gt; 0
     * @param alpha α &gt; 0
     * @param power n &gt; 1
     */
    public CrystalBall(double mean, double resolution, double alpha, double power) {
        this.mean = mean;
        this.resolution = resolution;
        this.alpha = alpha;
        this.power = power;
        edge = Math.exp(-alpha * alpha / 2);
        area = tail(-alpha) + core(-alpha, Double.POSITIVE_INFINITY);
    }

    @Override
    public double density(double x) {
        double t = (x - mean) / resolution;
        double height = t > -alpha ? Math.exp(-t * t / 2) : edge * Math.pow(stretch(t), -power);
        return height / (resolution * area);
    }

    /** By its antiderivatives, in narrow bins on one side of the seam by quadrature, as good there and much faster. */
    @Override
    public double integral(double low, double high) {
        double from = (low - mean) / resolution;
        double to = (high - mean) / resolution;
        if (to - from < 0.5 && (to < -alpha || from > -alpha)) {
            return Quadrature.integral(this, low, high);
        }
        double sum = 0;
        if (from < -alpha) {
            sum += tail(Math.min(to, -alpha)) - tail(from);
        }
        if (to > -alpha) {
            sum += core(Math.max(from, -alpha), to);
        }
        return sum / area;
    }

    private double stretch(double t) {
        return 1 - alpha / power * (alpha + t);
    }

    /** The integral of the power law from −∞ to t. */
    private double tail(double t) {
        return edge * power / (alpha * (power - 1)) * Math.pow(stretch(t), 1 - power);
    }

    /** The integral of the Gaussian part. */
    private static double core(double from, double to) {
        return Math.sqrt(Math.PI / 2) * Erf.erf(from / Math.sqrt(2), to / Math.sqrt(2));
    }
}
