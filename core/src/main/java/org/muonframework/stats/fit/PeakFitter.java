package org.muonframework.stats.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresProblem.Evaluation;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.muonframework.stats.Histogram;

/**
 * Fits peaks to histograms by maximum likelihood, also to sums of weights.
 *
 * <p>The minimiser is that of Levenberg and Marquardt, started from three widths of the peaks; see {@link Deviations}
 * for how it maximises a likelihood.
 */
public final class PeakFitter {

    private static final int MAX_STEPS = 200;

    /** Change of χ² in one step below which the fit has converged. */
    private static final double TOLERANCE = 1e-8;

    private static final double[] STRETCHES = {1, 0.5, 2};
    private static final double SINGULAR = 1e-11;

    private PeakFitter() {}

    /** What was found from one start. */
    private record Minimum(Deviations deviations, List<FreeParameter> parameters, double[] values, double chiSquare) {}

    /** Fits; data to which the model cannot be fitted give a result with a problem, not an exception. */
    public static FitResult fit(Histogram histogram, PeakModel peaks) {
        int bins = histogram.binning().size();
        double total = histogram.total();
        FirstLook look = FirstLook.at(histogram, peaks);
        BinnedModel model = new BinnedModel(peaks, histogram.binning(), look.masses());
        Optional<String> problem = problem(histogram, total, model.size(), peaks);
        if (problem.isPresent()) {
            return FitResult.none(problem.get(), bins);
        }
        Start start = new Start(model, look, total);
        Optional<Minimum> best = Optional.empty();
        for (double stretch : STRETCHES) {
            Optional<Minimum> found = minimise(model, start.parameters(stretch), histogram);
            if (found.isPresent()
                    && (best.isEmpty() || found.get().chiSquare() < best.get().chiSquare())) {
                best = found;
            }
        }
        return best.map(minimum -> result(model, minimum))
                .orElseGet(() -> FitResult.none("the fit did not converge within " + MAX_STEPS + " steps", bins));
    }

    /** Whether all rows of a histogram have weight one, so that its contents are Poisson distributed. */
    public static boolean areCounts(Histogram histogram) {
        for (int bin = 0; bin < histogram.sums().length; bin++) {
            double sum = histogram.sums()[bin];
            if (sum != histogram.squares()[bin] || sum < 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> problem(Histogram histogram, double total, int parameters, PeakModel peaks) {
        long filled = Arrays.stream(histogram.squares()).filter(s -> s > 0).count();
        double low = histogram.binning().low(0);
        double high = histogram.binning().high(histogram.binning().size() - 1);
        if (filled == 0) {
            return Optional.of("no rows lie between " + low + " and " + high);
        }
        if (!(total > 0)) {
            return Optional.of("the weights between " + low + " and " + high + " add up to " + total);
        }
        if (filled <= parameters) {
            return Optional.of(parameters + " parameters cannot be fitted to " + filled + " filled bins");
        }
        return peaks.masses().stream()
                .filter(mass -> !(mass > low && mass < high))
                .findFirst()
                .map(mass -> "the mass " + mass + " is not between " + low + " and " + high);
    }

    private static Optional<Minimum> minimise(BinnedModel model, List<FreeParameter> parameters, Histogram histogram) {
        Deviations deviations = new Deviations(model, parameters, histogram);
        try {
            var optimum = new LevenbergMarquardtOptimizer()
                    .optimize(new LeastSquaresBuilder()
                            .start(parameters.stream()
                                    .mapToDouble(FreeParameter::coordinate)
                                    .toArray())
                            .target(new double[histogram.sums().length + 1])
                            .model(deviations)
                            .checker((step, before, now) -> Math.abs(change(before, now)) < TOLERANCE)
                            .maxIterations(MAX_STEPS)
                            .maxEvaluations(3 * MAX_STEPS)
                            .build());
            double[] values = deviations.values(optimum.getPoint());
            double chiSquare = deviations.chiSquare(values);
            return Double.isFinite(chiSquare)
                    ? Optional.of(new Minimum(deviations, parameters, values, chiSquare))
                    : Optional.empty();
        } catch (MathRuntimeException noConvergence) {
            return Optional.empty();
        }
    }

    /** How χ² changes; a cost is its root. */
    private static double change(Evaluation before, Evaluation now) {
        return now.getCost() * now.getCost() - before.getCost() * before.getCost();
    }

    private static FitResult result(BinnedModel model, Minimum minimum) {
        double[] p = minimum.values();
        boolean[] fixed = new boolean[p.length];
        for (int k = 0; k < p.length; k++) {
            fixed[k] = minimum.parameters().get(k).atLimit(p[k]);
        }
        int bins = model.binning().size();
        Optional<double[][]> covariance = covariance(minimum.deviations().information(p), fixed);
        if (covariance.isEmpty()) {
            return FitResult.none(
                    "the data do not determine all parameters: their information matrix is singular", bins);
        }
        FittedParameters fitted = new FittedParameters(model, minimum.parameters(), p, covariance.get());
        return fitted.undetermined()
                .map(mass -> FitResult.none("the data show no peak: '" + mass + "' is not determined", bins))
                .orElseGet(() -> fitted.result(minimum.chiSquare(), bins - p.length, model.curve(p)));
    }

    /** The inverse of the information on the parameters that are not fixed; NaN for those. Empty if it is singular. */
    private static Optional<double[][]> covariance(double[][] information, boolean[] fixed) {
        int size = information.length;
        RealMatrix scaled = MatrixUtils.createRealIdentityMatrix(size);
        double[] scale = new double[size];
        for (int i = 0; i < size; i++) {
            scale[i] = Math.sqrt(information[i][i]);
            if (!fixed[i] && !(scale[i] > 0 && scale[i] < Double.POSITIVE_INFINITY)) {
                return Optional.empty();
            }
        }
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                if (!fixed[i] && !fixed[k] && i != k) {
                    scaled.setEntry(i, k, information[i][k] / (scale[i] * scale[k]));
                }
            }
        }
        try {
            double[][] inverse = new CholeskyDecomposition(scaled, 1e-6, SINGULAR)
                    .getSolver()
                    .getInverse()
                    .getData();
            for (int i = 0; i < size; i++) {
                for (int k = 0; k < size; k++) {
                    inverse[i][k] = fixed[i] || fixed[k] ? Double.NaN : inverse[i][k] / (scale[i] * scale[k]);
                }
            }
            return Optional.of(inverse);
        } catch (MathRuntimeException singular) {
            return Optional.empty();
        }
    }
}
