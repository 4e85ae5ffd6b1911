package org.muonframework.run.plan;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.Problems;
import org.muonframework.config.SettingsBinder;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.plugin.ServiceKind;
import org.muonframework.spi.ModelProvider;
import org.muonframework.spi.TrainerProvider;

/**
 * Reads the section {@code grid}: lists of values for keys of {@code model} and {@code trainer}. Every combination is
 * bound as if its values stood there, so that whatever is wrong with one is found now.
 *
 * <p>A key may be written in quotes, {@code "trainer.max-depth" = [5, 6]}, or as sections, {@code trainer { max-depth =
 * [5, 6] }}. As all begin with {@code model.} or {@code trainer.}, none can be taken for an option.
 */
final class GridReader {

    private static final String MODEL = "model";
    private static final String TRAINER = "trainer";
    private static final String TYPE = "type";
    private static final int MOST_POINTS = 10_000;

    private final PluginRegistry registry;
    private final SettingsBinder binder;
    private final Problems problems;

    GridReader(PluginRegistry registry, SettingsBinder binder, Problems problems) {
        this.registry = registry;
        this.binder = binder;
        this.problems = problems;
    }

    /**
     * What is bound for each point.
     *
     * @param path where the grid stands
     * @param model the section of the model
     * @param trainer the section of the trainer
     */
    private record Base(String path, ConfigObject model, ConfigObject trainer) {}

    /**
     * Reads it.
     *
     * @param grid the section
     * @param path where it stands: {@code grid}, {@code models.trees.grid}
     * @param model the section of the model, which is right by itself
     * @param trainer the section of the trainer, which is right by itself
     */
    Optional<GridPlan> read(ConfigObject grid, String path, ConfigObject model, ConfigObject trainer) {
        Problems found = new Problems();
        Map<String, ConfigList> values = new TreeMap<>();
        Set<String> keys = new HashSet<>();
        grid.forEach((key, value) -> {
            List<String> parts = split(key);
            if (parts.get(0).equals(MODEL) || parts.get(0).equals(TRAINER)) {
                keys.add(key);
                collect(path, parts, value, values, found);
            }
        });
        Optional<GridSettings> settings = binder.bind(grid, path, GridSettings.class, keys, found);
        if (values.isEmpty() && found.isEmpty()) {
            found.add(
                    AnalysisFileReader.origin(grid),
                    "'" + path + "' varies nothing: expected lists of values, such as \"trainer.max-depth\" = [5, 6]");
        }
        Base base = new Base(path, model, trainer);
        values.forEach((key, list) -> check(base, key, list, found));
        List<GridPlan.Point> points =
                found.isEmpty() ? points(base, values, AnalysisFileReader.origin(grid), found) : List.of();
        found.list().forEach(problem -> problems.add(problem.where(), problem.message()));
        return found.isEmpty()
                ? Optional.of(new GridPlan(
                        settings.orElseThrow().folds(),
                        List.copyOf(values.keySet()),
                        points,
                        AnalysisFileReader.origin(grid)))
                : Optional.empty();
    }

    private static List<String> split(String key) {
        try {
            return ConfigUtil.splitPath(key);
        } catch (ConfigException noPath) {
            return List.of(key);
        }
    }

    /** Adds the lists below a key by their full paths. */
    private static void collect(
            String path, List<String> key, ConfigValue value, Map<String, ConfigList> into, Problems found) {
        String name = ConfigUtil.joinPath(key);
        String where = AnalysisFileReader.origin(value);
        if (value instanceof ConfigObject section) {
            new TreeMap<>(section).forEach((inner, innerValue) -> {
                List<String> deeper = new ArrayList<>(key);
                deeper.addAll(split(inner));
                collect(path, deeper, innerValue, into, found);
            });
        } else if (value.valueType() != ConfigValueType.LIST) {
            found.add(where, "'" + path + "': '" + name + "' must be a list of values, not " + shown(value));
        } else if (((ConfigList) value).isEmpty()) {
            found.add(where, "'" + path + "': '" + name + "' has no values");
        } else if (key.size() < 2 || key.get(1).equals(TYPE)) {
            found.add(
                    where,
                    "'" + path + "': '" + name + "' cannot vary, only settings of one model and one trainer; compare"
                            + " others as entries of 'models'");
        } else if (new HashSet<>((ConfigList) value).size() < ((ConfigList) value).size()) {
            found.add(where, "'" + path + "': '" + name + "' has a value twice: " + shown(value));
        } else if (into.put(name, (ConfigList) value) != null) {
            found.add(where, "'" + path + "' has '" + name + "' twice, in quotes and without");
        }
    }

