package org.muonframework.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Scene;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;

/** Gathers what a metric finds. */
public final class Findings {

    private final List<MetricValue> values = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<Scene> scenes = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /**
     * Adds a value; one with a reason under {@code note} is named among the warnings, or among the notes where it stands
     * for a bin, a class or another part only.
     */
    public void add(MetricValue value) {
        values.add(value);
        Optional.ofNullable(value.keys().get("note")).ifPresent(reason -> {
            String text = value.name() + " on the " + value.sample().label() + " part does not exist: " + reason;
            if (value.standsForTheWhole()) {
                warn(text);
            } else {
                note(text);
            }
        });
    }

    /** Adds a value that does not exist, with the reason. */
    public void addMissing(MetricValue value, String reason) {
        add(value.with("note", reason));
    }

    /** Adds a figure. */
    public void add(Figure figure) {
        figures.add(figure);
    }

    /** Adds a scene. */
    public void add(Scene scene) {
        scenes.add(scene);
    }

    /** Adds a sentence for the reader, once. */
    public void note(String note) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    /** Adds what the reader must know before believing the values, once. */
    public void warn(String warning) {
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    /** Everything gathered so far, in order. */
    public MetricResult result() {
        return new MetricResult(values, figures, scenes, notes, warnings);
    }
}
