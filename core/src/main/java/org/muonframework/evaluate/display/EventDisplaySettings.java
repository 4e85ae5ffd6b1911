package org.muonframework.evaluate.display;

import java.util.List;
import java.util.Optional;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** Settings of {@code event-display}. */
@Doc("displays of events, with what the model finds")
public record EventDisplaySettings(
        @Doc("the rows of the evaluated part to show, counted from 1") @Default("[1, 2, 3]") @Range(min = 1)
        List<Integer> events,

        @Doc("the display that draws them; without it the one that reads most of the columns")
        Optional<String> display) {

    public EventDisplaySettings {
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("'events' is empty; say which rows are to be shown");
        }
    }
}
