package org.muonframework.spi;

import org.muonframework.spi.display.EventDisplay;

/** Makes displays of events: {@code framework display DATA --event N --type NAME}. */
public interface DisplayProvider<S extends Record> extends Provider<S> {

    /**
     * Makes a display; sees no data yet.
     *
     * @throws org.muonframework.spi.problem.ConfigurationException if the settings contradict each other
     */
    EventDisplay create(S settings, Context context);
}
