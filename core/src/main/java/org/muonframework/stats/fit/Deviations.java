package org.muonframework.stats.fit;

import java.util.List;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction;
import org.hipparchus.util.Pair;
import org.muonframework.stats.Histogram;
import org.muonframework.stats.PoissonDeviance;

/**
 * The deviation of each bin from a model, such that least squares are maximum likelihood: the root of the Poisson
 * deviance with the sign of λ − n. Sums of weights are counts in units of s = Σw²/Σw (G. Bohm and G. Zech, Nucl. Instrum.
 * Meth. A 748 (2014) 1), which makes empty bins count and, other than a division by Σw², does not favour bins that
 * fluctuated down. The unit is that of the bins around, so that it hardly fluctuates with the bin; for rows of weight one
 * it is one. A bin in which negative weights prevail deviates by (λ − Σw)/√Σw².
 *
 * <p>For the minimiser one more, constant deviation is appended: it keeps χ² away from zero, so that its relative
 * tolerance also ends a fit to data without fluctuations.
 */
final class Deviations implements MultivariateJacobianFunction {

    /** Nothing is expected to be less likely than this. */
    private static final double LEAST = 1e-10;

    /** The unit of a bin is found in so many-th of the bins to each side of it. */
    private static final int PARTS = 20;

    /** Step of numerical derivatives in scales of the parameters. */
    private static final double STEP = 1e-3;

    private final BinnedModel model;
    private final List<FreeParameter> parameters;
    private final double[] sums;
    private final double[] squares;
    private final double[] units;

    Deviations(BinnedModel model, List<FreeParameter> parameters, Histogram histogram) {
        this.model = model;
        this.parameters = parameters;
        sums = histogram.sums();
        squares = histogram.squares();
        units = units(sums, squares);
    }

    /** Σw²/Σw of the bins around each; of all where these hold nothing. */
    private static double[] units(double[] sums, double[] squares) {
        double[] units = new double[sums.length];
        int reach = Math.max(1, sums.length / PARTS);
        double all = meanWeight(sums, squares, 0, sums.length);
        for (int bin = 0; bin < units.length; bin++) {
            double mean = meanWeight(sums, squares, Math.max(0, bin - reach), Math.min(sums.length, bin + reach + 1));
            units[bin] = mean > 0 && mean < Double.POSITIVE_INFINITY ? mean : all;
        }
        return units;
    }

    private static double meanWeight(double[] sums, double[] squares, int from, int to) {
        double sum = 0;
        double square = 0;
        for (int bin = from; bin < to; bin++) {
            sum += sums[bin];
            square += squares[bin];
        }
        return square / sum;
    }

    @Override
    public Pair<RealVector, RealMatrix> value(RealVector coordinates) {
        int bins = sums.length;
        double[] p = values(coordinates);
        double[] expected = model.expected(p);
        double[][] derivatives = derivatives(p);
        double[] deviations = new double[bins + 1];
        double[][] jacobian = new double[bins + 1][p.length];
        deviations[bins] = Math.sqrt(bins);
        for (int bin = 0; bin < bins; bin++) {
            deviations[bin] = deviation(bin, expected[bin]);
            double slope = slope(bin, expected[bin], deviations[bin]);
            for (int k = 0; k < p.length; k++) {
                jacobian[bin][k] =
                        slope * derivatives[k][bin] * parameters.get(k).slope(coordinates.getEntry(k));
            }
        }
        return new Pair<>(new ArrayRealVector(deviations, false), MatrixUtils.createRealMatrix(jacobian));
    }

    /** The values of the parameters at coordinates of the minimiser. */
    double[] values(RealVector coordinates) {
        double[] p = new double[parameters.size()];
        for (int k = 0; k < p.length; k++) {
            p[k] = parameters.get(k).value(coordinates.getEntry(k));
        }
        return p;
    }

    /** Sum of the squares of the deviations. */
    double chiSquare(double[] p) {
        double[] expected = model.expected(p);
        double sum = 0;
        for (int bin = 0; bin < expected.length; bin++) {
            double deviation = deviation(bin, expected[bin]);
            sum += deviation * deviation;
        }
        return sum;
    }

    /** The expected information on the parameters (R. A. Fisher): Σ λ' λ'ᵀ/variance over the bins. */
    double[][] information(double[] p) {
        double[] expected = model.expected(p);
        double[][] derivatives = derivatives(p);
        double[][] information = new double[p.length][p.length];
        for (int bin = 0; bin < expected.length; bin++) {
            double variance = sums[bin] < 0 ? squares[bin] : units[bin] * Math.max(LEAST, expected[bin]);
            for (int i = 0; i < p.length; i++) {
                for (int k = 0; k < p.length; k++) {
                    information[i][k] += derivatives[i][bin] * derivatives[k][bin] / variance;
                }
            }
        }
        return information;
    }

    private double deviation(int bin, double expected) {
        if (sums[bin] < 0) {
            return (expected - sums[bin]) / Math.sqrt(squares[bin]);
        }
        double root = Math.sqrt(PoissonDeviance.of(sums[bin], Math.max(LEAST, expected)) / units[bin]);
        return expected < sums[bin] ? -root : root;
    }

    /** The derivative of a deviation by what is expected. */
    private double slope(int bin, double expected, double deviation) {
        if (sums[bin] < 0) {
            return 1 / Math.sqrt(squares[bin]);
        }
        double n = sums[bin];
        double lambda = Math.max(LEAST, expected);
        return Math.abs(lambda - n) < 1e-6 * n
                ? 1 / Math.sqrt(n * units[bin])
                : (1 - n / lambda) / (units[bin] * deviation);
    }

    /**
     * {@code [parameter][bin]}: how the expectation changes with each parameter; for shapes by central differences, for
     * yields it is the component itself.
     */
    private double[][] derivatives(double[] p) {
        double[][] derivatives = new double[p.length][];
        double[][] components = model.components(p);
        System.arraycopy(components, 0, derivatives, model.yields(), components.length);
        for (int k = 0; k < p.length; k++) {
            if (k < model.yields() || k >= model.slope()) {
                derivatives[k] = difference(p, k, STEP * parameters.get(k).scale());
            }
        }
        return derivatives;
    }

    private double[] difference(double[] p, int k, double step) {
        double[] moved = p.clone();
        moved[k] = p[k] + step;
        double[] above = model.expected(moved);
        moved[k] = p[k] - step;
        double[] below = model.expected(moved);
        for (int bin = 0; bin < above.length; bin++) {
            above[bin] = (above[bin] - below[bin]) / (2 * step);
        }
        return above;
    }
}
