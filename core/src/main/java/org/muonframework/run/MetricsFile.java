package org.muonframework.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.muonframework.files.AtomicFile;
import org.muonframework.spi.metric.MetricValue;

/**
 * Writes {@code metrics.json}: an array {@code metrics} of {@code {name, sample, value, low, high, unit}} with the
 * optional keys of each value beside them. A number that does not exist is {@code null}.
 */
final class MetricsFile {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private MetricsFile() {}

    static void write(List<ModelMetric> metrics, Path file) {
        ObjectNode root = JSON.createObjectNode();
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
        AtomicFile.write(file, target -> JSON.writeValue(target.toFile(), root));
    }

    private static void putNumber(ObjectNode entry, String key, double value) {
        if (Double.isFinite(value)) {
            entry.put(key, value);
        } else {
            entry.putNull(key);
        }
    }
}
