package org.muonframework.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Describes every key of a settings record, for people. */
public final class SettingsDescriber {

    /**
     * All keys in the order of the record's components; a nested section comes before its own keys, which are named in
     * full: {@code optimizer}, {@code optimizer.learning-rate}.
     *
     * @param type an annotated record (see {@link org.muonframework.spi.settings})
     */
    public List<SettingDescription> describe(Class<? extends Record> type) {
        List<SettingDescription> descriptions = new ArrayList<>();
        describe(type, "", Set.of(), descriptions);
        return descriptions;
    }

    private static void describe(
            Class<? extends Record> type, String prefix, Set<Class<?>> outer, List<SettingDescription> descriptions) {
        Set<Class<?>> open = new HashSet<>(outer);
        if (!open.add(type)) {
            return;
        }
        for (RecordShape.Setting setting : RecordShape.of(type).settings()) {
            String key = prefix + setting.key();
            descriptions.add(new SettingDescription(
                    key,
                    setting.type().name(),
                    setting.limits().unit(),
                    defaultValue(setting),
                    setting.limits().words(),
                    documentation(setting)));
            describeNested(setting.type(), key, open, descriptions);
        }
    }

    private static void describeNested(
            SettingType type, String key, Set<Class<?>> open, List<SettingDescription> descriptions) {
        if (type instanceof SettingType.Section section) {
            describe(section.type(), key + ".", open, descriptions);
        } else if (type instanceof SettingType.Maybe maybe) {
            describeNested(maybe.element(), key, open, descriptions);
        } else if (type instanceof SettingType.Many many) {
            describeNested(many.element(), key + "[]", open, descriptions);
        } else if (type instanceof SettingType.Named named) {
            describeNested(named.element(), key + ".<name>", open, descriptions);
        }
    }

    private static String documentation(RecordShape.Setting setting) {
        return setting.onlyFor().isEmpty()
                ? setting.documentation()
                : "Only for type " + String.join(" or ", setting.onlyFor()) + ": " + setting.documentation();
    }

    private static String defaultValue(RecordShape.Setting setting) {
        return setting.required() ? "required" : setting.defaultText().orElse("none");
    }
}
