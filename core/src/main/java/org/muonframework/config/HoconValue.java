package org.muonframework.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A single value written outside a file: in {@code --set key=value}, or as the default of a setting. */
final class HoconValue {

    private HoconValue() {}

    /**
     * {@code key = text}, where the text is HOCON; if it cannot be read so, or is text without quotation marks, it
     * stands for itself: {@code pt > 4 && abs(eta) < 2.5} needs no quotation marks, nor does {@code a#b}.
     *
     * @param key the elements of the key's path
     * @param label where the value was written, for messages
     */
    static Config under(List<String> key, String text, String label) {
        return parsed(key, text, label).orElseGet(() -> parse(key, ConfigUtil.quoteString(text), label));
    }

    private static Optional<Config> parsed(List<String> key, String text, String label) {
        try {
            Config config = parse(key, text, label);
            return isAlone(config.root(), key, !text.stripLeading().startsWith("\""))
                    ? Optional.of(config)
                    : Optional.empty();
        } catch (ConfigException notHocon) {
            return Optional.empty();
        }
    }

    private static Config parse(List<String> key, String text, String label) {
        String path = key.stream().map(ConfigUtil::quoteString).collect(Collectors.joining("."));
        return ConfigFactory.parseString(
                path + " = " + text, ConfigParseOptions.defaults().setOriginDescription(Origins.whole(label)));
    }

    /** Whether there is nothing but the key, so that a text cannot smuggle in further keys, and it is no bare text. */
    private static boolean isAlone(ConfigObject root, List<String> key, boolean unquoted) {
        ConfigValue value = root;
        for (String element : key) {
            if (!(value instanceof ConfigObject section) || section.size() != 1) {
                return false;
            }
            value = section.get(element);
        }
        return !unquoted || isUnresolved(value) || value.valueType() != ConfigValueType.STRING;
    }

    private static boolean isUnresolved(ConfigValue value) {
        return !value.atKey("value").isResolved();
    }
}
