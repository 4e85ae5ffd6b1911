package org.muonframework.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Merges layers of configuration as HOCON does, with one rule more: a section that gets another {@code type} starts
 * afresh.
 *
 * <p>Where a section has a key {@code type} and an upper layer gives a different one than the layers below, everything
 * that the lower layers say in that section is dropped, at any depth: the keys of a preset's {@code model { type = mlp,
 * hidden = [64] }} are meaningless for the user's {@code model { type = boosted-trees }}. Within one file HOCON's own
 * rule holds. Keys that a section may have whatever its type, such as the {@code selection} of a dataset, stay.
 *
 * <p>Types are compared after substitution, where the layers below take from the whole what they lack. A section is
 * dropped by putting {@code null} between the layers, which in HOCON ends the merging of sections; where keys stay, the
 * others are dropped one by one.
 */
final class LayerStack {

    private static final String TYPE = "type";

    private LayerStack() {}

    /**
     * One resolved configuration.
     *
     * @param layers unresolved, the uppermost first
     * @param lasting the keys that stay when the section of this name gets another type
     * @throws ConfigException if a substitution finds no value
     */
    static Config resolve(List<Config> layers, Map<String, Set<String>> lasting) {
        Config everything = merge(layers).resolve();
        Config stack = ConfigFactory.empty();
        Set<String> dropped = new TreeSet<>();
        for (int i = 0; i < layers.size(); i++) {
            Config below = merge(layers.subList(i, layers.size()))
                    .withFallback(everything)
                    .resolve();
            for (String path : retyped(everything.root(), below.root(), List.of())) {
                if (mayDefine(stack, path)) {
                    dropped.addAll(
                            lasting.containsKey(path)
                                    ? others(below.getObject(path), path, lasting.get(path))
                                    : List.of(path));
                }
            }
            Config barrier = ConfigFactory.empty();
            for (String path : dropped) {
                barrier = barrier.withValue(path, ConfigValueFactory.fromAnyRef(null));
            }
            stack = stack.withFallback(barrier).withFallback(layers.get(i));
        }
        Config resolved = stack.resolve();
        for (String path : dropped) {
            if (resolved.hasPathOrNull(path) && resolved.getIsNull(path)) {
                resolved = resolved.withoutPath(path);
            }
        }
        return resolved;
    }

    /** The paths of those keys of a section that do not stay. */
    private static List<String> others(ConfigObject section, String path, Set<String> lasting) {
        return section.keySet().stream()
                .filter(key -> !lasting.contains(key))
                .map(key -> path + "." + ConfigUtil.joinPath(key))
                .toList();
    }

    private static Config merge(List<Config> layers) {
        return layers.stream().reduce(ConfigFactory.empty(), Config::withFallback);
    }

    /** The paths of the sections whose type is another in the end than below; sections inside these are not listed. */
    private static List<String> retyped(ConfigObject end, ConfigObject below, List<String> at) {
        if (!at.isEmpty() && !type(end).equals(type(below))) {
            return List.of(ConfigUtil.joinPath(at));
        }
        List<String> paths = new ArrayList<>();
        end.forEach((key, value) -> {
            if (value instanceof ConfigObject section && below.get(key) instanceof ConfigObject sectionBelow) {
                List<String> deeper = new ArrayList<>(at);
                deeper.add(key);
                paths.addAll(retyped(section, sectionBelow, deeper));
            }
        });
        return paths;
    }

    /** Whether the layers say something in a section; where that depends on a substitution, they may. */
    private static boolean mayDefine(Config unresolved, String path) {
        try {
            return unresolved.hasPathOrNull(path);
        } catch (ConfigException.NotResolved substitution) {
            return true;
        }
    }

    private static Optional<String> type(ConfigObject section) {
        ConfigValue type = section.get(TYPE);
        return type != null && type.valueType() == ConfigValueType.STRING
                ? Optional.of((String) type.unwrapped())
                : Optional.empty();
    }

    /** The paths of all keys of all layers that can be known before substitution, for suggestions. */
    static Set<String> paths(List<Config> layers) {
        Set<String> paths = new TreeSet<>();
        layers.forEach(layer -> addPaths(layer.root(), List.of(), paths));
        return paths;
    }

    private static void addPaths(ConfigObject section, List<String> at, Set<String> paths) {
        try {
            section.forEach((key, value) -> {
                List<String> deeper = new ArrayList<>(at);
                deeper.add(key);
                paths.add(ConfigUtil.joinPath(deeper));
                if (value instanceof ConfigObject inner) {
                    addPaths(inner, deeper, paths);
                }
            });
        } catch (ConfigException.NotResolved merged) {
            // The keys of a section that is joined from substitutions are not known yet: nothing to suggest.
        }
    }
}
