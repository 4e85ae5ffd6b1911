package org.muonframework.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;
import org.muonframework.spi.settings.Unit;

class SettingsDescriberTest {

    enum Policy {
        MEDIAN,
        DROP_ROW
    }

    record Missing(
            @Default("-999") double value,
            @Default("median") Policy policy) {}

    record Sample(@Doc("Which files.") List<String> files) {}

    record Node(Optional<Node> next, Optional<Integer> depth) {}

    record Everything(
            @Doc("Lower edge of the mass window.") @Unit("GeV") @Default("2.5") @Range(min = 0, minExclusive = true)
            double massLow,

            boolean verbose,
            Optional<Long> maxRows,
            Missing missing,
            Map<String, Sample> samples) {}

    private final SettingsDescriber describer = new SettingsDescriber();

    @Test
    void saysEverythingAboutEveryKey() {
        assertThat(describer.describe(Everything.class))
                .containsExactly(
                        new SettingDescription(
                                "mass-low", "number", "GeV", "2.5", "more than 0", "Lower edge of the mass window."),
                        new SettingDescription("verbose", "true or false", "", "required", "", ""),
                        new SettingDescription("max-rows", "whole number", "", "none", "", ""),
                        new SettingDescription("missing", "section", "", "none", "", ""),
                        new SettingDescription("missing.value", "number", "", "-999", "", ""),
                        new SettingDescription("missing.policy", "one of median, drop-row", "", "median", "", ""),
                        new SettingDescription("samples", "section of names, each section", "", "required", "", ""),
                        new SettingDescription(
                                "samples.<name>.files", "list, each text", "", "required", "", "Which files."));
    }

    @Test
    void describesARecordInsideItselfOnce() {
        assertThat(describer.describe(Node.class))
                .extracting(SettingDescription::key)
                .containsExactly("next", "depth");
    }
}
