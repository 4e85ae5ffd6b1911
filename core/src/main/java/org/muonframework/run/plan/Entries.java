package org.muonframework.run.plan;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The entries of a section: which are there, and in which order. */
final class Entries {

    private Entries() {}

    /** Some keys together with others. */
    static Set<String> with(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    /** A section that is {@code null} is not there: this is how a file takes one of its preset's away. */
    static ConfigObject written(ConfigObject object, Set<String> sections) {
        ConfigObject written = object;
        for (String key : sections) {
            ConfigValue value = object.get(key);
            if (value != null && value.valueType() == ConfigValueType.NULL) {
                written = written.withoutKey(key);
            }
        }
        return written;
    }

    /** HOCON objects have no order: entries come in the order in which they stand in their file; null is no entry. */
    static Map<String, ConfigValue> byPosition(ConfigObject object) {
        Map<String, ConfigValue> sorted = new LinkedHashMap<>();
        object.entrySet().stream()
                .filter(entry -> entry.getValue().valueType() != ConfigValueType.NULL)
                .sorted(Comparator.<Map.Entry<String, ConfigValue>>comparingInt(
                                entry -> entry.getValue().origin().lineNumber())
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
