package org.muonframework.run.plan;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import java.util.List;
import java.util.Optional;
import org.muonframework.config.Problems;
import org.muonframework.config.SettingsBinder;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.plugin.ServiceKind;
import org.muonframework.spi.DisplayProvider;

/** The displays of events that are installed, with their settings. */
public final class DisplayReader {

    private final PluginRegistry registry;
    private final SettingsBinder binder;

    /** With the displays that are installed and the binder of their settings. */
    public DisplayReader(PluginRegistry registry, SettingsBinder binder) {
        this.registry = registry;
        this.binder = binder;
    }

    /** All displays with their default settings, by name; one that needs a setting is left out. */
    public List<Configured<DisplayProvider<?>>> defaults() {
        return registry.names(ServiceKind.DISPLAY).stream()
                .flatMap(name -> read(name, ConfigFactory.empty(), new Problems()).stream())
                .toList();
    }

    /**
     * A display with settings of the user.
     *
     * @param problems takes what is wrong: an unknown name or setting
     */
    public Optional<Configured<DisplayProvider<?>>> read(String name, Config settings, Problems problems) {
        return new SectionReader(registry, binder, problems)
                .read(
                        ServiceKind.DISPLAY,
                        "display",
                        settings.withValue("type", ConfigValueFactory.fromAnyRef(name, name))
                                .root(),
                        registry::display);
    }
}
