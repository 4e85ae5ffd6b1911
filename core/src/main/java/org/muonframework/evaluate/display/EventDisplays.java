package org.muonframework.evaluate.display;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.display.Event;
import org.muonframework.spi.display.EventDisplay;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Scene;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.Sample;

/** Shows rows of the evaluated part by one of the installed displays, which sees columns of one number in a row. */
final class EventDisplays implements Metric {

    private final EventDisplaySettings settings;
    private final Map<String, EventDisplay> displays;

    EventDisplays(EventDisplaySettings settings, Map<String, EventDisplay> displays) {
        this.settings = settings;
        this.displays = Map.copyOf(displays);
    }

    @Override
    public List<String> columns(Schema columns) {
        Schema numbers = Schema.of(columns.columns().stream()
                .filter(column -> !column.jagged() && column.type().isNumeric())
                .toList());
        return List.copyOf(new TreeSet<>(choice(numbers).columns()));
    }

    @Override
    public boolean needsModel() {
        return false;
    }

    @Override
    public MetricResult evaluate(Evaluation evaluation) {
        Sample sample = evaluation.evaluatedSample();
        DisplayChoice choice = choice(schema(evaluation, sample));
        Map<String, Column> values = new HashMap<>();
        choice.columns()
                .forEach(name ->
                        values.put(name, new Column.Doubles(sample.columns().get(name))));
        Batch rows = new Batch(sample.rows(), values, sample.part().label() + " part", 1);
        FoundText found = new FoundText(evaluation);
        List<Scene> scenes = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (int number : settings.events()) {
            if (number > sample.rows()) {
                notes.add(
                        "Event " + number + " is not shown: the " + rows.source() + " has " + sample.rows() + " rows.");
                continue;
            }
            Event event = new Event(rows, number - 1);
            String name = "event-" + number;
            String which = "Row " + number + " of the " + rows.source() + ". ";
            Scene scene = choice.display().scene(event);
            scenes.add(scene.named(name)
                    .titled("Event " + number + ": " + scene.title())
                    .captioned(which + scene.caption() + found.of(number - 1)));
            choice.display()
                    .figures(event)
                    .forEach(figure -> figures.add(figure.named(name + "-" + figure.name())
                            .titled("Event " + number + ": " + figure.title())
                            .captioned(which + figure.caption())));
        }
        return new MetricResult(List.of(), figures, scenes, notes, List.of());
    }

    private DisplayChoice choice(Schema columns) {
        return DisplayChoice.of(displays, settings.display(), columns);
    }

    private static Schema schema(Evaluation evaluation, Sample sample) {
        return Schema.of(new TreeSet<>(sample.columns().keySet())
                .stream()
                        .map(name -> evaluation.columns().getOrDefault(name, ColumnSpec.of(name, ColumnType.DOUBLE)))
                        .filter(column -> !column.jagged())
                        .toList());
    }
}
