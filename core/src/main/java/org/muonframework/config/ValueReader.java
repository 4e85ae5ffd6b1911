package org.muonframework.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.muonframework.spi.problem.Suggestions;

/** Reads values as the types of settings; whatever does not fit becomes a problem and reads as empty. */
final class ValueReader {

    private static final double BEYOND_LONG = 0x1p63;
    private static final int LONGEST_SHOWN = 60;

    private final SettingsBinder binder;
    private final Problems problems;

    /** A reader that binds nested records with {@code binder}. */
    ValueReader(SettingsBinder binder, Problems problems) {
        this.binder = binder;
        this.problems = problems;
    }

    /** The value as an object of the component's Java type. */
    Optional<Object> read(ConfigValue value, String path, SettingType type, Limits limits) {
        if (value.valueType() == ConfigValueType.NULL) {
            return refuse(value, "'" + path + "' has no value: expected " + type.expected());
        } else if (type instanceof SettingType.Maybe maybe) {
            return read(value, path, maybe.element(), limits).map(Optional::of);
        } else if (type instanceof SettingType.Many many) {
            return list(value, path, many, limits);
        } else if (type instanceof SettingType.Named named) {
            return map(value, path, named, limits);
        } else if (type instanceof SettingType.Section section) {
            return value instanceof ConfigObject object
                    ? binder.bind(object, path, section.type(), Set.of(), problems)
                            .map(Object.class::cast)
                    : wrongType(value, path, type);
        }
        return scalar(value, path, type, limits);
    }

    private Optional<Object> scalar(ConfigValue value, String path, SettingType type, Limits limits) {
        if (value instanceof ConfigObject || value instanceof ConfigList) {
            return wrongType(value, path, type);
        } else if (type instanceof SettingType.WholeNumber whole) {
            return wholeNumber(value, path, whole, limits);
        } else if (type instanceof SettingType.Decimal) {
            return number(value)
                    .map(number -> decimal(value, path, number.doubleValue(), limits))
                    .orElseGet(() -> wrongType(value, path, type));
        } else if (type instanceof SettingType.Truth) {
            return truth(value, path, type);
        } else if (type instanceof SettingType.Choice choice) {
            return choice(value, path, choice);
        }
        return Optional.of(ScalarText.of(value));
    }

    private Optional<Object> wholeNumber(ConfigValue value, String path, SettingType.WholeNumber type, Limits limits) {
        Optional<Number> number = number(value);
        if (number.isEmpty()) {
            return wrongType(value, path, type);
        }
        double approximate = number.get().doubleValue();
        if (Double.isFinite(approximate) && approximate != Math.rint(approximate)) {
            return wrongType(value, path, type);
        }
        long exact = number.get().longValue();
        if (Math.abs(approximate) >= BEYOND_LONG && !(number.get() instanceof Long)
                || !type.wide() && exact != (int) exact) {
            return refuse(value, "'" + path + "' is too large a number: " + shown(value));
        }
        return limits.allow(approximate)
                ? Optional.of(type.wide() ? (Object) exact : (Object) (int) exact)
                : outOfRange(value, path, limits);
    }

    private Optional<Object> decimal(ConfigValue value, String path, double number, Limits limits) {
        if (!Double.isFinite(number)) {
            return refuse(value, "'" + path + "' is too large a number: " + shown(value));
        }
        return limits.allow(number) ? Optional.of(number) : outOfRange(value, path, limits);
    }

    private Optional<Object> truth(ConfigValue value, String path, SettingType type) {
        return switch (ScalarText.of(value)) {
            case "true", "yes", "on" -> Optional.of(true);
            case "false", "no", "off" -> Optional.of(false);
            default -> wrongType(value, path, type);
        };
    }

    private Optional<Object> choice(ConfigValue value, String path, SettingType.Choice type) {
        String name = ScalarText.of(value);
        if (type.constants().containsKey(name)) {
            return Optional.of(type.constants().get(name));
        }
        String near = Suggestions.nearest(name, type.constants().keySet())
                .map(candidate -> ". Did you mean '" + candidate + "'?")
                .orElse("");
        return refuse(value, "'" + path + "' must be " + type.expected() + ", not " + shown(value) + near);
    }

    private Optional<Object> list(ConfigValue value, String path, SettingType.Many type, Limits limits) {
        if (!(value instanceof ConfigList list)) {
            return refuse(
                    value,
                    "'" + path + "' must be a list, not " + shown(value)
                            + (value instanceof ConfigObject ? "" : ": write [" + shown(value) + "]"));
        }
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            read(list.get(i), path + "[" + i + "]", type.element(), limits).ifPresent(elements::add);
        }
        return elements.size() == list.size() ? Optional.of(List.copyOf(elements)) : Optional.empty();
    }

    private Optional<Object> map(ConfigValue value, String path, SettingType.Named type, Limits limits) {
        if (!(value instanceof ConfigObject section)) {
            return wrongType(value, path, type);
        }
        Map<String, Object> elements = new LinkedHashMap<>();
        new TreeMap<>(section).forEach((name, element) -> read(
                        element, path + "." + ConfigUtil.joinPath(name), type.element(), limits)
                .ifPresent(read -> elements.put(name, read)));
        return elements.size() == section.size()
                ? Optional.of(Collections.unmodifiableMap(elements))
                : Optional.empty();
    }

    /** A number, or a text that is one, as it comes from an environment variable. */
    private static Optional<Number> number(ConfigValue value) {
        if (value.unwrapped() instanceof Number number) {
            return Optional.of(number);
        }
        String text = ScalarText.of(value);
        return text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")
                ? Optional.of(text.matches("[-+]?\\d{1,18}") ? (Number) Long.valueOf(text) : Double.valueOf(text))
                : Optional.empty();
    }

    private Optional<Object> wrongType(ConfigValue value, String path, SettingType type) {
        return refuse(value, "'" + path + "' must be " + type.expected() + ", not " + shown(value));
    }

    private Optional<Object> outOfRange(ConfigValue value, String path, Limits limits) {
        return refuse(value, "'" + path + "' must be " + limits.wordsWithUnit() + ", not " + shown(value));
    }

    private Optional<Object> refuse(ConfigValue value, String message) {
        problems.add(AnalysisFileReader.origin(value), message);
        return Optional.empty();
    }

    private static String shown(ConfigValue value) {
        if (value instanceof ConfigObject) {
            return "a section";
        } else if (value instanceof ConfigList) {
            return "a list";
        }
        String text = value.unwrapped() instanceof String
                ? value.render(ConfigRenderOptions.concise())
                : ScalarText.of(value);
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
