package org.muonframework.run.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.report.Block;
import org.muonframework.report.Rounding;
import org.muonframework.run.result.ModelMetric;

/** The values of each fold beside each other, with their mean and spread. */
final class FoldTable {

    private FoldTable() {}

    /** The table; empty where there are no folds. */
    static Optional<Block> of(List<ModelMetric> metrics, int folds) {
        Map<List<String>, double[]> rows = new LinkedHashMap<>();
        for (ModelMetric metric : metrics) {
            String fold = metric.value().keys().get("fold");
            if (fold != null) {
                List<String> quantity = List.of(
                        metric.model(), name(metric), metric.value().sample().label());
                double[] values = rows.computeIfAbsent(quantity, any -> nothing(folds));
                values[Integer.parseInt(fold)] = metric.value().value();
            }
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<String> headers = new ArrayList<>(List.of("model", "metric", "sample", "mean", "standard deviation"));
        for (int fold = 0; fold < folds; fold++) {
            headers.add("fold " + fold);
        }
        List<List<String>> cells = new ArrayList<>();
        rows.forEach((quantity, values) -> cells.add(row(quantity, values)));
        return Optional.of(new Block.Table("Each fold alone", headers, cells));
    }

    private static double[] nothing(int folds) {
        double[] values = new double[folds];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /** {@code bias (target M) [GeV]}. */
    private static String name(ModelMetric metric) {
        List<String> keys = metric.value().keys().entrySet().stream()
                .filter(entry ->
                        !entry.getKey().equals("fold") && !entry.getKey().equals("note"))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
        String unit = metric.value().unit();
        return metric.value().name()
                + (keys.isEmpty() ? "" : " (" + String.join(", ", keys) + ")")
                + (unit.isEmpty() ? "" : " [" + unit + "]");
    }

    private static List<String> row(List<String> quantity, double[] values) {
        double[] valid = Arrays.stream(values).filter(Double::isFinite).toArray();
        double mean = Arrays.stream(valid).average().orElse(Double.NaN);
        double squares = Arrays.stream(valid)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        List<String> row = new ArrayList<>(quantity);
        row.add(Rounding.value(mean));
        row.add(valid.length > 1 ? Rounding.value(Math.sqrt(squares / (valid.length - 1))) : "");
        Arrays.stream(values).forEach(value -> row.add(Rounding.value(value)));
        return row;
    }
}
