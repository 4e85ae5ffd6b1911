package org.muonframework.run.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;

/**
 * Values of several models, one row a quantity.
 *
 * @param models names of the models
 * @param rows the quantities, in the order in which they first occur
 */
public record ValueTable(List<String> models, List<Row> rows) {

    public ValueTable {
        models = List.copyOf(models);
        rows = List.copyOf(rows);
    }

    /**
     * One quantity.
     *
     * @param label its name with its keys
     * @param sample the part it was computed on
     * @param values one a model; empty where a model has none
     */
    public record Row(String label, Part sample, List<Optional<MetricValue>> values) {

        public Row {
            values = List.copyOf(values);
        }

        /** The values as text, empty where there is none. */
        public List<String> texts() {
            return values.stream()
                    .map(value -> value.map(ReportTables::text).orElse(""))
                    .toList();
        }
    }

    /** What a quantity is known by. */
    private record Quantity(String label, Part sample) {}

    /**
     * Puts the values of models beside each other.
     *
     * @param values the values of each model
     */
    public static ValueTable of(Map<String, List<MetricValue>> values) {
        List<String> models = List.copyOf(values.keySet());
        Map<Quantity, List<Optional<MetricValue>>> rows = new LinkedHashMap<>();
        for (int m = 0; m < models.size(); m++) {
            for (MetricValue value : values.get(models.get(m))) {
                List<Optional<MetricValue>> row = rows.computeIfAbsent(
                        new Quantity(ReportTables.label(value), value.sample()), any -> nothing(models.size()));
                if (row.get(m).isEmpty()) {
                    row.set(m, Optional.of(value));
                }
            }
        }
        return new ValueTable(
                models,
                rows.entrySet().stream()
                        .map(row -> new Row(row.getKey().label(), row.getKey().sample(), row.getValue()))
                        .toList());
    }

    private static List<Optional<MetricValue>> nothing(int models) {
        List<Optional<MetricValue>> nothing = new ArrayList<>();
        for (int m = 0; m < models; m++) {
            nothing.add(Optional.empty());
        }
        return nothing;
    }
}
