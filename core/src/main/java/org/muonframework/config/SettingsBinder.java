package org.muonframework.config;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.Suggestions;

/**
 * Binds a section of the analysis file to a settings record (see {@link org.muonframework.spi.settings}).
 *
 * <p>A key that the section lacks takes its {@code @Default}; an {@code Optional} without one is empty; a nested record
 * without one is bound from its own defaults; any other is required. Values are taken strictly, with three exceptions:
 * a whole number may be written {@code 1e3}, a number or a boolean may be a text that says the same (so environment
 * variables work), and a text may be written as a number. Beside {@code true} and {@code false}, HOCON's {@code yes},
 * {@code on}, {@code no} and {@code off} are read. HOCON does not keep the order of keys: a {@code Map} comes sorted by
 * name.
 */
public final class SettingsBinder {

    private static final String TYPE = "type";

    /**
     * The section as a record; empty if anything is wrong with the section, which is then in {@code problems}.
     *
     * @param section the resolved section
     * @param path its path in the file, for messages; empty for the root
     * @param type the record
     * @param otherKeys keys in the section that belong to somebody else, such as {@code type}; they are passed over
     * @param problems takes all that is wrong, each with file and line
     * @throws IllegalArgumentException if the record itself is faulty: a component of an unsupported type
     */
    public <S extends Record> Optional<S> bind(
            ConfigObject section, String path, Class<S> type, Set<String> otherKeys, Problems problems) {
        RecordShape<S> shape = RecordShape.of(type);
        Problems found = new Problems();
        refuseUnknownKeys(section, path, shape, otherKeys, found);
        refuseKeysOfOtherTypes(section, path, shape, found);
        List<Object> values = new ArrayList<>();
        for (RecordShape.Setting setting : shape.settings()) {
            value(section, path, setting, found).ifPresent(values::add);
        }
        Optional<S> record = found.isEmpty() ? create(shape, values, section, path, found) : Optional.empty();
        problems.addAll(found.list());
        return record;
    }

    /** The keys that a section bound to this record may have. */
    public static Set<String> keys(Class<? extends Record> type) {
        return Set.copyOf(RecordShape.of(type).keys());
    }

    /**
     * The record of all defaults.
     *
     * @throws ConfigurationException if a setting has no default, or the record refuses its own
     */
    public <S extends Record> S defaults(Class<S> type) {
        Problems problems = new Problems();
        ConfigObject nothing = ConfigFactory.empty(Origins.whole("defaults of " + type.getSimpleName()))
                .root();
        Optional<S> record = bind(nothing, "", type, Set.of(), problems);
        problems.throwIfAny();
        return record.orElseThrow();
    }

    private static void refuseUnknownKeys(
            ConfigObject section, String path, RecordShape<?> shape, Set<String> otherKeys, Problems found) {
        Set<String> known = new TreeSet<>(shape.keys());
        known.addAll(otherKeys);
        new TreeMap<>(section).forEach((key, value) -> {
            if (!known.contains(key)) {
                found.add(
                        AnalysisFileReader.origin(value),
                        "unknown key '" + join(path, key) + "'." + Suggestions.didYouMean(key, known));
            }
        });
    }

    private static void refuseKeysOfOtherTypes(
            ConfigObject section, String path, RecordShape<?> shape, Problems found) {
        typeOf(section, shape).ifPresent(type -> {
            for (RecordShape.Setting setting : shape.settings()) {
                ConfigValue given = section.get(setting.key());
                if (given != null && !setting.isFor(type)) {
                    found.add(
                            AnalysisFileReader.origin(given),
                            "'" + join(path, setting.key()) + "' is for the type "
                                    + String.join(" or ", setting.onlyFor()) + ", and the type is " + type);
                }
            }
        });
    }

    /** The key {@code type} as it stands in the file or in its default; empty if there is none or no such type. */
    private static Optional<String> typeOf(ConfigObject section, RecordShape<?> shape) {
        Optional<String> given = Optional.ofNullable(section.get(TYPE)).map(ScalarText::of);
        return shape.settings().stream()
                .filter(setting -> setting.key().equals(TYPE))
                .flatMap(setting -> given
                        .or(setting::defaultText)
                        .filter(type -> setting.type() instanceof SettingType.Choice choice
                                && choice.constants().containsKey(type))
                        .stream())
                .findFirst();
    }

    /** Empty only when a problem was found. */
    private Optional<Object> value(ConfigObject section, String path, RecordShape.Setting setting, Problems found) {
        ValueReader reader = new ValueReader(this, found);
        String fullPath = join(path, setting.key());
        ConfigValue given = section.get(setting.key());
        if (given != null) {
            return reader.read(given, fullPath, setting.type(), setting.limits());
        } else if (setting.defaultText().isPresent()) {
            ConfigValue value = defaultValue(setting.defaultText().get(), fullPath);
            return reader.read(value, fullPath, setting.type(), setting.limits());
        } else if (setting.type() instanceof SettingType.Maybe) {
            return Optional.of(Optional.empty());
        } else if (setting.type() instanceof SettingType.Section nested) {
            ConfigObject nothing = ConfigFactory.empty().root().withOrigin(section.origin());
            return bind(nothing, fullPath, nested.type(), Set.of(), found).map(Object.class::cast);
        }
        String meaning = setting.documentation().isEmpty() ? "" : ": " + setting.documentation();
        found.add(
                AnalysisFileReader.origin(section),
                "'" + fullPath + "' is missing: expected " + setting.type().expected() + meaning);
        return Optional.empty();
    }

    private static ConfigValue defaultValue(String text, String path) {
        return HoconValue.under(List.of("value"), text, "default of '" + path + "'")
                .root()
                .get("value");
    }

    private static <S extends Record> Optional<S> create(
            RecordShape<S> shape, List<Object> values, ConfigObject section, String path, Problems found) {
        try {
            return Optional.of(shape.create(values));
        } catch (IllegalArgumentException refused) {
            String in = path.isEmpty() ? "" : "in '" + path + "': ";
            String reason = Objects.requireNonNullElse(refused.getMessage(), "these values do not go together");
            found.add(AnalysisFileReader.origin(section), in + reason);
            return Optional.empty();
        }
    }

    private static String join(String path, String key) {
        String quoted = ConfigUtil.joinPath(key);
        return path.isEmpty() ? quoted : path + "." + quoted;
    }
}
