package org.muonframework.stats.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Values of all parameters with their covariance, and what follows from them. */
record FittedParameters(BinnedModel model, List<FreeParameter> parameters, double[] values, double[][] covariance) {

    FitResult result(List<String> warnings, double chiSquare, int degrees, FittedCurve curve) {
        List<FitParameter> fitted = IntStream.range(0, values.length)
                .mapToObj(k -> new FitParameter(parameters.get(k).name(), estimate(k)))
                .toList();
        return new FitResult(
                Optional.empty(), warnings, fitted, covariance, peaks(), background(), chiSquare, degrees, curve);
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
                    new Estimate(mass, estimate(shape.fixedDifferences() ? 0 : k).error()),
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
