package org.muonframework.run.plan;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.Problems;
import org.muonframework.config.SettingsBinder;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.plugin.ServiceKind;

/** Reads the transforms of a dataset section: {@code transforms { NAME { type = … } }}. */
final class TransformReader {

    /** The key of the section. */
    static final String KEY = "transforms";

    private final PluginRegistry registry;
    private final SettingsBinder binder;
    private final Problems problems;

    TransformReader(PluginRegistry registry, SettingsBinder binder, Problems problems) {
        this.registry = registry;
        this.binder = binder;
        this.problems = problems;
    }

    /**
     * Reads them in the order of the file; one that is {@code null} is none.
     *
     * @param dataset the dataset section
     * @param path where that stands
     */
    List<TransformPlan> read(ConfigObject dataset, String path) {
        ConfigValue section = dataset.get(KEY);
        if (section == null || section.valueType() == ConfigValueType.NULL) {
            return List.of();
        }
        List<TransformPlan> transforms = new ArrayList<>();
        asObject(path + "." + KEY, section)
                .map(Entries::byPosition)
                .ifPresent(entries -> entries.forEach((name, value) ->
                        read(name, path + "." + KEY + "." + name, value).ifPresent(transforms::add)));
        return transforms;
    }

    private Optional<TransformPlan> read(String name, String path, ConfigValue value) {
        return asObject(path, value)
                .flatMap(entry -> new SectionReader(registry, binder, problems)
                        .read(ServiceKind.TRANSFORM, path, entry, registry::transform))
                .map(chosen -> new TransformPlan(name, chosen));
    }

    private Optional<ConfigObject> asObject(String path, ConfigValue value) {
        if (value instanceof ConfigObject object) {
            return Optional.of(object);
        }
        problems.add(
                AnalysisFileReader.origin(value),
                "'" + path + "' must be a section { … }, not " + value.render(ConfigRenderOptions.concise()));
        return Optional.empty();
    }
}
