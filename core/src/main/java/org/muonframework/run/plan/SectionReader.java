package org.muonframework.run.plan;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.Problems;
import org.muonframework.config.SettingsBinder;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.plugin.Service;
import org.muonframework.plugin.ServiceKind;
import org.muonframework.spi.DatasetProvider;
import org.muonframework.spi.Provider;
import org.muonframework.spi.problem.Suggestions;

/** Reads sections of the form {@code { type = NAME, … }}: finds the service and binds its settings. */
public final class SectionReader {

    private static final String TYPE = "type";

    private final PluginRegistry registry;
    private final SettingsBinder binder;
    private final Problems problems;

    /** With the services that may be named, the binder of their settings and what takes the problems. */
    public SectionReader(PluginRegistry registry, SettingsBinder binder, Problems problems) {
        this.registry = registry;
        this.binder = binder;
        this.problems = problems;
    }

    /**
     * Reads a section whose keys all belong to the service.
     *
     * @param kind what the section chooses
     * @param path where the section stands: {@code models.trees.trainer}
     * @param lookup finds the service by its name
     * @return empty if anything is wrong; the problems have been collected
     */
    public <P extends Provider<?>> Optional<Configured<P>> read(
            ServiceKind kind, String path, ConfigObject section, Function<String, Optional<Service<P>>> lookup) {
        return read(kind, path, section, lookup, Set.of());
    }

    /** Reads a dataset section, which holds keys of every dataset too. */
    Optional<Configured<DatasetProvider<?>>> dataset(String path, ConfigObject section) {
        return read(ServiceKind.DATASET, path, section, registry::dataset, keysOfEveryDataset());
    }

    private <P extends Provider<?>> Optional<Configured<P>> read(
            ServiceKind kind,
            String path,
            ConfigObject section,
            Function<String, Optional<Service<P>>> lookup,
            Set<String> others) {
        Optional<String> type = type(kind, path, section);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        Optional<Service<P>> service = lookup.apply(type.get());
        if (service.isEmpty()) {
            problems.add(
                    AnalysisFileReader.origin(section.get(TYPE)),
                    "unknown " + kind.label() + " '" + type.get() + "'."
                            + Suggestions.didYouMean(type.get(), registry.names(kind)));
            return Optional.empty();
        }
        Set<String> elsewhere = new HashSet<>(others);
        elsewhere.add(TYPE);
        Class<? extends Record> settings = service.get().provider().settings();
        return binder.bind(section, path, settings, elsewhere, problems)
                .map(bound -> new Configured<>(service.get(), bound, AnalysisFileReader.origin(section)));
    }

    /** The keys that a dataset section of any type may have. */
    static Set<String> keysOfEveryDataset() {
        Set<String> keys = new HashSet<>(SettingsBinder.keys(DatasetSettings.class));
        keys.add(TransformReader.KEY);
        return keys;
    }

    /** The keys of a dataset section that {@link DatasetSettings} lacks; all if the section names no service. */
    Set<String> keysOfDataset(ConfigObject section) {
        Set<String> keys = new HashSet<>(Set.of(TYPE, TransformReader.KEY));
        ConfigValue type = section.get(TYPE);
        Optional<Class<? extends Record>> settings = type == null
                ? Optional.empty()
                : registry.dataset(String.valueOf(type.unwrapped()))
                        .map(service -> service.provider().settings());
        if (settings.isEmpty()) {
            keys.addAll(section.keySet());
        }
        settings.ifPresent(record -> keys.addAll(SettingsBinder.keys(record)));
        return keys;
    }

    private Optional<String> type(ServiceKind kind, String path, ConfigObject section) {
        ConfigValue type = section.get(TYPE);
        if (type == null) {
            problems.add(
                    AnalysisFileReader.origin(section),
                    "'" + path + ".type' is missing. Known: " + String.join(", ", known(kind)) + ".");
            return Optional.empty();
        }
        if (type.valueType() != ConfigValueType.STRING) {
            problems.add(AnalysisFileReader.origin(type), "'" + path + ".type' must be a name, not " + type.render());
            return Optional.empty();
        }
        return Optional.of((String) type.unwrapped());
    }

    private Collection<String> known(ServiceKind kind) {
        List<String> names = registry.names(kind);
        return names.isEmpty() ? List.of("none is installed") : names;
    }
}
