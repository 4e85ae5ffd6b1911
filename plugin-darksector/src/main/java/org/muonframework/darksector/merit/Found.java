package org.muonframework.darksector.merit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;

/** Gathers what a metric of the search finds; reasons that hold for several masses become one note. */
public final class Found {

    private final List<MetricValue> values = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, List<String>> massesByReason = new TreeMap<>();

    /** Begins with what the scan of the masses has to say. */
    public static Found in(MassScan scan) {
        Found found = new Found();
        found.notes.addAll(scan.notes());
        found.warnings.addAll(scan.warnings());
        return found;
    }

    /** Adds a value. */
    public void add(MetricValue value) {
        values.add(value);
    }

    /** Adds a value that does not exist, or is infinite, with the reason; one of the whole is a warning. */
    public void addMissing(MetricValue value, String reason) {
        values.add(value.with("note", reason));
        String text = value.name() + " on the " + value.sample().label() + " part does not exist: " + reason;
        if (value.standsForTheWhole() && !warnings.contains(text)) {
            warnings.add(text);
        } else if (value.keys().containsKey("mass")) {
            List<String> masses = massesByReason.computeIfAbsent(reason, none -> new ArrayList<>());
            String mass = value.keys().get("mass");
            if (!masses.contains(mass)) {
                masses.add(mass);
            }
        } else if (!notes.contains(text)) {
            notes.add(text);
        }
    }

    /** Adds a figure. */
    public void add(Figure figure) {
        figures.add(figure);
    }

    /** Adds a sentence for the reader. */
    public void note(String note) {
        notes.add(note);
    }

    /** Everything gathered, in order. */
    public MetricResult result() {
        List<String> all = new ArrayList<>(notes);
        massesByReason.forEach((reason, masses) -> all.add("At " + String.join(", ", masses) + " GeV: " + reason));
        return new MetricResult(values, figures, all, warnings);
    }
}
