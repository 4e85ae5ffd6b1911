package org.muonframework.run.plan;

import java.util.Objects;
import org.muonframework.plugin.Service;

/**
 * A service that was chosen, with its settings.
 *
 * @param service the service
 * @param settings its settings, of the record class that the service names
 * @param where the place in the configuration, for messages
 */
public record Configured<P>(Service<P> service, Record settings, String where) {

    public Configured {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(where, "where");
    }
}
