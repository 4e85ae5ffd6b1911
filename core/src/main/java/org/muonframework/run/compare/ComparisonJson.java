package org.muonframework.run.compare;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.muonframework.run.report.ValueTable;
import org.muonframework.run.result.AucContrast;
import org.muonframework.spi.metric.MetricValue;

/**
 * The values of a comparison for other programs: {@code models}, {@code values} (for each quantity one entry a model,
 * or null), {@code auc-differences}, the differences of {@code configuration} and {@code counts} by run, and
 * {@code warnings}. A number that does not exist is {@code null}.
 */
final class ComparisonJson {

    private ComparisonJson() {}

    static String of(Comparison comparison) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode models = root.putArray("models");
        for (ComparedModel model : comparison.models()) {
            models.addObject()
                    .put("name", model.name())
                    .put("run", model.run().directory().path().toString())
                    .put("model", model.model())
                    .put("evaluated", model.run().evaluated().label());
        }
        ArrayNode values = root.putArray("values");
        comparison
                .values()
                .rows()
                .forEach(row ->
                        addRow(values.addObject(), row, comparison.values().columns()));
        ArrayNode contrasts = root.putArray("auc-differences");
        comparison.contrasts().forEach(contrast -> addContrast(contrasts.addObject(), contrast));
        addDifferences(root.putObject("configuration"), comparison.configuration(), comparison.runs());
        addDifferences(root.putObject("counts"), comparison.counts(), comparison.runs());
        comparison.warnings().forEach(root.putArray("warnings")::add);
        return root.toPrettyString() + "\n";
    }

    private static void addRow(ObjectNode entry, ValueTable.Row row, List<String> models) {
        entry.put("quantity", row.label()).put("sample", row.sample().label());
        ObjectNode values = entry.putObject("values");
        for (int m = 0; m < models.size(); m++) {
            Optional<MetricValue> value = row.values().get(m);
            if (value.isEmpty()) {
                values.putNull(models.get(m));
                continue;
            }
            ObjectNode numbers = values.putObject(models.get(m));
            put(numbers, "value", value.get().value());
            put(numbers, "low", value.get().low());
            put(numbers, "high", value.get().high());
            numbers.put("unit", value.get().unit());
        }
    }

    private static void addContrast(ObjectNode entry, AucContrast contrast) {
        entry.put("class", contrast.name()).put("model", contrast.model()).put("against", contrast.against());
        put(entry, "difference", contrast.difference().difference());
        put(entry, "error", contrast.difference().error());
        put(entry, "p-value", contrast.difference().pValue());
        entry.put("paired", contrast.paired()).put("basis", contrast.basis());
    }

    private static void addDifferences(ObjectNode object, List<Difference> differences, List<String> runs) {
        for (Difference difference : differences) {
            ObjectNode texts = object.putObject(difference.what());
            for (int r = 0; r < runs.size(); r++) {
                texts.put(runs.get(r), difference.texts().get(r));
            }
        }
    }

    private static void put(ObjectNode entry, String key, double value) {
        if (Double.isFinite(value)) {
            entry.put(key, value);
        } else {
            entry.putNull(key);
        }
    }
}
