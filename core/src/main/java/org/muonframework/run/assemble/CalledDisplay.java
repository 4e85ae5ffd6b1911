package org.muonframework.run.assemble;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muonframework.plugin.Service;
import org.muonframework.run.plan.Configured;
import org.muonframework.spi.Context;
import org.muonframework.spi.DisplayProvider;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.display.Event;
import org.muonframework.spi.display.EventDisplay;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Scene;

/** A display of a plugin, called with the plugin's class loader whoever calls it. */
public record CalledDisplay(Service<?> service, EventDisplay display) implements EventDisplay {

    /** Makes displays, each under its name. */
    public static Map<String, EventDisplay> all(List<Configured<DisplayProvider<?>>> chosen, Context context) {
        Map<String, EventDisplay> displays = new LinkedHashMap<>();
        chosen.forEach(one ->
                displays.put(one.service().name(), new CalledDisplay(one.service(), Providers.display(one, context))));
        return displays;
    }

    @Override
    public Optional<String> objection(Schema columns) {
        return service.call(provider -> display.objection(columns));
    }

    @Override
    public Set<String> columns(Schema columns) {
        return service.call(provider -> display.columns(columns));
    }

    @Override
    public Scene scene(Event event) {
        return service.call(provider -> display.scene(event));
    }

    @Override
    public List<Figure> figures(Event event) {
        return service.call(provider -> display.figures(event));
    }
}
