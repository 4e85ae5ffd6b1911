package org.muonframework.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muonframework.report.Rounding;
import org.muonframework.run.ModelMetric;
import org.muonframework.run.RunOutcome;
import org.muonframework.spi.metric.MetricValue;

/**
 * The result of a run in a few lines.
 *
 * @param outcome what to tell
 */
record OutcomeText(RunOutcome outcome) {

    void print(PrintWriter out) {
        Map<String, List<ModelMetric>> byModel = new LinkedHashMap<>();
        for (ModelMetric metric : outcome.headline()) {
            byModel.computeIfAbsent(metric.model(), name -> new ArrayList<>()).add(metric);
        }
        int width = outcome.headline().stream()
                .mapToInt(metric -> label(metric.value()).length())
                .max()
                .orElse(1);
        byModel.forEach((model, metrics) -> {
            out.println(model + " (" + outcome.evaluated().label() + " sample)");
            metrics.forEach(metric -> out.println(line(metric.value(), width)));
        });
        outcome.failures().forEach(failure -> out.println("failed: " + failure));
        out.println("report: " + outcome.directory().report());
    }

    private static String line(MetricValue value, int width) {
        String label = label(value);
        return "  " + label + " ".repeat(width - label.length()) + "  " + text(value);
    }

    /** {@code bias (method reference, target M)}. */
    private static String label(MetricValue value) {
        return value.keys().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .reduce((one, other) -> one + ", " + other)
                .map(keys -> value.name() + " (" + keys + ")")
                .orElse(value.name());
    }

    private static String text(MetricValue value) {
        String number = Rounding.interval(value.value(), value.low(), value.high());
        return value.unit().isEmpty() ? number : number + " " + value.unit();
    }
}
