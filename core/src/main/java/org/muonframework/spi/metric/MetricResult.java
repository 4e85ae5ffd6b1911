package org.muonframework.spi.metric;

import java.util.List;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Scene;

/**
 * What a metric found.
 *
 * @param values numbers, the most important first
 * @param figures pictures, the most important first
 * @param scenes pictures in space, such as displays of events; the report shows them behind the figures
 * @param notes sentences for the reader of the report: what was left out and why, on how many rows it was computed
 * @param warnings what the reader must know before believing the values; stands at the top of the report
 */
public record MetricResult(
        List<MetricValue> values, List<Figure> figures, List<Scene> scenes, List<String> notes, List<String> warnings) {

    public MetricResult {
        values = List.copyOf(values);
        figures = List.copyOf(figures);
        scenes = List.copyOf(scenes);
        notes = List.copyOf(notes);
        warnings = List.copyOf(warnings);
    }

    /** A result without scenes. */
    public MetricResult(List<MetricValue> values, List<Figure> figures, List<String> notes, List<String> warnings) {
        this(values, figures, List.of(), notes, warnings);
    }

    /** A result without warnings. */
    public MetricResult(List<MetricValue> values, List<Figure> figures, List<String> notes) {
        this(values, figures, notes, List.of());
    }

    /** A result without notes. */
    public static MetricResult of(List<MetricValue> values, List<Figure> figures) {
        return new MetricResult(values, figures, List.of());
    }

    /** The same result with other values. */
    public MetricResult withValues(List<MetricValue> others) {
        return new MetricResult(others, figures, scenes, notes, warnings);
    }

    /** The same result with scenes. */
    public MetricResult withScenes(List<Scene> pictures) {
        return new MetricResult(values, figures, pictures, notes, warnings);
    }
}
