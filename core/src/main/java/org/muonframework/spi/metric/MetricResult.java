package org.muonframework.spi.metric;

import java.util.List;
import org.muonframework.spi.figure.Figure;

/**
 * What a metric found.
 *
 * @param values numbers, the most important first
 * @param figures pictures, the most important first
 * @param notes sentences for the reader of the report: what could not be computed and why, what to beware of
 */
public record MetricResult(List<MetricValue> values, List<Figure> figures, List<String> notes) {

    public MetricResult {
        values = List.copyOf(values);
        figures = List.copyOf(figures);
        notes = List.copyOf(notes);
    }

    /** A result without notes. */
    public static MetricResult of(List<MetricValue> values, List<Figure> figures) {
        return new MetricResult(values, figures, List.of());
    }
}
