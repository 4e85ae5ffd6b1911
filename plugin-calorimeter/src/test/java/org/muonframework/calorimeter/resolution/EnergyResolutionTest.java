package org.muonframework.calorimeter.resolution;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.muonframework.calorimeter.resolution.ToyEnergies.value;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.MetricProvider;
import org.muonframework.spi.figure.Figure;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;

@DisplayName("The metric energy-resolution")
class EnergyResolutionTest {

    /** Predictions 0.7 E + 900 GeV, with an error of 30 % of E once the bias is corrected. */
    private static final MetricResult LINEAR =
            ToyEnergies.linear(20_000, 0.7, 900, 0.3).judge("energy-sum = sum");

    @Test
    void findsTheLineThatPredictionsFollow() {
        assertWithinErrors(value(LINEAR, "bias-slope", Map.of()), 0.7);
        MetricValue offset = value(LINEAR, "bias-offset", Map.of());
        assertWithinErrors(offset, 900);
        assertThat(offset.unit()).isEqualTo("GeV");
        assertThat(offset.sample()).isEqualTo(Part.TEST);
    }

    @Test
    void findsTheResolutionOfGaussianErrorsOnceTheBiasIsCorrected() {
        for (int bin = 1; bin < 20; bin++) {
            double low = 100 + 395 * bin;
            double centre = low + 197.5;
            Map<String, String> keys =
                    Map.of("corrected", "yes", "bin", Texts.energy(low) + " to " + Texts.energy(low + 395));
            double ofSquares = 0.3 * Math.sqrt(1 + Math.pow(395 / centre, 2) / 12);
            assertWithinErrors(value(LINEAR, "resolution", keys), ofSquares);
            assertWithinErrors(value(LINEAR, "resolution-68", keys), 0.3);
        }
    }

    @Test
    void countsTheBiasAsPartOfTheUncorrectedResolution() {
        Map<String, String> highest = Map.of("corrected", "no", "bin", "7605 to 8000");
        double bias = (0.7 * 7802.5 + 900 - 7802.5) / 7802.5;
        assertWithinErrors(value(LINEAR, "resolution", highest), Math.hypot(0.21, bias));
        assertWithinErrors(value(LINEAR, "resolution-68", highest), Math.hypot(0.21, bias));
    }

    @Test
    void combinesWithTheTrackerByFormulaAndRowByRow() {
        for (String bin : List.of("890 to 1285", "3260 to 3655", "7605 to 8000")) {
            double centre = (Double.parseDouble(bin.split(" to ")[0]) + Double.parseDouble(bin.split(" to ")[1])) / 2;
            double expected = Combination.resolution(0.3, 2e-4 * centre);
            MetricValue formula = value(
                    LINEAR, "combined-resolution-68", Map.of("corrected", "yes", "bin", bin, "measure", "formula"));
            assertThat(formula.value()).isCloseTo(expected, Percentage.withPercentage(7));
            MetricValue events = value(
                    LINEAR, "combined-resolution-68", Map.of("corrected", "yes", "bin", bin, "measure", "events"));
            assertThat(events.value()).isBetween(0.9 * expected, 1.2 * expected);
            assertThat(events.value()).isLessThan(2e-4 * centre);
        }
    }

    @Test
    void statesTheMeanImprovementOverTheTracker() {
        double expected = IntStream.range(0, 20)
                .mapToDouble(bin -> 2e-4 * (297.5 + 395 * bin))
                .map(tracker -> tracker - Combination.resolution(0.3, tracker))
                .average()
                .orElseThrow();
        for (String name : List.of("mean-improvement", "mean-improvement-68")) {
            MetricValue value = value(LINEAR, name, Map.of("corrected", "yes", "measure", "formula"));
            assertThat(value.value()).isCloseTo(expected, within(0.01));
            assertThat(value.low()).isLessThan(value.value());
            assertThat(value.standsForTheWhole()).isTrue();
        }
        assertThat(value(LINEAR, "mean-improvement-68", Map.of("corrected", "yes", "measure", "events"))
                        .value())
                .isPositive();
        assertThat(LINEAR.values().get(0).name()).isEqualTo("mean-improvement");
        assertThat(LINEAR.values().get(0).keys()).containsEntry("corrected", "yes");
    }

