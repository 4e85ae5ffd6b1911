package org.muonframework.dimuon.spinquest.kinematics;

import java.util.ArrayList;
import java.util.List;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;

/** Gathers what the metric finds on the evaluated part. */
final class Found {

    private final Part part;
    private final List<MetricValue> values = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    Found(Part part) {
        this.part = part;
    }

    /** A value of a target, yet without unit and interval. */
    MetricValue value(String name, String target, double value) {
        return MetricValue.of(name, part, value).with("target", target);
    }

    /** The same within one error to each side. */
    MetricValue value(String name, String target, double value, double error) {
        return value(name, target, value).within(value - error, value + error);
    }

    void add(MetricValue value) {
        values.add(value);
    }

    /** Adds a value that does not exist, and warns with the reason. */
    void addMissing(MetricValue value, String reason) {
        values.add(value.with("note", reason));
        warn(value.name() + " of " + value.keys().get("target") + " on the " + part.label() + " part does not exist: "
                + reason);
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
        return new MetricResult(values, figures, notes, warnings);
    }
}
