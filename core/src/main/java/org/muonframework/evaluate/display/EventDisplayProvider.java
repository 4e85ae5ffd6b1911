package org.muonframework.evaluate.display;

import org.muonframework.spi.Context;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.metric.Chapter;
import org.muonframework.spi.metric.Metric;

/** {@code event-display}: some events in space, with what the model finds. */
public final class EventDisplayProvider implements MetricProvider<EventDisplaySettings> {

    @Override
    public String name() {
        return "event-display";
    }

    @Override
    public String description() {
        return "displays of events by any installed display that knows the columns, with what the model finds";
    }

    @Override
    public Class<EventDisplaySettings> settings() {
        return EventDisplaySettings.class;
    }

    @Override
    public Chapter chapter() {
        return Chapter.PHYSICS;
    }

    @Override
    public Metric create(EventDisplaySettings settings, Context context) {
        return new EventDisplays(settings, context.displays());
    }
}
