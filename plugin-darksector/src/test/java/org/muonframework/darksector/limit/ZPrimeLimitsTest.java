package org.muonframework.darksector.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.muonframework.darksector.merit.SearchTable.judge;
import static org.muonframework.darksector.merit.SearchTable.value;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.darksector.merit.SearchTable;
import org.muonframework.spi.Context;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.stats.limit.Band;
import org.muonframework.stats.limit.PoissonLimit;

@DisplayName("The metric zprime-limits")
class ZPrimeLimitsTest {

    private static final ZPrimeLimitsProvider PROVIDER = new ZPrimeLimitsProvider();

    /** Efficiencies of 0.4 and 0.3, backgrounds of 100 and 50 without and with the cut 0.5. */
    private static SearchTable small() {
        return new SearchTable()
                .generated(10)
                .sigmaRef(1e4)
                .signal(2, 2.01, .9)
                .signal(2, 1.99, .8)
                .signal(2, 2.02, .7)
                .signal(2, 1.98, .3)
                .background(50, new double[] {1.9}, .6)
                .background(50, new double[] {2.2}, .2);
    }

    private static MetricResult fixed(String more, SearchTable table) {
        return judge(PROVIDER, "evaluated-share = 1, cut = fixed-cut, " + more, table.as(Part.TEST));
    }

    @Test
    void divideNumbersOfEventsByLuminosityAndEfficiency() {
        MetricResult result = fixed("", small());
        Band without = PoissonLimit.of(100, 0, 100).upperLimit(0.9).expected();
        Band with = PoissonLimit.of(50, 0, 50).upperLimit(0.9).expected();
        MetricValue before = value(result, "limit-cross-section", "mass=2", "point=no-classifier", "method=exact");
        MetricValue after = value(result, "limit-cross-section", "mass=2", "point=fixed-cut", "method=exact");
        assertThat(before.value()).isCloseTo(without.median() / (178 * 0.4), within(1e-9));
        assertThat(before.unit()).isEqualTo("fb");
        assertThat(after.value()).isCloseTo(with.median() / (178 * 0.3), within(1e-9));
        assertThat(after.low()).isCloseTo(with.minusOne() / (178 * 0.3), within(1e-9));
        assertThat(after.high()).isCloseTo(with.plusOne() / (178 * 0.3), within(1e-9));
        assertThat(value(result, "limit-cross-section", "mass=2", "point=fixed-cut", "method=exact", "deviations=+2")
                        .value())
                .isCloseTo(with.plusTwo() / (178 * 0.3), within(1e-9));
        assertThat(value(result, "limit-improvement").value()).isCloseTo(before.value() / after.value(), within(1e-12));
    }

    @Test
    void makeCouplingsOfCrossSections() {
        MetricResult result = fixed("", small());
        double limit = value(result, "limit-cross-section", "mass=2", "point=fixed-cut", "method=exact")
                .value();
        assertThat(value(result, "limit-coupling", "mass=2", "point=fixed-cut", "method=exact")
                        .value())
                .isCloseTo(Math.sqrt(limit / 1e4 / BranchingRatio.toMuons(2)), within(1e-12));
    }

    @Test
    void becomeBetterWithLuminosityAndWorseWithASystematicUncertainty() {
        double once = coupling(fixed("", small()));
        double projected = coupling(fixed("luminosity = 2848, weight-luminosity = 178", small()));
        assertThat(once / projected).isCloseTo(2, Percentage.withPercentage(3));
        assertThat(coupling(fixed("background-uncertainty = 0.3", small()))).isGreaterThan(1.2 * once);
    }

    private static double coupling(MetricResult result) {
        return value(result, "limit-coupling", "mass=2", "point=fixed-cut", "method=asymptotic")
                .value();
    }

    @Test
    void takeTheAsymptoticWayWhereTheExactOneIsTooSlow() {
        MetricResult result = fixed("exact-up-to = 60", small());
        assertThat(result.values())
                .filteredOn(value -> value.name().equals("limit-cross-section"))
                .filteredOn(value -> "no-classifier".equals(value.keys().get("point")))
                .allMatch(value -> value.keys().get("method").equals("asymptotic"));
        assertThat(value(result, "limit-cross-section", "mass=2", "point=fixed-cut", "method=exact")
                        .value())
                .isPositive();
        assertThat(result.notes()).anyMatch(note -> note.contains("60"));
    }

