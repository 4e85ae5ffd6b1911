package org.muonframework.stats.fit;

import java.util.Arrays;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer.Optimum;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction;
import org.hipparchus.util.Pair;

/**
 * The curve y = a·x^b + c, or with b = 1 a straight line, fitted to points by least squares.
 *
 * @param factor a, with its standard error
 * @param power b, with its standard error; 1 and 0 for a line
 * @param constant c, with its standard error
 * @param chiSquare Σ((y − fit)/error)²
 * @param degrees number of points minus that of fitted parameters
 */
public record PowerLaw(Estimate factor, Estimate power, Estimate constant, double chiSquare, int degrees) {

    private static final int MOST_STEPS = 1000;
    private static final double RANK = 1e-10;

    /**
     * Fits a straight line.
     *
     * @param x abscissae, of which two at least differ
     * @param y ordinates
     * @param errors standard error of each ordinate, above 0
     * @return NaN where the points do not fix it
     */
    public static PowerLaw line(double[] x, double[] y, double[] errors) {
        return new Points(x, y, errors, 2).fit(1, 0);
    }

    /**
     * Fits all three parameters, starting from the line.
     *
     * @param x abscissae above 0, of which three at least differ
     * @param y ordinates
     * @param errors standard error of each ordinate, above 0
     * @return NaN where the points do not fix it
     */
    public static PowerLaw fit(double[] x, double[] y, double[] errors) {
        PowerLaw line = line(x, y, errors);
        return line.exists()
                ? new Points(x, y, errors, 3)
                        .fit(line.factor().value(), line.constant().value())
                : line;
    }

    /** The curve at an abscissa. */
    public double at(double x) {
        return factor.value() * Math.pow(x, power.value()) + constant.value();
    }

    /** The derivative of the curve at an abscissa. */
    public double slope(double x) {
        return factor.value() * power.value() * Math.pow(x, power.value() - 1);
    }

    /** Whether there is a curve. */
    public boolean exists() {
        return Double.isFinite(factor.value()) && Double.isFinite(power.value()) && Double.isFinite(constant.value());
    }

    /** The points, with abscissae and errors in units that make all parameters alike. */
    private static final class Points implements MultivariateJacobianFunction {

        private final double unit;
        private final double errorUnit;
        private final double[] x;
        private final double[] y;
        private final double[] errors;
        private final int parameters;

        Points(double[] x, double[] y, double[] errors, int parameters) {
            unit = Arrays.stream(x).map(Math::abs).max().orElse(1);
            errorUnit = Arrays.stream(errors).average().orElse(1);
            this.x = Arrays.stream(x).map(value -> value / unit).toArray();
            this.y = y;
            this.errors = Arrays.stream(errors).map(value -> value / errorUnit).toArray();
            this.parameters = parameters;
        }

        @Override
        public Pair<RealVector, RealMatrix> value(RealVector point) {
            double power = parameters == 3 ? point.getEntry(2) : 1;
            double[] pulls = new double[x.length];
            double[][] slopes = new double[x.length][parameters];
            for (int i = 0; i < x.length; i++) {
                double shape = Math.pow(x[i], power);
                pulls[i] = (point.getEntry(0) * shape + point.getEntry(1) - y[i]) / errors[i];
                slopes[i][0] = shape / errors[i];
                slopes[i][1] = 1 / errors[i];
                if (parameters == 3) {
                    slopes[i][2] = point.getEntry(0) * shape * Math.log(x[i]) / errors[i];
                }
            }
            return new Pair<>(MatrixUtils.createRealVector(pulls), MatrixUtils.createRealMatrix(slopes));
        }

        PowerLaw fit(double factor, double constant) {
            if (x.length < parameters) {
                return nothing();
            }
            double[] start = Arrays.copyOf(new double[] {factor * unit, constant, 1}, parameters);
            try {
                Optimum optimum = new LevenbergMarquardtOptimizer()
                        .optimize(new LeastSquaresBuilder()
                                .model(this)
                                .start(start)
                                .target(new double[x.length])
                                .maxEvaluations(MOST_STEPS)
                                .maxIterations(MOST_STEPS)
                                .build());
                return result(optimum, optimum.getCovariances(RANK));
            } catch (MathRuntimeException e) {
                return nothing();
            }
        }

        private PowerLaw nothing() {
            Estimate none = new Estimate(Double.NaN, Double.NaN);
            return new PowerLaw(none, none, none, Double.NaN, x.length - parameters);
        }

        private PowerLaw result(Optimum optimum, RealMatrix covariance) {
            double[] found = optimum.getPoint().toArray();
            double power = parameters == 3 ? found[2] : 1;
            double powerVariance = parameters == 3 ? covariance.getEntry(2, 2) : 0;
            double mixed = parameters == 3 ? covariance.getEntry(0, 2) : 0;
            double byPower = -found[0] * Math.log(unit);
            double factorVariance = covariance.getEntry(0, 0) + 2 * byPower * mixed + byPower * byPower * powerVariance;
            double scale = Math.pow(unit, -power);
            double cost = optimum.getCost() / errorUnit;
            return new PowerLaw(
                    new Estimate(found[0] * scale, errorUnit * scale * Math.sqrt(factorVariance)),
                    new Estimate(power, errorUnit * Math.sqrt(powerVariance)),
                    new Estimate(found[1], errorUnit * Math.sqrt(covariance.getEntry(1, 1))),
                    cost * cost,
                    x.length - parameters);
        }
    }
}
