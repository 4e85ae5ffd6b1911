package org.muonframework.stats.fit;

import org.hipparchus.util.CombinatoricsUtils;
import org.muonframework.stats.Binning;

/** The components of a background, each normalised to one within the bins. */
final class BackgroundShape {

    private final Background background;
    private final Binning binning;
    private final double low;
    private final double range;
    private final double[][] polynomials;

    BackgroundShape(Background background, Binning binning) {
        this.background = background;
        this.binning = binning;
        low = binning.low(0);
        range = binning.high(binning.size() - 1) - low;
        polynomials = new double[background == Background.EXPONENTIAL ? 0 : background.yields()][binning.size()];
        for (int k = 0; k < polynomials.length; k++) {
            for (int bin = 0; bin < binning.size(); bin++) {
                polynomials[k][bin] =
                        cumulative(k, relative(binning.high(bin))) - cumulative(k, relative(binning.low(bin)));
            }
        }
    }

    /** The part of a component that lies in each bin. */
    double[] component(int k, double slope) {
        if (background != Background.EXPONENTIAL) {
            return polynomials[k];
        }
        double[] contents = new double[binning.size()];
        double norm = exponentialArea(slope, range);
        for (int bin = 0; bin < contents.length; bin++) {
            double from = binning.low(bin);
            contents[bin] = Math.exp(slope * (from - low)) * exponentialArea(slope, binning.high(bin) - from) / norm;
        }
        return contents;
    }

    /** Expected rows a unit of x. */
    double density(double x, double[] yields, double slope) {
        double sum = 0;
        int order = yields.length - 1;
        double t = relative(x);
        for (int k = 0; k < yields.length; k++) {
            double density = background == Background.EXPONENTIAL
                    ? Math.exp(slope * (x - low)) / exponentialArea(slope, range)
                    : (order + 1) / range * bernstein(order, k, t);
            sum += yields[k] * density;
        }
        return sum;
    }

    private double relative(double x) {
        return (x - low) / range;
    }

    /** The integral of exp(slope·x) from 0. */
    private static double exponentialArea(double slope, double length) {
        double x = slope * length;
        return Math.abs(x) < 1e-12 ? length : length * Math.expm1(x) / x;
    }

    /** The integral from 0 to t of (n + 1) times the k-th Bernstein polynomial of order n. */
    private double cumulative(int k, double t) {
        int order = polynomials.length - 1;
        double sum = 0;
        for (int j = k + 1; j <= order + 1; j++) {
            sum += bernstein(order + 1, j, t);
        }
        return sum;
    }

    private static double bernstein(int order, int k, double t) {
        return CombinatoricsUtils.binomialCoefficientDouble(order, k) * Math.pow(t, k) * Math.pow(1 - t, order - k);
    }
}
