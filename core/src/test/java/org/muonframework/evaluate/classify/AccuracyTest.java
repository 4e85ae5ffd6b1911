package org.muonframework.evaluate.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.evaluate.Case;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;

@DisplayName("The accuracy")
class AccuracyTest {

    @Test
    void stands_beside_that_of_a_reference_which_is_wrong_where_it_names_no_class() {
        Sample test = new Sample(
                Part.TEST,
                new int[] {0, 1, 1, 0, 1},
                new float[0][],
                new float[][] {{.1f, .9f, .9f, .1f, .9f}},
                new double[] {1, 2, 3, 4, 5},
                Map.of("cut", new double[] {0, 1, -1, Double.NaN, 0.5}));
        Metric metric = Case.metric(new AccuracyProvider(), new AccuracySettings(Optional.of("cut")));
        assertThat(metric.columns()).containsExactly("cut");
        MetricValue reference = Case.value(metric.evaluate(Case.of(Case.TWO, test)), "reference-accuracy", Part.TEST);
        assertThat(reference.value()).isCloseTo(3.0 / 15, within(1e-12));
        assertThat(reference.low()).isLessThan(0.15);
        assertThat(reference.high()).isGreaterThan(0.3);
    }
}
