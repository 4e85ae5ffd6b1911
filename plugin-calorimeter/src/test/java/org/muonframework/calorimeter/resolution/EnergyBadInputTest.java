package org.muonframework.calorimeter.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muonframework.calorimeter.resolution.ToyEnergies.value;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.calorimeter.Settings;
import org.muonframework.spi.Context;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.ConfigurationException;

@DisplayName("The metric energy-resolution, given what it cannot judge,")
class EnergyBadInputTest {

    @Test
    void saysWhichEnergiesHaveNoRows() {
        MetricResult result =
                rows(e -> e < 2000 || e > 3000, e -> 0.8 * e + 100, 1).judge("");
        MetricValue value = value(result, "resolution", Map.of("corrected", "no", "bin", "2075 to 2470"));
        assertThat(value.value()).isNaN();
        assertThat(value.keys()).containsEntry("note", "no row has such a true energy");
        assertThat(result.notes())
                .contains("In true energies of 2075 to 2470, 2470 to 2865 GeV there is no resolution: no row has such a"
                        + " true energy.");
        assertThat(value(result, "mean-improvement", Map.of("corrected", "yes", "measure", "formula"))
                        .value())
                .isPositive();
    }

    @Test
    void doesNotCorrectPredictionsThatFallOrStay() {
        for (double slope : new double[] {-0.5, 0}) {
            MetricResult result = rows(e -> true, e -> slope * e + 4000, 1).judge("");
            assertThat(result.warnings())
                    .anyMatch(warning -> warning.startsWith("mean-improvement on the test part does not exist: ")
                            && (slope < 0
                                    ? warning.contains("do not grow with the true energy: the slope of the fit is -0.5")
                                    : warning.contains("different predictions")));
            assertThat(result.values())
                    .filteredOn(v -> "yes".equals(v.keys().get("corrected")))
                    .allMatch(v -> Double.isNaN(v.value()) && v.keys().containsKey("note"));
            assertThat(value(result, "resolution", Map.of("corrected", "no", "bin", "3655 to 4050"))
                            .value())
                    .isPositive();
            assertThat(result.figures()).noneMatch(figure -> figure.name().endsWith("-corrected"));
        }
    }

    @Test
    void doesNotCorrectAtOneEnergyOnly() {
        MetricResult result = rows(e -> e > 3900 && e < 4000, e -> e, 1).judge("");
        assertThat(value(result, "bias-slope", Map.of()).keys().get("note"))
                .contains("1 of 40 bins of the true energy", "the fit of the bias needs 2");
        assertThat(value(result, "mean-resolution", Map.of("corrected", "no"))
                        .keys()
                        .get("note"))
                .contains("no bin with a resolution has its middle from 500 to 2000 GeV");
    }

    @Test
    void explainsWhyThereIsNothingAtAll() {
        assertNothing(rows(e -> true, e -> Double.NaN, 1), "1000 of 1000 energies are not finite");
        assertNothing(rows(e -> true, e -> e, -1), "the weights do not add up to more than 0");
        assertNothing(rows(e -> true, e -> e, 0), "the weights do not add up to more than 0");
        assertNothing(rows(e -> e < 90, e -> e, 1), "no bin from 100 to 8000 GeV of true energy has a positive weight");
    }

    @Test
    void countsNegativeWeightsWithTheirSign() {
        float[] truth = {1000, 1000, 1010, 4000, 4000};
        float[] predicted = {1200, 900, 1500, 4100, 3700};
        MetricResult result = new ToyEnergies()
                .rows(Part.TEST, truth, predicted, new double[] {2, 1, -1, 1, 1}, Map.of())
                .judge("");
        Map<String, String> bin = Map.of("corrected", "no", "bin", "890 to 1285");
        assertThat(value(result, "resolution", bin).keys().get("note"))
                .isEqualTo("negative weights make the square of the spread negative");
    }

    @Test
    void usesTheEvaluatedRowsWhereThereAreNoOthersAndWarns() {
        ToyEnergies toy = new ToyEnergies().part(Part.VALIDATION, 2000, 1, e -> e, e -> 0.2 * e, e -> e);
        MetricResult result = toy.judge("", Part.VALIDATION);
        assertThat(result.warnings())
                .contains(
                        "The bias of the energy is corrected on the validation part, on which the resolution is quoted;"
                                + " the corrected one is better by chance.");
    }

    @Test
    void leavesAnEnergySumOutThatSaysNothing() {
        MetricResult result = rows(e -> true, e -> e, 1).judge("energy-sum = nan");
        assertThat(result.warnings())
                .contains("There is no comparison with 'nan': 1000 of 1000 energies are not finite");
    }

    @Test
    void refusesTasksWithoutTheEnergy() {
        assertThat(objection("", new Task(List.of("x"), List.of("a", "b"), List.of())))
                .contains("needs an energy to regress");
        Task two = new Task(List.of("x"), List.of(), List.of("energy", "angle"));
        assertThat(objection("", two)).contains("needs 'target', the energy among the targets: energy, angle");
        assertThat(objection("target = energi", two))
                .contains("'target' is 'energi', which is no target. Did you mean 'energy'?");
        assertThat(objection("target = energy", two)).isEmpty();
        assertThatThrownBy(() -> Settings.bind("lowest = 100, highest = 50", EnergyResolutionSettings.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the lowest energy has to be below the highest");
    }

    private static Optional<String> objection(String settings, Task task) {
        return new EnergyResolutionProvider()
                .create(Settings.bind(settings, EnergyResolutionSettings.class), Context.standalone(1, 1))
                .objection(task);
    }

    private static void assertNothing(ToyEnergies toy, String reason) {
        MetricResult result = toy.judge("");
        assertThat(result.values()).hasSize(1);
        assertThat(value(result, "mean-improvement", Map.of()).keys()).containsEntry("note", reason);
        assertThat(result.warnings()).containsExactly("mean-improvement on the test part does not exist: " + reason);
        assertThat(result.figures()).isEmpty();
    }

    /** 1000 rows with true energies that pass, exact predictions, and one weight. */
    private static ToyEnergies rows(DoublePredicate pass, DoubleUnaryOperator prediction, double weight) {
        ToyEnergies toy = new ToyEnergies();
        for (Part part : List.of(Part.TRAINING, Part.VALIDATION, Part.TEST)) {
            double[] truth = new Random(part.ordinal())
                    .doubles(50, 8000)
                    .filter(pass)
                    .limit(1000)
                    .toArray();
            float[] energies = new float[1000];
            float[] predicted = new float[1000];
            double[] weights = new double[1000];
            double[] nothing = new double[1000];
            Arrays.fill(weights, weight);
            Arrays.fill(nothing, Double.NaN);
            for (int i = 0; i < 1000; i++) {
                energies[i] = (float) truth[i];
                predicted[i] = (float) prediction.applyAsDouble(truth[i]);
            }
            toy.rows(part, energies, predicted, weights, Map.of("nan", nothing));
        }
        return toy;
    }
}
