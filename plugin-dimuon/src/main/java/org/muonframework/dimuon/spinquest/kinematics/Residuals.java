package org.muonframework.dimuon.spinquest.kinematics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.stats.Moments;
import org.muonframework.stats.Quantiles;

/**
 * Values of one derived quantity, named and computed as those of core's {@code residuals}: {@code resolution-68},
 * {@code bias}, {@code median-bias} and {@code rms}; where there is a reference, twice, with the key {@code method}.
 *
 * @param quantity what was found
 * @param seed of the bootstrap
 */
record Residuals(Quantity quantity, long seed) {

    private static final List<String> NAMES = List.of("resolution-68", "bias", "median-bias", "rms");

    /** What was found, by method. */
    private Map<String, double[]> methods() {
        Map<String, double[]> methods = new LinkedHashMap<>();
        methods.put("model", quantity.predicted());
        quantity.reference().ifPresent(values -> methods.put("reference", values));
        return methods;
    }

    void judge(Found found) {
        Map<String, double[]> methods = methods();
        methods.forEach((method, values) -> {
            Optional<String> problem = quantity.problem(values);
            List<MetricValue> made = problem.isPresent()
                    ? NAMES.stream()
                            .map(name -> found.value(name, quantity.name(), Double.NaN))
                            .toList()
                    : values(found, quantity.residuals(values));
            for (MetricValue value : made) {
                MetricValue full = methods.size() > 1 ? value.with("method", method) : value;
                problem.ifPresentOrElse(reason -> found.addMissing(full, reason), () -> found.add(full));
            }
        });
    }

    private List<MetricValue> values(Found found, double[] residuals) {
        String name = quantity.name();
        Quantiles quantiles = Quantiles.of(residuals, quantity.weights());
        Moments moments = Moments.of(residuals, quantity.weights());
        double[] squares = new double[residuals.length];
        for (int row = 0; row < squares.length; row++) {
            squares[row] = residuals[row] * residuals[row];
        }
        double squareError = Moments.of(squares, quantity.weights()).meanError();
        return List.of(
                found.value(
                        "resolution-68", name, quantiles.halfWidth68(), quantiles.error(Quantiles::halfWidth68, seed)),
                found.value("bias", name, moments.mean(), moments.meanError()),
                found.value("median-bias", name, quantiles.median(), quantiles.error(Quantiles::median, seed)),
                found.value("rms", name, moments.rms(), moments.rms() > 0 ? squareError / (2 * moments.rms()) : 0));
    }
}