    @Test
    void standsBesideTheEnergyByTheSumAlone() {
        MetricValue model = value(LINEAR, "mean-resolution-68", Map.of("corrected", "yes"));
        MetricValue sum = value(LINEAR, "mean-resolution-68", Map.of("corrected", "yes", "method", "energy-sum"));
        assertThat(model.value()).isCloseTo(0.3, within(0.02));
        assertThat(sum.value()).as("a sum known to 50 %").isBetween(0.4, 1.2);
        assertThat(model.high()).isLessThan(sum.low());
        assertThat(value(
                                LINEAR,
                                "resolution-68",
                                Map.of("corrected", "no", "method", "energy-sum", "bin", "3655 to 4050"))
                        .value())
                .isBetween(0.2, 0.5);
    }

    @Test
    void warnsWhereALineDoesNotDescribeTheMeans() {
        ToyEnergies toy = new ToyEnergies();
        for (Part part : List.of(Part.VALIDATION, Part.TEST)) {
            toy.part(part, 5000, part.ordinal(), e -> 60 * Math.sqrt(e), e -> 0.1 * e, e -> e);
        }
        assertThat(toy.judge("").warnings())
                .singleElement(as(STRING))
                .startsWith("Mean predictions do not follow the curve that corrects them (χ²/ndf = ")
                .endsWith("Try correction = power.");
        assertThat(toy.judge("correction = power").warnings()).isEmpty();
    }

    @Test
    void undoesAPowerLaw() {
        ToyEnergies toy = new ToyEnergies();
        for (Part part : List.of(Part.VALIDATION, Part.TEST)) {
            toy.part(
                    part,
                    20_000,
                    part.ordinal(),
                    e -> 6 * Math.pow(e, 0.8) - 100,
                    e -> 0.1 * 4.8 * Math.pow(e, 0.8),
                    e -> e);
        }
        MetricResult result = toy.judge("correction = power");
        assertWithinErrors(value(result, "bias-power", Map.of()), 0.8);
        assertWithinErrors(value(result, "bias-offset", Map.of()), -100);
        Map<String, String> bin = Map.of("corrected", "yes", "bin", "3655 to 4050");
        assertThat(value(result, "resolution-68", bin).value()).isCloseTo(0.1, within(0.015));
    }

    @Test
    void drawsWhatItFound() {
        assertThat(LINEAR.figures())
                .extracting(Figure::name)
                .containsExactly(
                        "resolution-corrected",
                        "combined-resolution-corrected",
                        "resolution-uncorrected",
                        "combined-resolution-uncorrected",
                        "predicted-energy",
                        "energy-residuals");
        assertThat(LINEAR.figures()).allSatisfy(figure -> assertThat(figure.caption())
                .contains("True energies in the training part reach from 50 to 8000 GeV")
                .contains("net"));
        assertThat(labels(0))
                .containsExactly(
                        "tracker",
                        "information bound, unbiased",
                        "energy sum, 68 %",
                        "root mean square",
                        "central 68 %");
        assertThat(labels(1))
                .containsExactly("tracker", "tracker, measured", "calorimeter", "both, by formula", "both, measured");
        assertThat(labels(2))
                .as("the bound is that of estimates without a bias")
                .doesNotContain(labels(0).get(1));
        assertThat(LINEAR.figures().get(4).notes().get(0)).contains("E + (", "χ²/ndf = ");
        assertThat(LINEAR.figures())
                .filteredOn(figure -> figure.compared().isEmpty())
                .hasSize(1);
    }

    @Test
    void saysOnWhichRowsTheBiasWasFound() {
        assertThat(LINEAR.notes()).anyMatch(note -> note.contains("are found on the validation part"));
        assertThat(LINEAR.warnings()).isEmpty();
        MetricResult training = ToyEnergies.linear(2000, 0.7, 900, 0.3).judge("correction-part = training");
        assertThat(training.notes()).anyMatch(note -> note.contains("are found on the training part"));
    }

    @Test
    void isTheSameWhereverItIsComputed() {
        MetricResult again = ToyEnergies.linear(20_000, 0.7, 900, 0.3).judge("energy-sum = sum");
        assertThat(again.values()).isEqualTo(LINEAR.values());
    }

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(MetricProvider.class)).anyMatch(EnergyResolutionProvider.class::isInstance);
    }

    private static List<String> labels(int figure) {
        return LINEAR.figures().get(figure).marks().stream().map(Mark::label).toList();
    }

    /** Four standard errors, as there are many bins. */
    private static void assertWithinErrors(MetricValue value, double expected) {
        double error = value.high() - value.value();
        assertThat(error).as("error of %s", value).isPositive();
        assertThat(value.value()).as("%s", value).isCloseTo(expected, within(4 * error));
    }
}
