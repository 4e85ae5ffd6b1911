package org.muonframework.darksector.merit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muonframework.darksector.merit.SearchTable.judge;
import static org.muonframework.darksector.merit.SearchTable.value;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.Context;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.ConfigurationException;

@DisplayName("The metric punzi, given what it cannot judge,")
class PunziBadInputTest {

    private static final PunziProvider PROVIDER = new PunziProvider();

    @Test
    void looksOnlyAtTheMassesThatAreNamedAndSaysWhichHaveNoSignal() {
        SearchTable table = new SearchTable().drawn(6, 50, 1000, 1, 1, 2, 3);
        MetricResult result = judge(PROVIDER, "masses = [2.5, 3]", table.as(Part.TEST));
        assertThat(value(result, "punzi", "mass=2.5").value()).isNaN();
        assertThat(result.notes()).contains("At 2.5 GeV: no signal candidate was generated at this mass");
        assertThat(result.values()).noneMatch(value -> "2".equals(value.keys().get("mass")));
        assertThat(value(result, "punzi", "mass=3", "point=fixed-cut").value()).isPositive();
    }

    @Test
    void takesAMassStoredInSinglePrecisionAsWritten() {
        SearchTable table = new SearchTable().drawn(7, 50, 1000, 1, 1, 0.3, 1.1);
        MetricResult result = judge(PROVIDER, "", table.as(Part.TEST));
        assertThat(value(result, "auc", "mass=0.3").value()).isPositive();
        assertThat(value(result, "auc", "mass=1.1").value()).isPositive();
    }

    @Test
    void countsAWindowWithoutBackgroundAsSuchAndSaysSo() {
        SearchTable table =
                new SearchTable().signal(2, 2.01, .9).signal(2, 2.01, .4).background(1, new double[] {7}, .5);
        MetricResult result = judge(PROVIDER, "", table.as(Part.TEST));
        assertThat(value(result, "punzi", "mass=2", "point=fixed-cut").value()).isEqualTo(0.5 / 1.64);
        assertThat(value(result, "auc", "mass=2").keys()).containsEntry("note", "the window has no background");
        assertThat(result.notes())
                .anyMatch(note -> note.startsWith("No background candidate is in the window at 2 GeV"));
    }

    @Test
    void saysOfAWindowWithoutSignalAndOfARegionWithoutEventsWhatIsMissing() {
        SearchTable table = new SearchTable().drawn(8, 50, 1000, 1, 1, 2).signal(8, 8.2, .9);
        MetricResult result = judge(PROVIDER, "window = 0.1", table.as(Part.TEST));
        assertThat(value(result, "punzi", "mass=8").keys())
                .containsEntry("note", "no signal candidate is in the window");
        assertThat(value(result, "punzi-gain", "region=below 1", "point=best-cut")
                        .keys())
                .containsKey("note");
        assertThat(result.notes())
                .anyMatch(note -> note.contains("There is no figure of the score in the region below 1 GeV"));
    }

    @Test
    void statesAnEfficiencyOfZeroAndAnInfiniteSensitivity() {
        SearchTable table = new SearchTable().drawn(9, 50, 1000, 1, 1, 2).rescored(score -> 0.4 * score);
        MetricResult result = judge(PROVIDER, "", table.as(Part.TEST));
        assertThat(value(result, "punzi", "mass=2", "point=fixed-cut").value()).isZero();
        assertThat(value(result, "punzi-gain", "mass=2", "point=fixed-cut").value())
                .isZero();
        MetricValue sensitivity = value(result, "punzi-sensitivity", "mass=2", "point=fixed-cut");
        assertThat(sensitivity.value()).isInfinite();
        assertThat(sensitivity.keys()).containsEntry("note", "no signal passes the fixed cut");
    }

    @Test
    void explainsWhyThereIsNothingAtAll() {
        assertNothing(SearchTable.small().rescored(score -> Double.NaN), "scores are not a number");
        assertNothing(new SearchTable().background(1, new double[] {2}, .5), "no row is a signal candidate");
        assertNothing(SearchTable.small().reweighted(weight -> -weight), "the weights of the background do not add up");
        assertNothing(SearchTable.small().reweighted(weight -> 0.0), "the weights of the background do not add up");
    }

    private static void assertNothing(SearchTable table, String reason) {
        MetricResult result = judge(PROVIDER, "", table.as(Part.TEST));
        assertThat(value(result, "punzi-gain").value()).isNaN();
        assertThat(value(result, "punzi-gain").keys().get("note")).contains(reason);
        assertThat(result.warnings()).anyMatch(warning -> warning.contains(reason));
    }

    @Test
    void standsSingleRowsConstantScoresAndMissingNumbersOfGeneratedEvents() {
        SearchTable constant = new SearchTable().drawn(10, 50, 1000, 1, 1, 2).rescored(score -> 0.7);
        assertThat(value(judge(PROVIDER, "", constant.as(Part.TEST)), "punzi-gain", "mass=2", "point=best-cut")
                        .value())
                .isEqualTo(1);
        SearchTable single = new SearchTable().signal(2, 2, .9).background(1, new double[] {2}, .1);
        MetricResult result = judge(PROVIDER, "", single.as(Part.TEST));
        assertThat(value(result, "punzi", "mass=2", "point=best-cut").keys())
                .containsEntry("note", "too few signal candidates to find the best cut of each mass");
        MetricResult unknown =
                judge(PROVIDER, "", SearchTable.small().generated(0).as(Part.TEST));
        assertThat(unknown.values()).noneMatch(value -> value.name().equals("absolute-efficiency"));
        assertThat(unknown.notes()).anyMatch(note -> note.contains("do not agree on one value of generated"));
    }

    @Test
    void honoursNegativeWeights() {
        SearchTable table =
                SearchTable.small().background(-25, new double[] {2.1}, .9).background(-75, new double[] {2.1}, .9);
        MetricResult result = judge(PROVIDER, "evaluated-share = 1", table.as(Part.TEST));
        assertThat(value(result, "background-events", "mass=2", "point=no-classifier")
                        .value())
                .isZero();
        assertThat(value(result, "punzi", "mass=2", "point=fixed-cut").keys().get("note"))
                .contains("add up to less than 0");
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertRefused("regions = [4, 1]", "increasing order");
        assertRefused("masses = [0]", "above 0");
        assertRefused("median { low = 7, high = 1 }", "'high' is above 'low'");
        assertRefused("k = 0", "k");
        assertRefused("windw = 0.3", "window");
    }

    private static void assertRefused(String settings, String reason) {
        assertThatThrownBy(() -> SearchTable.bound(PROVIDER, settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void needsTwoClasses() {
        Metric metric = PROVIDER.create(SearchTable.bound(PROVIDER, ""), Context.standalone(1, 1));
        assertThat(metric.objection(SearchTable.TASK)).isEmpty();
        assertThat(metric.objection(new Task(List.of("x"), List.of(), List.of("mass"))))
                .isPresent();
        assertThat(metric.columns()).containsExactly("mass", "genMass", "event", "generated");
    }
}
