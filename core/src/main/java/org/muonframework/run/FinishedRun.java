package org.muonframework.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.muonframework.config.ConfigText;
import org.muonframework.data.KeyKind;
import org.muonframework.report.ReportJson;
import org.muonframework.report.Rounding;
import org.muonframework.run.result.ModelMetric;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.problem.ConfigurationException;

/**
 * What a finished run left behind, for those who look at several.
 *
 * @param directory where it is
 * @param values all values of all metrics, in order; which metric computed one is not kept
 * @param manifest the manifest as it was written
 * @param configuration the resolved configuration by full keys
 * @param report the report; empty for a run of an older version
 */
public record FinishedRun(
        RunDirectory directory,
        List<ModelMetric> values,
        JsonNode manifest,
        SortedMap<String, String> configuration,
        Optional<ReportJson.Styled> report) {

    public FinishedRun {
        values = List.copyOf(values);
    }

    /**
     * Opens the directory of a run.
     *
     * @throws ConfigurationException if it is none, or the run is not finished
     * @throws org.muonframework.spi.problem.DataException if a file of it is damaged
     */
    public static FinishedRun open(Path path) {
        RunDirectory directory = RunDirectory.open(path);
        ReportRedraw.requireFinished(directory);
        return new FinishedRun(
                directory,
                MetricsFile.read(directory.metrics()),
                Manifest.treeOf(directory),
                configuration(directory.configuration()),
                Files.isRegularFile(directory.reportData())
                        ? Optional.of(ReportJson.read(directory.reportData()))
                        : Optional.empty());
    }

    private static SortedMap<String, String> configuration(Path file) {
        try {
            return ConfigText.flat(ConfigFactory.parseFile(file.toFile()));
        } catch (ConfigException e) {
            throw new ConfigurationException(file.toString(), "cannot be read: " + e.getMessage());
        }
    }

    /** Names of the models, in the order of the analysis. */
    public List<String> models() {
        return values.stream().map(ModelMetric::model).distinct().toList();
    }

    /** The part that results are quoted for: the last of those that metrics looked at. */
    public Part evaluated() {
        return values.stream()
                .map(metric -> metric.value().sample())
                .max(Comparator.naturalOrder())
                .orElse(Part.TEST);
    }

    /** The values of a model that stand for the whole of a part, in the order of the metrics. */
    public List<MetricValue> wholeValues(String model) {
        return values.stream()
                .filter(metric -> metric.model().equals(model) && metric.value().standsForTheWhole())
                .map(ModelMetric::value)
                .toList();
    }

    /** The classes in the order of their labels; none where nothing is classified. */
    public List<String> classes() {
        Map<String, Boolean> groups = new LinkedHashMap<>();
        manifest.path("weights").forEach(count -> groups.put(count.path("class").asText(), true));
        return groups.keySet().stream().skip(1).toList();
    }

    /** Whether the rows are from files, not simulated. */
    public boolean readsFiles() {
        return !manifest.path("inputs").isEmpty();
    }

    /** The columns that identify an event, in order, and how they are hashed. */
    public Map<String, KeyKind> eventKeys() {
        return Manifest.eventKeysOf(directory);
    }

    /** Rows and weights after each step, and of each part and class, as text by what they are. */
    public Map<String, String> counts() {
        Map<String, String> counts = new LinkedHashMap<>();
        for (JsonNode step : manifest.path("rows")) {
            String name = step.path("step").asText();
            counts.put("rows after " + name, rows(step, "rows"));
            counts.put("sum of weights after " + name, number(step, "sum-of-weights"));
        }
        for (JsonNode count : manifest.path("weights")) {
            String name =
                    count.path("part").asText() + ", " + count.path("class").asText();
            counts.put("rows of " + name, rows(count, "rows"));
            counts.put("rows of " + name + " with negative weight", rows(count, "negative"));
            counts.put("sum of weights of " + name, number(count, "sum"));
            counts.put("effective number of " + name, number(count, "effective"));
            counts.put("sum of training weights of " + name, number(count, "training-sum"));
        }
        return counts;
    }

    private static String rows(JsonNode count, String key) {
        return String.format(Locale.ROOT, "%,d", count.path(key).asLong());
    }

    private static String number(JsonNode count, String key) {
        return Rounding.value(count.path(key).asDouble(Double.NaN));
    }
}
