package org.muonframework.darksector.merit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.muonframework.darksector.merit.SearchTable.judge;
import static org.muonframework.darksector.merit.SearchTable.value;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.Context;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.stats.Interval;
import org.muonframework.stats.Intervals;

@DisplayName("The metric punzi")
class PunziMetricTest {

    private static final PunziProvider PROVIDER = new PunziProvider();

    @Test
    void countsEveryCandidateOfTheBackgroundInTheWindowAndOnlyTrueOnesOfTheSignal() {
        MetricResult result =
                judge(PROVIDER, "evaluated-share = 1", SearchTable.small().as(Part.TEST));
        assertThat(value(result, "background-events", "mass=2", "point=no-classifier")
                        .value())
                .isEqualTo(100);
        assertThat(value(result, "background-events", "mass=2", "point=fixed-cut")
                        .value())
                .isEqualTo(75);
        assertThat(value(result, "signal-efficiency", "mass=2", "point=fixed-cut")
                        .value())
                .isEqualTo(0.75);
        assertThat(value(result, "absolute-efficiency", "mass=2", "point=no-classifier")
                        .value())
                .isEqualTo(0.4);
        assertThat(value(result, "absolute-efficiency", "mass=2", "point=fixed-cut")
                        .value())
                .isCloseTo(0.3, within(1e-15));
    }

    @Test
    void statesMeritGainAndSensitivityOfWhatItCounted() {
        MetricResult result =
                judge(PROVIDER, "evaluated-share = 1", SearchTable.small().as(Part.TEST));
        double merit = 0.75 / (1.64 + Math.sqrt(75));
        assertThat(value(result, "punzi", "mass=2", "point=fixed-cut").value()).isCloseTo(merit, within(1e-15));
        assertThat(value(result, "punzi-gain", "mass=2", "point=fixed-cut").value())
                .isCloseTo(merit * (1.64 + 10), within(1e-14));
        assertThat(value(result, "punzi-sensitivity", "mass=2", "point=fixed-cut")
                        .value())
                .isCloseTo(PunziSensitivity.of(3, 1.28155, 75, 0.3, 178), within(1e-12));
    }

    @Test
    void givesIntervalsInWhichTheCandidatesOfOneEventAreNotIndependent() {
        MetricResult result =
                judge(PROVIDER, "evaluated-share = 1", SearchTable.small().as(Part.TEST));
        Interval efficiency = Intervals.clopperPearson(3, 4, Intervals.ONE_SIGMA);
        MetricValue found = value(result, "signal-efficiency", "mass=2", "point=fixed-cut");
        assertThat(found.low()).isCloseTo(efficiency.low(), within(1e-12));
        assertThat(found.high()).isCloseTo(efficiency.high(), within(1e-12));
        Interval background = Intervals.weightedCount(75, 50 * 50 + 25 * 25, Intervals.ONE_SIGMA);
        MetricValue counted = value(result, "background-events", "mass=2", "point=fixed-cut");
        assertThat(counted.low()).isCloseTo(background.low(), within(1e-9));
        assertThat(counted.high()).isCloseTo(background.high(), within(1e-9));
    }

