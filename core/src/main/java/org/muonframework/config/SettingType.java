package org.muonframework.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The types that a settings record's components may have. */
sealed interface SettingType {

    /** What the user has to give, in words: {@code a whole number}. */
    String expected();

    /** The type's name in descriptions: {@code whole number}. */
    default String name() {
        return expected().replaceFirst("^an? ", "");
    }

    /** An {@code int}, or a {@code long} where {@code wide}. */
    record WholeNumber(boolean wide) implements SettingType {
        @Override
        public String expected() {
            return "a whole number";
        }
    }

    /** A {@code double}. */
    record Decimal() implements SettingType {
        @Override
        public String expected() {
            return "a number";
        }
    }

    /** A {@code boolean}. */
    record Truth() implements SettingType {
        @Override
        public String expected() {
            return "true or false";
        }
    }

    /** A {@code String}. */
    record Text() implements SettingType {
        @Override
        public String expected() {
            return "a text";
        }
    }

    /** An enum; its constants by their names in the file. */
    record Choice(Map<String, Object> constants) implements SettingType {
        @Override
        public String expected() {
            return "one of " + String.join(", ", constants.keySet());
        }
    }

    /** A nested record. */
    record Section(Class<? extends Record> type) implements SettingType {
        @Override
        public String expected() {
            return "a section { … }";
        }

        @Override
        public String name() {
            return "section";
        }
    }

    /** An {@code Optional}. */
    record Maybe(SettingType element) implements SettingType {
        @Override
        public String expected() {
            return element.expected();
        }

        @Override
        public String name() {
            return element.name();
        }
    }

    /** A {@code List}. */
    record Many(SettingType element) implements SettingType {
        @Override
        public String expected() {
            return "a list [ … ]";
        }

        @Override
        public String name() {
            return "list, each " + element.name();
        }
    }

    /** A {@code Map} from names that the user chooses. */
    record Named(SettingType element) implements SettingType {
        @Override
        public String expected() {
            return "a section { name = … }";
        }

        @Override
        public String name() {
            return "section of names, each " + element.name();
        }
    }

    /**
     * The type of a record component.
     *
     * @throws IllegalArgumentException if a settings record may not have such a component
     */
    static SettingType of(Type type) {
        if (type == int.class || type == Integer.class) {
            return new WholeNumber(false);
        } else if (type == long.class || type == Long.class) {
            return new WholeNumber(true);
        } else if (type == double.class || type == Double.class) {
            return new Decimal();
        } else if (type == boolean.class || type == Boolean.class) {
            return new Truth();
        } else if (type == String.class) {
            return new Text();
        } else if (type instanceof Class<?> simple && simple.isEnum()) {
            return new Choice(constants(simple));
        } else if (type instanceof Class<?> simple && simple.isRecord()) {
            return new Section(simple.asSubclass(Record.class));
        } else if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        throw unsupported(type);
    }

    private static SettingType ofGeneric(ParameterizedType type) {
        List<Type> arguments = List.of(type.getActualTypeArguments());
        if (type.getRawType() == Optional.class) {
            return new Maybe(of(arguments.get(0)));
        } else if (type.getRawType() == List.class) {
            return new Many(of(arguments.get(0)));
        } else if (type.getRawType() == Map.class && arguments.get(0) == String.class) {
            return new Named(of(arguments.get(1)));
        }
        throw unsupported(type);
    }

    private static Map<String, Object> constants(Class<?> type) {
        Map<String, Object> constants = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            constants.put(((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
        return constants;
    }

    private static IllegalArgumentException unsupported(Type type) {
        return new IllegalArgumentException("a settings record cannot have a component of type " + type.getTypeName());
    }
}
