package org.muonframework.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;
import java.util.List;

/** The command line's {@code --set key=value} options as one layer of configuration; later ones win. */
public final class Overrides {

    private Overrides() {}

    /** Reads all options; those that are not {@code key=value} are added to the problems. */
    public static Config parse(List<String> options, Problems problems) {
        Config layer = ConfigFactory.empty();
        for (String option : options) {
            layer = parse(option, problems).withFallback(layer);
        }
        return layer;
    }

    private static Config parse(String option, Problems problems) {
        String label = "--set " + option;
        int equals = option.indexOf('=');
        if (equals < 0) {
            problems.add(label, "expected key=value, such as --set trainer.epochs=50");
            return ConfigFactory.empty();
        }
        try {
            List<String> key = ConfigUtil.splitPath(option.substring(0, equals).strip());
            return HoconValue.under(key, option.substring(equals + 1).strip(), label);
        } catch (ConfigException badKey) {
            problems.add(
                    label,
                    "'" + option.substring(0, equals) + "' is not a key: expected key=value with names joined"
                            + " by dots, such as --set trainer.epochs=50");
            return ConfigFactory.empty();
        }
    }
}