    @Test
    void scalesThePartToAllEventsByTheSharesOfWeightAndSignal() {
        SearchTable training = SearchTable.small().reweighted(weight -> 75.0);
        MetricResult result = judge(
                PROVIDER, "", training.as(Part.TRAINING), SearchTable.small().as(Part.TEST));
        assertThat(value(result, "background-events", "mass=2", "point=fixed-cut")
                        .value())
                .isCloseTo(4 * 75, within(1e-9));
        assertThat(value(result, "absolute-efficiency", "mass=2", "point=fixed-cut")
                        .value())
                .isCloseTo(2 * 0.3, within(1e-15));
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void doesNotScaleTwiceWithFoldsWhereTrainingAndTestAreTheSameRows() {
        Sample test = SearchTable.small().as(Part.TEST);
        Sample training = new Sample(
                Part.TRAINING, test.labels(), test.targets(), test.predictions(), test.weights(), test.columns());
        MetricResult result = judge(PROVIDER, "", training, test);
        assertThat(value(result, "background-events", "mass=2", "point=fixed-cut")
                        .value())
                .isEqualTo(75);
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void warnsWhereOnlyOnePartIsAtHandUnlessItsShareIsGiven() {
        assertThat(judge(PROVIDER, "", SearchTable.small().as(Part.TEST)).warnings())
                .singleElement()
                .asString()
                .contains("'evaluated-share'");
        MetricResult half =
                judge(PROVIDER, "evaluated-share = 0.5", SearchTable.small().as(Part.TEST));
        assertThat(half.warnings()).noneMatch(text -> text.contains("evaluated-share"));
        assertThat(value(half, "background-events", "mass=2", "point=fixed-cut").value())
                .isEqualTo(150);
    }

    @Test
    void projectsTheBackgroundToAnotherLuminosity() {
        MetricResult result = judge(
                PROVIDER,
                "evaluated-share = 1, luminosity = 356, weight-luminosity = 178",
                SearchTable.small().as(Part.TEST));
        assertThat(value(result, "background-events", "mass=2", "point=fixed-cut")
                        .value())
                .isEqualTo(150);
    }

    @Test
    void measuresTheResolutionAndTakesItForTheWindow() {
        SearchTable table = new SearchTable().drawn(1, 4000, 20000, 1, 1, 2, 5);
        MetricResult result = judge(PROVIDER, "window-sigmas = 2", table.as(Part.TEST));
        MetricValue resolution = value(result, "mass-resolution", "mass=2");
        assertThat(resolution.value()).isCloseTo(0.01, within(4 * 0.01 / Math.sqrt(2 * 4000.0) * 1.3));
        assertThat(resolution.high() - resolution.low()).isBetween(0.0001, 0.001);
        assertThat(value(result, "window", "mass=2").value()).isCloseTo(2 * resolution.value(), within(1e-12));
        double inWindow = value(result, "absolute-efficiency", "mass=2", "point=no-classifier")
                        .value()
                / 4;
        assertThat(inWindow).isCloseTo(0.9545, within(0.015));
        double background = value(result, "background-events", "mass=2", "point=no-classifier")
                .value();
        assertThat(background).isCloseTo(40000 * 0.004, within(5 * Math.sqrt(160)));
    }

    @Test
    void findsTheAucOfEachWindow() {
        SearchTable table = new SearchTable().drawn(2, 4000, 40_000, 1, 1, 2, 5);
        MetricValue auc = value(judge(PROVIDER, "", table.as(Part.TEST)), "auc", "mass=5");
        assertThat(auc.value()).isCloseTo(0.7602, within(0.015));
        assertThat(auc.high() - auc.low()).isBetween(0.005, 0.02);
    }

    @Test
    void findsABestCutThatGains() {
        SearchTable table = new SearchTable().drawn(3, 4000, 40_000, 1, 1, 2, 3, 5);
        MetricResult result = judge(PROVIDER, "", table.as(Part.TEST));
        double best = 0;
        for (double cut = 0; cut < 4; cut += 0.01) {
            double efficiency = above(cut - 1);
            double gain = efficiency * (1.64 + Math.sqrt(4_000)) / (1.64 + Math.sqrt(4_000 * above(cut)));
            best = Math.max(best, gain);
        }
        for (String mass : List.of("mass=2", "mass=3", "mass=5")) {
            assertThat(value(result, "punzi-gain", mass, "point=best-cut").value())
                    .isCloseTo(best, Percentage.withPercentage(5));
        }
        MetricValue whole = value(result, "punzi-gain");
        assertThat(whole.value()).isCloseTo(best, Percentage.withPercentage(5)).isBetween(whole.low(), whole.high());
        assertThat(value(result, "punzi-gain", "region=1 to 4", "point=region-cut")
                        .value())
                .isCloseTo(best, Percentage.withPercentage(5));
    }

    /** A score without information must not seem to gain because the luckiest of many cuts was chosen. */
    @Test
    void isNotOptimisticAboutItsBestCut() {
        double[] masses = new double[60];
        Arrays.setAll(masses, i -> 1 + 0.1 * i);
        SearchTable table = new SearchTable().drawn(4, 100, 10_000, 0.3, 0, masses);
        MetricResult result = judge(PROVIDER, "", table.as(Part.TEST));
        double mean = result.values().stream()
                .filter(value -> value.name().equals("punzi-gain"))
                .filter(value -> value.keys().containsKey("mass"))
                .filter(value -> "best-cut".equals(value.keys().get("point")))
                .mapToDouble(MetricValue::value)
                .average()
                .orElseThrow();
        assertThat(mean).isLessThan(1.005);
    }

    @Test
    void statesErrorsOfTheGainAsLargeAsItsSpread() {
        int runs = 50;
        double sum = 0;
        double squares = 0;
        double stated = 0;
        for (int seed = 0; seed < runs; seed++) {
            SearchTable table = new SearchTable().drawn(100 + seed, 300, 3000, 2, 1.5, 5);
            MetricValue gain =
                    value(judge(PROVIDER, "", table.as(Part.TEST)), "punzi-gain", "mass=5", "point=fixed-cut");
            sum += Math.log(gain.value());
            squares += Math.pow(Math.log(gain.value()), 2);
            stated += Math.log(gain.high() / gain.low()) / 2;
        }
        double spread = Math.sqrt((squares - sum * sum / runs) / (runs - 1));
        assertThat(stated / runs).isCloseTo(spread, Percentage.withPercentage(30));
    }

    @Test
    void keepsTheCutsOfTheNominalSampleOnAVariation() {
        Evaluation nominal = SearchTable.evaluation(
                new SearchTable().drawn(11, 500, 5000, 1, 1, 2).as(Part.TEST));
        Sample shifted = new SearchTable()
                .drawn(12, 500, 5000, 1, 1, 2)
                .rescored(score -> 0.8 * score)
                .as(Part.TEST);
        Metric metric = PROVIDER.create(SearchTable.bound(PROVIDER, ""), Context.standalone(1, 1));
        MetricResult before = metric.evaluate(nominal);
        MetricResult after = metric.evaluate(nominal.varied(shifted, Optional.empty()));
        for (String point : List.of("point=best-cut", "point=region-cut")) {
            assertThat(value(after, "threshold", "mass=2", point).value())
                    .isCloseTo(value(before, "threshold", "mass=2", point).value(), within(1e-12));
            assertThat(value(after, "signal-efficiency", "mass=2", point).value())
                    .isLessThan(0.8
                            * value(before, "signal-efficiency", "mass=2", point)
                                    .value());
        }
    }

    @Test
    void drawsFiguresThatAreTheSameForEveryModelAndTheScoreOfEachRegion() {
        SearchTable table = new SearchTable().drawn(5, 200, 5000, 1, 1, 0.5, 2, 5, 8);
        MetricResult result = judge(PROVIDER, "", table.as(Part.TEST));
        assertThat(result.figures())
                .extracting(Figure::name)
                .containsExactly(
                        "punzi",
                        "punzi-gain",
                        "signal-efficiency-by-mass",
                        "absolute-efficiency-by-mass",
                        "background-by-mass",
                        "score-below-1",
                        "score-1-to-4",
                        "score-4-to-7",
                        "score-from-7");
        assertThat(result.figures()).allMatch(figure -> !figure.compared().isEmpty());
        for (String name : List.of("punzi", "absolute-efficiency-by-mass", "background-by-mass")) {
            assertThat(result.figures())
                    .filteredOn(figure -> figure.name().equals(name))
                    .flatExtracting(Figure::compared)
                    .extracting(Mark::label)
                    .containsExactly("no classifier", "cut 0.5", "best cut");
        }
        assertThat(result.figures().get(0).marks())
                .extracting(Mark::label)
                .containsExactly("no classifier", "cut 0.5", "best cut of region", "best cut");
        Mark.Histogram score = (Mark.Histogram) result.figures().get(6).marks().get(1);
        double area = Arrays.stream(score.values()).sum() / score.values().length;
        assertThat(area).isCloseTo(1, within(1e-9));
    }

    private static double above(double z) {
        return 1 - new NormalDistribution().cumulativeProbability(z);
    }
}
