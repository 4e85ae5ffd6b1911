package org.muonframework.run.assemble;

import java.nio.file.Path;
import java.util.Map;
import org.muonframework.spi.Context;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.display.EventDisplay;
import org.slf4j.Logger;

/**
 * What a run offers to a metric.
 *
 * @param general what it offers to every service
 * @param displays the displays of events by their names
 */
record MetricContext(Context general, Map<String, EventDisplay> displays) implements Context {

    MetricContext {
        displays = Map.copyOf(displays);
    }

    @Override
    public RandomStreams random() {
        return general.random();
    }

    @Override
    public int threads() {
        return general.threads();
    }

    @Override
    public Path directory() {
        return general.directory();
    }

    @Override
    public Logger log() {
        return general.log();
    }
}
