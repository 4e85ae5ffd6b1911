package org.muonframework.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.muonframework.files.AtomicFile;
import org.muonframework.run.result.ModelMetric;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.problem.DataException;

/**
 * Writes and reads {@code metrics.json}: an array {@code metrics} of {@code {name, model, sample, value, low, high,
 * unit}} with the optional keys of each value beside them. A number that does not exist is {@code null}.
 */
final class MetricsFile {

    /** What every entry has; everything else is a key of its value. */
    private static final Set<String> COLUMNS = Set.of("name", "model", "sample", "value", "low", "high", "unit");

    private MetricsFile() {}

    static void write(List<ModelMetric> metrics, Path file) {
        ObjectNode root = RunJson.MAPPER.createObjectNode();
        ArrayNode array = root.putArray("metrics");
        for (ModelMetric metric : metrics) {
            MetricValue value = metric.value();
            ObjectNode entry = array.addObject();
            entry.put("name", value.name());
            entry.put("model", metric.model());
            entry.put("sample", value.sample().label());
            putNumber(entry, "value", value.value());
            putNumber(entry, "low", value.low());
            putNumber(entry, "high", value.high());
            entry.put("unit", value.unit());
            value.keys().forEach(entry::put);
        }
        AtomicFile.write(file, target -> RunJson.MAPPER.writeValue(target.toFile(), root));
    }

    /**
     * Reads what was written, in order; which metric computed a value is not kept.
     *
     * @throws DataException if the file is missing or damaged
     */
    static List<ModelMetric> read(Path file) {
        List<ModelMetric> metrics = new ArrayList<>();
        try {
            for (JsonNode entry : RunJson.MAPPER.readTree(file.toFile()).required("metrics")) {
                metrics.add(new ModelMetric(entry.required("model").asText(), "", value(entry)));
            }
            return metrics;
        } catch (IOException | IllegalArgumentException e) {
            throw new DataException(file.toString(), "cannot be read: " + e.getMessage(), e);
        }
    }

    private static MetricValue value(JsonNode entry) {
        Map<String, String> keys = new TreeMap<>();
        entry.fields()
                .forEachRemaining(
                        field -> keys.put(field.getKey(), field.getValue().asText()));
        keys.keySet().removeAll(COLUMNS);
        return new MetricValue(
                entry.required("name").asText(),
                Part.valueOf(entry.required("sample").asText().toUpperCase(Locale.ROOT)),
                entry.required("value").asDouble(Double.NaN),
                entry.required("low").asDouble(Double.NaN),
                entry.required("high").asDouble(Double.NaN),
                entry.required("unit").asText(),
                keys);
    }

    private static void putNumber(ObjectNode entry, String key, double value) {
        if (Double.isFinite(value)) {
            entry.put(key, value);
        } else {
            entry.putNull(key);
        }
    }
}