    /** Tries each value alone; what is wrong with an unknown key is the same for all of its values. */
    private void check(Base base, String key, ConfigList values, Problems found) {
        for (ConfigValue value : values) {
            Problems ofValue = new Problems();
            bind(base, Map.of(key, value), ofValue);
            ofValue.list().forEach(problem -> found.add(problem.where(), problem.message()));
        }
    }

    /** The point of some values; empty if anything is wrong. */
    private Optional<GridPlan.Point> bind(Base base, Map<String, ConfigValue> values, Problems found) {
        ConfigObject model = base.model();
        ConfigObject trainer = base.trainer();
        List<String> texts = new ArrayList<>();
        for (Map.Entry<String, ConfigValue> entry : new TreeMap<>(values).entrySet()) {
            List<String> parts = ConfigUtil.splitPath(entry.getKey());
            String inner = ConfigUtil.joinPath(parts.subList(1, parts.size()));
            if (parts.get(0).equals(MODEL)) {
                model = model.toConfig().withValue(inner, entry.getValue()).root();
            } else {
                trainer = trainer.toConfig().withValue(inner, entry.getValue()).root();
            }
            texts.add(text(entry.getValue()));
        }
        SectionReader sections = new SectionReader(registry, binder, found);
        Optional<Configured<ModelProvider<?>>> chosen =
                sections.read(ServiceKind.MODEL, base.path() + "." + MODEL, model, registry::model);
        Optional<Configured<TrainerProvider<?>>> trained =
                sections.read(ServiceKind.TRAINER, base.path() + "." + TRAINER, trainer, registry::trainer);
        return chosen.isPresent() && trained.isPresent()
                ? Optional.of(new GridPlan.Point(texts, chosen.get(), trained.get()))
                : Optional.empty();
    }

    private List<GridPlan.Point> points(Base base, Map<String, ConfigList> values, String where, Problems found) {
        double count = values.values().stream().mapToDouble(ConfigList::size).reduce(1, (a, b) -> a * b);
        if (count > MOST_POINTS) {
            found.add(
                    where,
                    String.format(
                            Locale.ROOT,
                            "'%s' has %.3g combinations, more than %d: take fewer values",
                            base.path(),
                            count,
                            MOST_POINTS));
            return List.of();
        }
        List<Map<String, ConfigValue>> combinations = new ArrayList<>(List.of(new TreeMap<>()));
        values.forEach((key, list) -> {
            List<Map<String, ConfigValue>> longer = new ArrayList<>();
            for (Map<String, ConfigValue> combination : combinations) {
                for (ConfigValue value : list) {
                    Map<String, ConfigValue> next = new TreeMap<>(combination);
                    next.put(key, value);
                    longer.add(next);
                }
            }
            combinations.clear();
            combinations.addAll(longer);
        });
        return combinations.stream()
                .flatMap(combination -> bind(base, combination, found).stream())
                .toList();
    }

    /** A value as it was written: {@code 1e-3}, not {@code 0.001}. */
    private static String text(ConfigValue value) {
        return value instanceof ConfigObject || value instanceof ConfigList
                ? shown(value)
                : value.atKey("value").getString("value");
    }

    private static String shown(ConfigValue value) {
        return value.render(ConfigRenderOptions.concise());
    }
}