    @Test
    void areInfiniteWhereNoSignalPassesAndSaySo() {
        MetricResult result = fixed("", small().rescored(score -> score / 2));
        MetricValue limit = value(result, "limit-cross-section", "mass=2", "point=fixed-cut", "method=exact");
        assertThat(limit.value()).isInfinite();
        assertThat(limit.keys().get("note")).contains("infinite, as no signal passes the fixed cut");
        assertThat(result.notes()).anyMatch(note -> note.startsWith("At 2 GeV: the limit is infinite"));
    }

    @Test
    void sayWhatIsMissing() {
        MetricResult unknown = fixed("", small().generated(0));
        assertThat(value(unknown, "limit-cross-section", "mass=2", "point=fixed-cut")
                        .keys()
                        .get("note"))
                .contains("number of generated events");
        assertThat(value(unknown, "limit-improvement").keys()).containsKey("note");
        MetricResult reference = fixed("", small().sigmaRef(0));
        assertThat(value(reference, "limit-coupling", "mass=2", "point=fixed-cut", "method=exact")
                        .keys()
                        .get("note"))
                .isEqualTo("without sigmaRef there is no limit on the coupling");
        MetricResult unscored = fixed("", small().rescored(score -> Double.NaN));
        assertThat(value(unscored, "limit-improvement").keys().get("note")).contains("not a number");
        MetricResult absent = fixed("masses = [3]", small());
        assertThat(value(absent, "limit-cross-section", "mass=3", "point=fixed-cut")
                        .value())
                .isNaN();
    }

    @Test
    void areInfiniteForACouplingBelowTheThresholdOfTwoMuons() {
        SearchTable light = new SearchTable().signal(0.2, 0.21, .9).background(1, new double[] {0.2}, .6);
        MetricValue limit = value(fixed("", light), "limit-coupling", "mass=0.2", "point=fixed-cut", "method=exact");
        assertThat(limit.value()).isInfinite();
        assertThat(limit.keys().get("note")).contains("too light");
    }

    @Test
    void areDrawnWithBandsBesideThePublishedRange() {
        MetricResult result = fixed("", small());
        assertThat(result.figures()).extracting(Figure::name).containsExactly("limit-cross-section", "limit-coupling");
        Figure figure = result.figures().get(0);
        assertThat(figure.marks())
                .extracting(Mark::label)
                .containsExactly(
                        "Belle II, lowest", "Belle II, highest", "expected, ±2σ", "expected, ±1σ", "no classifier");
        assertThat(figure.compared()).extracting(Mark::label).contains("", "no classifier");
        assertThat(fixed("published = false", small()).figures().get(0).marks()).hasSize(3);
    }

    @Test
    void canBeThoseOfTheFormulaAlone() {
        MetricResult result = fixed("methods = [formula]", small());
        assertThat(value(result, "limit-cross-section", "mass=2", "point=fixed-cut", "method=formula")
                        .value())
                .isCloseTo((Math.log(10) + 1.6448536 * Math.sqrt(50)) / (178 * 0.3), within(1e-6));
        assertThat(result.values()).noneMatch(value -> value.keys().containsKey("deviations"));
    }

    @Test
    void refuseSettingsThatMakeNoSense() {
        assertRefused("cut = no-classifier", "'cut' is best-cut, region-cut or fixed-cut");
        assertRefused("methods = []", "'methods' is empty");
        assertRefused("confidence-level = 1", "confidence-level");
        assertRefused("regions = [4, 4]", "increasing order");
    }

    private static void assertRefused(String settings, String reason) {
        assertThatThrownBy(() -> SearchTable.bound(PROVIDER, settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void askForTheColumnsOfTheSearchAndTheReferenceCrossSection() {
        ZPrimeLimitsSettings settings = SearchTable.bound(PROVIDER, "sigma-ref = \"2 * sigma\", columns { mass = m }");
        assertThat(PROVIDER.create(settings, Context.standalone(1, 1)).columns())
                .containsExactly("m", "genMass", "event", "generated", "2 * sigma");
    }
}
