package org.muonframework.spi.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A value stands for the whole")
class MetricValueTest {

    private static final MetricValue VALUE = MetricValue.of("efficiency", Part.TEST, 0.5);

    @Test
    void withoutKeys() {
        assertThat(VALUE.standsForTheWhole()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"corrected", "measure", "method", "metric", "note", "number", "peak", "point", "stage", "target"
            })
    void whateverItsTargetOrMethod(String key) {
        assertThat(VALUE.with(key, "one").standsForTheWhole()).isTrue();
    }

    @ParameterizedTest(name = "but not with the key {0}")
    @ValueSource(strings = {"bin", "class", "feature", "fold", "region", "variable", "variation", "mass", "energy"})
    void notOfAPartOrOneOfMany(String key) {
        assertThat(VALUE.with(key, "one").standsForTheWhole()).isFalse();
        assertThat(VALUE.with("target", "pt").with(key, "one").standsForTheWhole())
                .isFalse();
    }
}
