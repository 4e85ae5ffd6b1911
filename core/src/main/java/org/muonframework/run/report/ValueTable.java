package org.muonframework.run.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;

/**
 * Values beside each other, one row a quantity and one column a model, a run or a sample.
 *
 * @param columns names of the columns
 * @param rows the quantities, in the order in which they first occur
 */
public record ValueTable(List<String> columns, List<Row> rows) {

    public ValueTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * One quantity.
     *
     * @param label its name with its keys
     * @param sample the part it was computed on
     * @param values one a column; empty where it has none
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
     * Puts values beside each other.
     *
     * @param values the values of each column
     */
    public static ValueTable of(Map<String, List<MetricValue>> values) {
        List<String> columns = List.copyOf(values.keySet());
        Map<Quantity, List<Optional<MetricValue>>> rows = new LinkedHashMap<>();
        for (int c = 0; c < columns.size(); c++) {
            for (MetricValue value : values.get(columns.get(c))) {
                List<Optional<MetricValue>> row = rows.computeIfAbsent(
                        new Quantity(ReportTables.label(value), value.sample()), any -> nothing(columns.size()));
                if (row.get(c).isEmpty()) {
                    row.set(c, Optional.of(value));
                }
            }
        }
        return new ValueTable(
                columns,
                rows.entrySet().stream()
                        .map(row -> new Row(row.getKey().label(), row.getKey().sample(), row.getValue()))
                        .toList());
    }

    private static List<Optional<MetricValue>> nothing(int columns) {
        List<Optional<MetricValue>> nothing = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            nothing.add(Optional.empty());
        }
        return nothing;
    }
}
