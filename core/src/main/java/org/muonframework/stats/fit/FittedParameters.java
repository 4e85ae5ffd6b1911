package org.muonframework.stats.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Values of all parameters with their covariance, and what follows from them. */
record FittedParameters(BinnedModel model, List<FreeParameter> parameters, double[] values, double[][] covariance) {

    /** The name of a mass that may lie anywhere, if there is one. */
    Optional<String> undetermined() {
        return IntStream.range(0, model.masses())
                .filter(k -> estimate(k).error()
                        > model.binning().high(model.binning().size() - 1)
                                - model.binning().low(0))
                .mapToObj(k -> parameters.get(k).name())
                .findFirst();
    }

    FitResult result(double chiSquare, int degrees, FittedCurve curve) {
        List<FitParameter> fitted = IntStream.range(0, values.length)
                .mapToObj(k -> new FitParameter(parameters.get(k).name(), estimate(k)))
                .toList();
        return new FitResult(
                Optional.empty(), warnings(), fitted, covariance, peaks(), background(), chiSquare, degrees, curve);
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (int k = 0; k < values.length; k++) {
            FreeParameter parameter = parameters.get(k);
            String range =
                    String.format(Locale.ROOT, " of its range from %.4g to %.4g", parameter.low(), parameter.high());
            if (parameter.atLimit(values[k])) {
                warnings.add("'" + parameter.name() + "' ended at a limit" + range
                        + ": it has no error, and the others are those for this value");
            } else if (estimate(k).error() > parameter.high() - parameter.low()) {
                warnings.add(
                        "'" + parameter.name() + "' is not determined: its error is larger than the width" + range);
            }
        }
        return warnings;
    }

    private Estimate estimate(int k) {
        return new Estimate(values[k], Math.sqrt(covariance[k][k]));
    }

    private List<FittedPeak> peaks() {
        PeakModel shape = model.model();
        Estimate resolution = estimate(model.resolution());
        List<FittedPeak> peaks = new ArrayList<>();
        for (int k = 0; k < shape.peaks(); k++) {
            double mass = model.mass(values, k);
            double ratio = k == 0 ? 1 : mass / values[0];
            peaks.add(new FittedPeak(
                    new Estimate(
                            mass, estimate(shape.fixedDifferences() ? 0 : k).error()),
                    width(shape),
                    new Estimate(resolution.value() * ratio, resolution.error() * ratio),
                    estimate(model.yields() + k)));
        }
        return peaks;
    }

    private Estimate width(PeakModel shape) {
        if (shape.signal() != Signal.BREIT_WIGNER) {
            return new Estimate(Double.NaN, Double.NaN);
        }
        return shape.width().isPresent() ? new Estimate(shape.width().getAsDouble(), 0) : estimate(model.width());
    }

    private Estimate background() {
        double sum = 0;
        double variance = 0;
        for (int i = model.background(); i < model.slope(); i++) {
            sum += values[i];
            for (int k = model.background(); k < model.slope(); k++) {
                variance += covariance[i][k];
            }
        }
        return new Estimate(sum, Math.sqrt(variance));
    }
}
