package org.muonframework.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.OnlyFor;
import org.muonframework.spi.settings.Range;
import org.muonframework.spi.settings.Unit;

/**
 * What the annotations of a settings record say.
 *
 * @param type the record
 * @param settings one for each component, in order
 */
record RecordShape<S extends Record>(Class<S> type, List<Setting> settings) {

    /**
     * One component: its key in the file, its type, the text of its default, limits of its numbers, its meaning, and
     * the values of the key {@code type} that it is for (none if for all).
     */
    record Setting(
            String key,
            SettingType type,
            Optional<String> defaultText,
            Limits limits,
            String documentation,
            List<String> onlyFor) {

        /** Whether it has a meaning for this value of the key {@code type}. */
        boolean isFor(String chosen) {
            return onlyFor.isEmpty() || onlyFor.contains(chosen);
        }

        /** Whether the user has to give it. */
        boolean required() {
            return defaultText.isEmpty()
                    && !(type instanceof SettingType.Maybe)
                    && !(type instanceof SettingType.Section);
        }
    }

    /**
     * Reads the annotations.
     *
     * @throws IllegalArgumentException where a component's type is not supported, or where it is for a value that the key
     *     {@code type} cannot have
     */
    static <S extends Record> RecordShape<S> of(Class<S> type) {
        List<Setting> settings = Arrays.stream(type.getRecordComponents())
                .map(RecordShape::setting)
                .toList();
        Set<String> types = settings.stream()
                .filter(setting -> setting.key().equals("type"))
                .flatMap(setting -> setting.type() instanceof SettingType.Choice choice
                        ? choice.constants().keySet().stream()
                        : Stream.empty())
                .collect(Collectors.toUnmodifiableSet());
        for (Setting setting : settings) {
            if (!types.containsAll(setting.onlyFor())) {
                throw new IllegalArgumentException(type.getName() + ": '" + setting.key() + "' is for "
                        + setting.onlyFor() + ", and the types are " + new TreeSet<>(types));
            }
        }
        return new RecordShape<>(type, settings);
    }

    private static Setting setting(RecordComponent component) {
        String unit = Optional.ofNullable(component.getAnnotation(Unit.class))
                .map(Unit::value)
                .orElse("");
        return new Setting(
                kebabCase(component.getName()),
                SettingType.of(component.getGenericType()),
                Optional.ofNullable(component.getAnnotation(Default.class)).map(Default::value),
                Optional.ofNullable(component.getAnnotation(Range.class))
                        .map(range -> Limits.of(range, unit))
                        .orElse(Limits.none(unit)),
                Optional.ofNullable(component.getAnnotation(Doc.class))
                        .map(Doc::value)
                        .orElse(""),
                Optional.ofNullable(component.getAnnotation(OnlyFor.class))
                        .map(only -> List.of(only.value()))
                        .orElse(List.of()));
    }

    List<String> keys() {
        return settings.stream().map(Setting::key).toList();
    }

    /**
     * The record of these values, one for each component.
     *
     * @throws IllegalArgumentException what the compact constructor has against them
     */
    S create(List<Object> values) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<S> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(type.getName() + " cannot be created", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " cannot be created", e);
        }
    }

    /** {@code learningRate} to {@code learning-rate}, {@code l2Penalty} to {@code l2-penalty}. */
    private static String kebabCase(String camelCase) {
        return camelCase
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }
}
