package org.muonframework.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muonframework.report.Rounding;
import org.muonframework.run.RunOutcome;
import org.muonframework.run.result.ModelMetric;
import org.muonframework.spi.metric.MetricValue;

/**
 * The result of a run in a few lines: the values that stand for the whole, one column a model; of many values of
 * several models the first of each metric.
 *
 * @param outcome what to tell
 */
record OutcomeText(RunOutcome outcome) {

    private static final int MOST_ROWS = 24;
    private static final int MOST_OF_A_METRIC = 4;
    private static final double SHORT = 0.01;
    private static final String GAP = "  ";

    void print(PrintWriter out) {
        List<String> models =
                outcome.headline().stream().map(ModelMetric::model).distinct().toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(Stream.concat(Stream.of(outcome.evaluated().label() + " sample"), models.stream())
                .toList());
        Map<String, Map<String, Map<String, String>>> values = values();
        int all = values.values().stream().mapToInt(Map::size).sum();
        int most = models.size() > 1 && all > MOST_ROWS ? MOST_OF_A_METRIC : all;
        int left = 0;
        for (Map<String, Map<String, String>> metric : values.values()) {
            metric.entrySet().stream()
                    .limit(most)
                    .map(entry -> row(entry.getKey(), entry.getValue(), models))
                    .forEach(rows::add);
            left += Math.max(0, metric.size() - most);
        }
        if (!models.isEmpty()) {
            print(rows, out);
        }
        if (left > 0) {
            out.println(left + " more in " + outcome.directory().metrics());
        }
        out.println("time: " + times());
        outcome.failures().forEach(failure -> out.println("failed: " + failure));
        out.println("report: " + outcome.directory().report());
    }

    /** {@code 41.0 s: reading data 6.1 s, training mlp 30.2 s}, without stages that took less than 1 %. */
    private String times() {
        double all = outcome.seconds().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        return outcome.seconds().entrySet().stream()
                .filter(stage -> stage.getValue() > SHORT * all)
                .map(stage -> stage.getKey() + " " + seconds(stage.getValue()))
                .collect(Collectors.joining(", ", seconds(all) + ": ", ""));
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    /** Texts of the values by metric, label and model, each in the order of the analysis. */
    private Map<String, Map<String, Map<String, String>>> values() {
        Map<String, Map<String, Map<String, String>>> values = new LinkedHashMap<>();
        for (ModelMetric metric : outcome.headline()) {
            values.computeIfAbsent(metric.metric(), name -> new LinkedHashMap<>())
                    .computeIfAbsent(label(metric.value()), label -> new LinkedHashMap<>())
                    .put(metric.model(), text(metric.value()));
        }
        return values;
    }

    private static List<String> row(String label, Map<String, String> texts, List<String> models) {
        return Stream.concat(Stream.of(label), models.stream().map(model -> texts.getOrDefault(model, "")))
                .toList();
    }

    private static void print(List<List<String>> rows, PrintWriter out) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(i == 0 ? "" : GAP)
                        .append(row.get(i))
                        .append(" ".repeat(widths[i] - row.get(i).length()));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    /** {@code bias (method reference, target M)}. */
    private static String label(MetricValue value) {
        return value.keys().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("note"))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .reduce((one, other) -> one + ", " + other)
                .map(keys -> value.name() + " (" + keys + ")")
                .orElse(value.name());
    }

    private static String text(MetricValue value) {
        String number = PlainText.of(Rounding.interval(value.value(), value.low(), value.high()));
        String text = value.unit().isEmpty() ? number : number + " " + value.unit();
        String reason = value.keys().get("note");
        return reason == null ? text : text + " (" + reason + ")";
    }
}
