package org.muonframework.evaluate.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.evaluate.Case;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;

@DisplayName("Working points on a variation")
class VariationsTest {

    private static final Muons NOMINAL = Muons.simulated(1, 4000);
    private static final Muons VALIDATION = Muons.simulated(2, 4000);

    /** The same muons with scores that are all smaller, and with twice the momentum. */
    private static Muons varied() {
        float[] scores = NOMINAL.scores().clone();
        for (int i = 0; i < scores.length; i++) {
            scores[i] *= 0.9f;
        }
        double[] pt = Arrays.stream(NOMINAL.pt()).map(value -> 2 * value).toArray();
        return new Muons(NOMINAL.labels(), scores, NOMINAL.weights(), NOMINAL.cut(), pt);
    }

    private static Evaluation nominal() {
        return Muons.of(Case.TWO, VALIDATION.as(Part.VALIDATION), NOMINAL.as(Part.TEST));
    }

    private static Evaluation variation() {
        return nominal().varied(varied().as(Part.TEST), Optional.empty());
    }

    @ParameterizedTest
    @DisplayName("keep the threshold of the nominal sample, wherever it was found")
    @CsvSource({"evaluated, 0.8", "validation, 0.8"})
    void threshold(String fitOn, double efficiency) {
        var provider = new WorkingPointProvider();
        var metric = Case.metric(
                provider,
                Muons.bound(provider, "points { tight { efficiency = " + efficiency + " } }, fit-on = " + fitOn));

        MetricResult nominal = metric.evaluate(nominal());
        MetricResult varied = metric.evaluate(variation());

        assertThat(value(varied, "threshold")).isEqualTo(value(nominal, "threshold"));
        assertThat(value(nominal, "signal-efficiency")).isCloseTo(efficiency, within(0.03));
        assertThat(value(varied, "signal-efficiency")).isLessThan(value(nominal, "signal-efficiency") - 0.02);
    }

    @Test
    @DisplayName("have the bins of the nominal sample, even where the variation has other values")
    void bins() {
        var provider = new EfficiencyProvider();
        var metric = Case.metric(
                provider, Muons.bound(provider, "points { half { threshold = 0.5 } }, variables { pt { bins = 4 } }"));

        assertThat(metric.evaluate(variation()).values().stream()
                        .map(value -> value.keys().get("bin"))
                        .distinct())
                .containsExactlyElementsOf(metric.evaluate(nominal()).values().stream()
                        .map(value -> value.keys().get("bin"))
                        .distinct()
                        .toList());
    }

    private static double value(MetricResult result, String name) {
        MetricValue found = Case.value(result, name, Part.TEST, "point=tight");
        return found.value();
    }
}
