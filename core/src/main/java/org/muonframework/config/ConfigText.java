package org.muonframework.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a configuration as tidy HOCON: keys sorted, one a line, quotation marks only where they are needed. */
public final class ConfigText {

    private static final String INDENT = "  ";
    private static final int WIDTH = 100;
    private static final Pattern BARE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
    private static final Set<String> RESERVED = Set.of("true", "false", "null", "include");

    private ConfigText() {}

    /**
     * The text of a configuration; reading it again gives an equal one.
     *
     * @param resolved without open substitutions
     */
    public static String render(Config resolved) {
        StringBuilder text = new StringBuilder();
        entries(resolved.root(), "", text);
        return text.toString();
    }

    /** The values of a configuration by full keys, sorted: {@code split.train}, {@code 0.6}; lists on one line. */
    public static SortedMap<String, String> flat(Config resolved) {
        SortedMap<String, String> leaves = new TreeMap<>();
        resolved.entrySet().forEach(entry -> leaves.put(entry.getKey(), onOneLine(entry.getValue())));
        return leaves;
    }

    private static void entries(ConfigObject section, String indent, StringBuilder text) {
        new TreeMap<>(section).forEach((key, value) -> {
            text.append(indent).append(bareOrQuoted(key));
            text.append(value instanceof ConfigObject ? " " : " = ");
            value(value, indent, text);
            text.append('\n');
        });
    }

    private static void value(ConfigValue value, String indent, StringBuilder text) {
        String line = onOneLine(value);
        if (value instanceof ConfigObject section && !section.isEmpty()) {
            text.append("{\n");
            entries(section, indent + INDENT, text);
            text.append(indent).append('}');
        } else if (value instanceof ConfigList list && indent.length() + line.length() > WIDTH) {
            text.append("[\n");
            for (ConfigValue element : list) {
                text.append(indent).append(INDENT);
                value(element, indent + INDENT, text);
                text.append('\n');
            }
            text.append(indent).append(']');
        } else {
            text.append(line);
        }
    }

    private static String onOneLine(ConfigValue value) {
        if (value instanceof ConfigObject section) {
            return new TreeMap<>(section)
                    .entrySet().stream()
                            .map(entry -> bareOrQuoted(entry.getKey()) + " = " + onOneLine(entry.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
        } else if (value instanceof ConfigList list) {
            return list.stream().map(ConfigText::onOneLine).collect(Collectors.joining(", ", "[", "]"));
        }
        return value.unwrapped() instanceof String string ? bareOrQuoted(string) : ScalarText.of(value);
    }

    private static String bareOrQuoted(String string) {
        return BARE.matcher(string).matches() && !RESERVED.contains(string) ? string : ConfigUtil.quoteString(string);
    }
}
