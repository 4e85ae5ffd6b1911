package org.muonframework.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;

@DisplayName("Values of a metric that is listed twice")
class RepeatsTest {

    private static final MetricValue MASS =
            MetricValue.of("peak-mass", Part.WHOLE, 91.2).with("peak", "z");

    private final Repeats repeats = new Repeats();

    @Test
    @DisplayName("get a key where they would be taken for those of the first, whatever the reason they have")
    void areToldApart() {
        assertThat(told("peak-fit", MASS)).containsExactly(MASS);
        assertThat(told("peak-fit", MASS.with("note", "no rows")))
                .containsExactly(MASS.with("note", "no rows").with("metric", "peak-fit-2"));
        assertThat(told("peak-fit", MASS)).containsExactly(MASS.with("metric", "peak-fit-3"));
    }

    @Test
    @DisplayName("stay as they are where their own keys tell them apart")
    void keepTheirOwnKeys() {
        told("peak-fit", MASS);

        assertThat(told("peak-fit", MASS.with("peak", "upsilon"))).containsExactly(MASS.with("peak", "upsilon"));
    }

    private List<MetricValue> told(String metric, MetricValue value) {
        return repeats.told(metric, MetricResult.of(List.of(value), List.of())).values();
    }
}
