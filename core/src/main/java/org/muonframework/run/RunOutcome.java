package org.muonframework.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muonframework.run.result.ModelMetric;
import org.muonframework.spi.metric.Part;

/**
 * How a run ended, for the person who started it.
 *
 * @param directory where everything is
 * @param evaluated the part that results are quoted for
 * @param values all values of all metrics, in order
 * @param seconds what each stage took, in order
 * @param failures metrics that could not be computed, with the reason; empty if all could
 */
public record RunOutcome(
        RunDirectory directory,
        Part evaluated,
        List<ModelMetric> values,
        Map<String, Double> seconds,
        List<String> failures) {

    public RunOutcome {
        values = List.copyOf(values);
        seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
        failures = List.copyOf(failures);
    }

    /** Whether everything asked for is there. */
    public boolean complete() {
        return failures.isEmpty();
    }

    /** The values that stand for the whole evaluated part: those to be quoted first. */
    public List<ModelMetric> headline() {
        return values.stream()
                .filter(metric -> metric.value().sample() == evaluated)
                .filter(metric -> metric.value().standsForTheWhole())
                .toList();
    }
}
