package org.muonframework.run.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.muonframework.data.StepCount;
import org.muonframework.data.WeightCount;
import org.muonframework.run.result.ModelResult.NamedResult;
import org.muonframework.spi.metric.MetricValue;

/**
 * What the metrics found on one variation.
 *
 * @param name name of the variation
 * @param source name of its dataset service
 * @param inputs SHA-256 of its files
 * @param steps rows and sum of weights after each step; the last are the rows that were judged
 * @param weights weights of the judged rows, all and of each class
 * @param ofRows what to know of these rows before believing anything
 * @param models what each metric found for each model; values have the key {@value #KEY}
 */
public record VariationResult(
        String name,
        String source,
        Map<String, String> inputs,
        List<StepCount> steps,
        List<WeightCount> weights,
        List<String> ofRows,
        Map<String, List<NamedResult>> models) {

    /** The key of values on a variation, whose name it holds. */
    public static final String KEY = "variation";

    public VariationResult {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        steps = List.copyOf(steps);
        weights = List.copyOf(weights);
        ofRows = List.copyOf(ofRows);
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
    }

    /** What to know before believing it, each with the variation, and with the model and the metric that say so. */
    public List<String> warnings() {
        Stream<String> ofMetrics = models.entrySet().stream()
                .flatMap(model -> model.getValue().stream().flatMap(named -> named.result().warnings().stream()
                        .map(text ->
                                "variation " + name + ", " + model.getKey() + ", " + named.metric() + ": " + text)));
        return Stream.concat(ofRows.stream().map(text -> "variation " + name + ": " + text), ofMetrics)
                .distinct()
                .toList();
    }

    /** The values of a model that stand for the whole of the variation, as they are called on the nominal sample. */
    public List<MetricValue> headline(String model) {
        return models.getOrDefault(model, List.of()).stream()
                .flatMap(named -> named.result().values().stream())
                .map(value -> value.without(KEY))
                .filter(MetricValue::standsForTheWhole)
                .toList();
    }

    /** All values of all models. */
    public List<ModelMetric> values() {
        return models.entrySet().stream()
                .flatMap(model -> model.getValue().stream().flatMap(named -> named.result().values().stream()
                        .map(value -> new ModelMetric(model.getKey(), named.metric(), value))))
                .toList();
    }
}
