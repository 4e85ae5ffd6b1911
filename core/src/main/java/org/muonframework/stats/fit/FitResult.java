package org.muonframework.stats.fit;

import java.util.List;
import java.util.Optional;
import org.hipparchus.special.Gamma;

/**
 * What came out of a fit.
 *
 * @param problem why there is no result; empty if there is one. With a problem there are no parameters and no peaks
 * @param warnings sentences on what to beware of, such as a parameter that ended at its limit
 * @param parameters fitted parameters
 * @param covariance their covariance from the expected information, row and column in the order of the parameters; NaN
 *     for those that ended at a limit
 * @param peaks the peaks, by mass
 * @param background what lies below the peaks, within the histogram
 * @param chiSquare sum of the squares of deviations, that of Baker and Cousins ({@link
 *     org.muonframework.stats.PoissonDeviance}), which follows χ² where most bins have some five effective rows or more
 * @param degrees bins less parameters fitted
 * @param curve the fitted function
 */
public record FitResult(
        Optional<String> problem,
        List<String> warnings,
        List<FitParameter> parameters,
        double[][] covariance,
        List<FittedPeak> peaks,
        Estimate background,
        double chiSquare,
        int degrees,
        FittedCurve curve) {

    public FitResult {
        warnings = List.copyOf(warnings);
        parameters = List.copyOf(parameters);
        peaks = List.copyOf(peaks);
    }

    /** No result. */
    static FitResult none(String problem, int bins) {
        return new FitResult(
                Optional.of(problem),
                List.of(),
                List.of(),
                new double[0][0],
                List.of(),
                new Estimate(Double.NaN, Double.NaN),
                Double.NaN,
                0,
                FittedCurve.none(bins));
    }

    /** Whether there is a result. */
    public boolean converged() {
        return problem.isEmpty();
    }

    /** The parameter of a name. */
    public Optional<Estimate> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(FitParameter::estimate)
                .findFirst();
    }

    /** χ²/ndf. */
    public double chiSquarePerDegree() {
        return chiSquare / degrees;
    }

    /** The probability of a χ² at least as large if the model is true. */
    public double pValue() {
        return converged() ? Gamma.regularizedGammaQ(degrees / 2.0, chiSquare / 2) : Double.NaN;
    }
}
