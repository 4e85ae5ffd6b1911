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
 * The deviation of each bin from a model, such that least squares are maximum likelihood: for counts the root of the
 * Poisson deviance with the sign of λ − n, for sums of weights (λ − Σw)/√Σw² where there are any.
 *
 * <p>For the minimiser one more, constant deviation is appended: it keeps χ² away from zero, so that its relative
 * tolerance also ends a fit to data without fluctuations.
 */
final class Deviations implements MultivariateJacobianFunction {

    /** Nothing is expected to be less likely than this. */
    private static final double LEAST = 1e-10;

    /** Step of numerical derivatives in scales of the parameters. */
    private static final double STEP = 1e-3;

    private final BinnedModel model;
    private final List<FreeParameter> parameters;
    private final double[] sums;
    private final double[] squares;
    private final boolean counts;

    Deviations(BinnedModel model, List<FreeParameter> parameters, Histogram histogram) {
        this.model = model;
        this.parameters = parameters;
        sums = histogram.sums();
        squares = histogram.squares();
        counts = PeakFitter.areCounts(histogram);
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

    /** Number of bins that take part. */
    int bins() {
        int used = 0;
        for (double square : squares) {
            used += counts || square > 0 ? 1 : 0;
        }
        return used;
    }

    /** The expected information on the parameters (R. A. Fisher): Σ λ' λ'ᵀ/variance over the bins. */
    double[][] information(double[] p) {
        double[] expected = model.expected(p);
        double[][] derivatives = derivatives(p);
        double[][] information = new double[p.length][p.length];
        for (int bin = 0; bin < expected.length; bin++) {
            double variance = counts ? Math.max(LEAST, expected[bin]) : squares[bin];
            for (int i = 0; variance > 0 && i < p.length; i++) {
                for (int k = 0; k < p.length; k++) {
                    information[i][k] += derivatives[i][bin] * derivatives[k][bin] / variance;
                }
            }
        }
        return information;
    }

    private double deviation(int bin, double expected) {
        if (!counts) {
            return squares[bin] > 0 ? (expected - sums[bin]) / Math.sqrt(squares[bin]) : 0;
        }
        double root = Math.sqrt(PoissonDeviance.of(sums[bin], Math.max(LEAST, expected)));
        return expected < sums[bin] ? -root : root;
    }

    /** The derivative of a deviation by what is expected. */
    private double slope(int bin, double expected, double deviation) {
        if (!counts) {
            return squares[bin] > 0 ? 1 / Math.sqrt(squares[bin]) : 0;
        }
        double n = sums[bin];
        double lambda = Math.max(LEAST, expected);
        return Math.abs(lambda - n) < 1e-6 * n ? 1 / Math.sqrt(n) : (1 - n / lambda) / deviation;
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
