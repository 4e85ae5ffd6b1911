package org.muonframework.evaluate.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.train.FeatureGains;

@DisplayName("What each feature did for the fit")
class GainFindingsTest {

    private static FeatureGains gains(double pt) {
        return new FeatureGains("", "", Map.of("pt", pt, "eta", 1 - pt));
    }

    @Test
    @DisplayName("is a value each, and points with the feature that did most at the top")
    void split() {
        MetricResult result = GainFindings.of(List.of(List.of(gains(0.75))));

        assertThat(result.values())
                .extracting(value -> value.name() + " " + value.keys() + " " + value.value())
                .containsExactlyInAnyOrder("feature-gain {feature=pt} 0.75", "feature-gain {feature=eta} 0.25");
        Figure figure = result.figures().get(0);
        assertThat(figure.yLabels()).containsExactly("eta", "pt");
        Mark.Points points = (Mark.Points) figure.marks().get(0);
        assertThat(points.x()).containsExactly(0.25, 0.75);
        assertThat(points.y()).containsExactly(0.5, 1.5);
        assertThat(figure.compared()).hasSize(1);
    }

    @Test
    @DisplayName("has points beside each other for regions, and a feature without a split there at zero")
    void regions() {
        MetricResult result = GainFindings.of(List.of(
                List.of(gains(0.75).of("mass < 1"), new FeatureGains("", "", Map.of("eta", 1.0)).of("mass >= 1"))));

        assertThat(result.values())
                .extracting(value -> value.keys().get("region"))
                .contains("mass < 1", "mass >= 1");
        Figure figure = result.figures().get(0);
        assertThat(figure.yLabels()).containsExactly("pt", "eta");
        assertThat(figure.marks()).extracting(Mark::label).containsExactly("mass < 1", "mass >= 1");
        assertThat(((Mark.Points) figure.marks().get(1)).x()).containsExactly(0, 1);
        assertThat(((Mark.Points) figure.marks().get(0)).y()[0])
                .isGreaterThan(((Mark.Points) figure.marks().get(1)).y()[0]);
    }

    @Test
    @DisplayName("is the mean over the folds, from the least to the most")
    void folds() {
        MetricResult result = GainFindings.of(List.of(List.of(gains(0.5)), List.of(gains(0.75))));

        assertThat(result.values())
                .extracting(value -> value.keys().get("fold"))
                .containsExactly("0", "0", "1", "1");
        Mark.Points points = (Mark.Points) result.figures().get(0).marks().get(0);
        assertThat(List.of(points.x()[1], points.xLow()[1], points.xHigh()[1])).containsExactly(0.625, 0.5, 0.75);
        assertThat(result.values()).extracting(MetricValue::standsForTheWhole).containsOnly(false);
    }

    @Test
    @DisplayName("leaves out a fold whose trees of an output have no split, and keeps the outputs apart")
    void unsplit() {
        FeatureGains energy = new FeatureGains("energy", "", Map.of("pt", 1.0));
        FeatureGains angle = new FeatureGains("angle", "", Map.of("pt", 0.125, "eta", 0.875));

        MetricResult result = GainFindings.of(List.of(List.of(angle), List.of(energy, angle), List.of()));

        Figure figure = result.figures().get(0);
        assertThat(figure.marks()).extracting(Mark::label).containsExactly("angle", "energy");
        assertThat(((Mark.Points) figure.marks().get(0)).xLow()).containsExactly(0.125, 0.875);
        assertThat(((Mark.Points) figure.marks().get(1)).x()).containsExactly(1, 0);
    }
}
