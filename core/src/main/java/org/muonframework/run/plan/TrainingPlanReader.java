package org.muonframework.run.plan;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.Problems;
import org.muonframework.config.SettingsBinder;

/**
 * Reads how a model is trained beyond its trainer. A section of an entry of {@code models} takes the place of the
 * analysis' own as a whole, and {@code null} takes that away.
 */
final class TrainingPlanReader {

    private final ConfigObject root;
    private final SettingsBinder binder;
    private final Problems problems;

    TrainingPlanReader(ConfigObject root, SettingsBinder binder, Problems problems) {
        this.root = root;
        this.binder = binder;
        this.problems = problems;
    }

    /**
     * Reads all of them.
     *
     * @param entry the entry of {@code models}, or the root for the only model
     * @param path the path of the entry with a dot behind it: {@code models.trees.}; empty for the root
     * @param inputs the columns that the model sees
     * @param grid reads the section of the grid, which stands at a path
     */
    TrainingPlan read(
            ConfigObject entry,
            String path,
            List<String> inputs,
            BiFunction<ConfigObject, String, Optional<GridPlan>> grid) {
        Optional<RegionSettings> regions = section(entry, path, RegionSettings.KEY, RegionSettings.class);
        return new TrainingPlan(
                regions.map(settings -> settings.regions(inputs)),
                regions.map(RegionSettings::derived).orElse(Map.of()),
                object(entry, path, GridSettings.KEY)
                        .flatMap(section -> grid.apply(section, at(entry, path, GridSettings.KEY))),
                section(entry, path, EnsembleSettings.KEY, EnsembleSettings.class)
                        .map(EnsembleSettings::members),
                section(entry, path, OmitSettings.KEY, OmitSettings.class),
                trainOn(entry, path));
    }

    private <S extends Record> Optional<S> section(ConfigObject entry, String path, String key, Class<S> type) {
        return object(entry, path, key)
                .flatMap(section -> binder.bind(section, at(entry, path, key), type, Set.of(), problems));
    }

    /** The section of this key, of the entry or else of the analysis. */
    private Optional<ConfigObject> object(ConfigObject entry, String path, String key) {
        Optional<ConfigValue> value = value(entry, key);
        if (value.isPresent() && !(value.get() instanceof ConfigObject)) {
            problems.add(
                    AnalysisFileReader.origin(value.get()),
                    "'" + at(entry, path, key) + "' must be a section { … }, not "
                            + value.get().render(ConfigRenderOptions.concise()));
        }
        return value.filter(ConfigObject.class::isInstance).map(ConfigObject.class::cast);
    }

    /** Where a key stands: {@code models.trees.grid}, or {@code grid} for the analysis' own. */
    private static String at(ConfigObject entry, String path, String key) {
        return (entry.containsKey(key) ? path : "") + key;
    }

    private Optional<ConfigValue> value(ConfigObject entry, String key) {
        ConfigValue value = entry.containsKey(key) ? entry.get(key) : root.get(key);
        return Optional.ofNullable(value).filter(any -> any.valueType() != ConfigValueType.NULL);
    }

    private Optional<String> trainOn(ConfigObject entry, String path) {
        Optional<ConfigValue> value = value(entry, TrainingPlan.TRAIN_ON);
        value.filter(any -> any.valueType() != ConfigValueType.STRING)
                .ifPresent(any -> problems.add(
                        AnalysisFileReader.origin(any),
                        "'" + at(entry, path, TrainingPlan.TRAIN_ON) + "' must be a condition in quotes, not "
                                + any.render(ConfigRenderOptions.concise())));
        return value.filter(any -> any.valueType() == ConfigValueType.STRING)
                .map(any -> String.valueOf(any.unwrapped()));
    }
}
