package org.muonframework.calorimeter.resolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.stats.fit.Estimate;

/** Gathers what the metric finds; reasons that hold for several bins become one note. */
final class Found {

    private final Part part;
    private final List<MetricValue> values = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, List<String>> binsByReason = new TreeMap<>();

    Found(Part part) {
        this.part = part;
    }

    /** Adds a value with an interval of one standard error to each side. */
    void add(String name, Estimate estimate, String unit, Map<String, String> keys) {
        values.add(keyed(name, estimate.value(), keys)
                .within(estimate.value() - estimate.error(), estimate.value() + estimate.error())
                .in(unit));
    }

    /** Adds a value that does not exist, with the reason; one of the whole is a warning. */
    void addMissing(String name, Map<String, String> keys, String reason) {
        MetricValue value = keyed(name, Double.NaN, keys).with("note", reason);
        values.add(value);
        if (keys.containsKey("bin")) {
            List<String> bins = binsByReason.computeIfAbsent(reason, none -> new ArrayList<>());
            if (!bins.contains(keys.get("bin"))) {
                bins.add(keys.get("bin"));
            }
        } else if (value.standsForTheWhole()) {
            warn(name + " on the " + part.label() + " part does not exist: " + reason);
        }
    }

    private MetricValue keyed(String name, double number, Map<String, String> keys) {
        MetricValue value = MetricValue.of(name, part, number);
        for (Map.Entry<String, String> key : keys.entrySet()) {
            value = value.with(key.getKey(), key.getValue());
        }
        return value;
    }

    void add(Figure figure) {
        figures.add(figure);
    }

    void note(String note) {
        notes.add(note);
    }

    void warn(String warning) {
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    MetricResult result() {
        List<String> all = new ArrayList<>(notes);
        binsByReason.forEach((reason, bins) -> all.add(
                "In true energies of " + String.join(", ", bins) + " GeV there is no resolution: " + reason + "."));
        return new MetricResult(values, figures, all, warnings);
    }
}
