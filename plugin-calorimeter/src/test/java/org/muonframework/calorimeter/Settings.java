package org.muonframework.calorimeter;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import java.util.Set;
import org.muonframework.config.Problems;
import org.muonframework.config.SettingsBinder;

/** Settings as a user writes them. */
public final class Settings {

    private Settings() {}

    /** The settings of a section with this text. */
    public static <S extends Record> S bind(String text, Class<S> type) {
        Problems problems = new Problems();
        ConfigObject section = ConfigFactory.parseString("it { " + text + " }").getObject("it");
        S bound = new SettingsBinder()
                .bind(section, "it", type, Set.of(), problems)
                .orElse(null);
        problems.throwIfAny();
        return bound;
    }
}
