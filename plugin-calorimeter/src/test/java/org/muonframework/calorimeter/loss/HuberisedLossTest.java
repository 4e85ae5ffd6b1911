package org.muonframework.calorimeter.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.calorimeter.Settings;
import org.muonframework.spi.model.LossBatch;
import org.muonframework.spi.model.LossCourse;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.problem.ConfigurationException;

@DisplayName("The Huberised fractional squared error")
class HuberisedLossTest {

    private static final Scaling.Fixed SCALING = new Scaling.Fixed(2500, 2000);

    /** True energies of the lowest range, 50 to 1640 GeV. */
    private static final double[] ENERGIES = {100, 200, 400, 800};

    /** Squares 100, 400, 10⁴, 9·10⁴; the threshold is the one of rank 1 + round(0.68 · 3) = 3. */
    private static final double[] DIFFERENCES = {10, -20, 100, -300};

    @Test
    @DisplayName("is d²/E up to the threshold and (t + 2√t(|d| − √t))/E beyond")
    void golden() {
        double outlier = 1e4 + 2 * 100 * (300 - 100);
        double expected = (100.0 / 100 + 400.0 / 200 + 1e4 / 400 + outlier / 800) / 4;
        assertThat(loss("").begin().evaluate(batch(ENERGIES, DIFFERENCES, true), new float[4]))
                .isCloseTo(expected, Percentage.withPercentage(1e-3));
    }

    @Test
    @DisplayName("is the mean fractional squared error where no row is beyond the threshold")
    void withoutOutliers() {
        double expected = (1.0 + 2 + 25 + 9e4 / 800) / 4;
        assertThat(loss("quantile = 1").begin().evaluate(batch(ENERGIES, DIFFERENCES, true), new float[4]))
                .isCloseTo(expected, Percentage.withPercentage(1e-3));
    }

    @Test
    void isContinuousAtTheThresholdInValueAndSlope() {
        LossCourse course = loss("").begin();
        course.restore(new double[] {1e4, 1e4, 1e4, 1e4, 1e4});
        double[] losses = new double[3];
        double[] slopes = new double[3];
        for (int i = 0; i < 3; i++) {
            float[] gradient = new float[1];
            losses[i] = course.evaluate(batch(new double[] {500}, new double[] {99.99 + 0.01 * i}, false), gradient);
            slopes[i] = gradient[0];
        }
        assertThat(losses[1]).isCloseTo(1e4 / 500, within(1e-3));
        assertThat(losses[2] - losses[1]).isCloseTo(losses[1] - losses[0], within(2e-4));
        assertThat(slopes[1]).isCloseTo(2 * 100.0 / 500 * 2000, within(1e-2));
        assertThat(slopes[2]).isCloseTo(slopes[0], within(0.1));
    }

    @Test
    void hasTheGradientOfFiniteDifferences() {
        Random random = new Random(3);
        int rows = 60;
        double[] energies = random.doubles(rows, 50, 8000).toArray();
        double[] differences = random.doubles(rows).map(u -> 3000 * (u - 0.5)).toArray();
        LossCourse course = loss("downweight = true").begin();
        LossBatch batch = batch(energies, differences, true);
        float[] gradient = new float[rows];
        course.evaluate(batch, gradient);
        LossBatch judged = judged(batch);
        course.evaluate(judged, gradient);
        float step = 1f / 4096;
        for (int row = 0; row < rows; row++) {
            float output = judged.outputs()[row];
            judged.outputs()[row] = output + step;
            double above = course.evaluate(judged, new float[rows]);
            judged.outputs()[row] = output - step;
            double below = course.evaluate(judged, new float[rows]);
            judged.outputs()[row] = output;
            assertThat((double) gradient[row])
                    .as("row %d", row)
                    .isCloseTo((above - below) / (2 * step), within(2e-3 * Math.abs(gradient[row]) + 1e-4));
        }
    }

    @Test
    void countsARowByItsWeightWhateverTheScaleOfTheWeights() {
        double once = judge(new double[] {100, 200, 200}, new double[] {10, 20, 20}, 1, 1, 1);
        assertThat(judge(new double[] {100, 200}, new double[] {10, 20}, 1, 2)).isCloseTo(once, within(1e-4));
        assertThat(judge(new double[] {100, 200}, new double[] {10, 20}, 7, 14)).isCloseTo(once, within(1e-4));
        assertThat(judge(new double[] {100, 200}, new double[] {10, 20}, 2, -1)).isCloseTo(0, within(1e-3));
    }

    @Test
    @DisplayName("moves the thresholds a tenth of the way to each batch's own, and only those of ranges with rows")
    void thresholds() {
        LossCourse course = loss("").begin();
        course.evaluate(batch(ENERGIES, DIFFERENCES, true), new float[4]);
        assertThat(course.state()).containsExactly(new double[] {1e4, -1, -1, -1, -1}, within(1.0));
        course.evaluate(batch(new double[] {500, 8000}, new double[] {200, 30}, true), new float[2]);
        assertThat(course.state()).containsExactly(new double[] {1.3e4, -1, -1, -1, 900}, within(1.0));
        course.evaluate(batch(new double[] {9000}, new double[] {0}, true), new float[1]);
        assertThat(course.state()[4]).as("above the highest energy").isCloseTo(810, within(1.0));
    }

    @Test
    void learnsNothingFromRowsToJudgeBy() {
        LossCourse course = loss("").begin();
        double first = course.evaluate(batch(ENERGIES, DIFFERENCES, false), new float[4]);
        assertThat(course.state()).containsOnly(-1);
        assertThat(course.evaluate(batch(ENERGIES, DIFFERENCES, true), new float[4]))
                .as("the rows' own thresholds, where there are none yet")
                .isEqualTo(first);
    }

    @Test
    void goesOnWhereItsStateWasTaken() {
        LossCourse course = loss("").begin();
        course.evaluate(batch(ENERGIES, DIFFERENCES, true), new float[4]);
        LossCourse other = loss("").begin();
        other.restore(course.state());
        LossBatch next = batch(ENERGIES, new double[] {50, 60, 70, 800}, true);
        assertThat(other.evaluate(next, new float[4])).isEqualTo(course.evaluate(next, new float[4]));
        assertThat(other.state()).isEqualTo(course.state());
        assertThat(loss("").begin().state())
                .as("no course shares what another one learned")
                .containsOnly(-1);
    }

    @ParameterizedTest(name = "{0} GeV of up to {1} GeV: {2}")
    @CsvSource({
        "50, 8000, 1.000000",
        "4000, 8000, 0.965555",
        "5000, 8000, 0.500000",
        "6000, 8000, 0.158869",
        "8000, 8000, 0.006693",
        "3000, 4000, 0.500000",
        "2850, 4000, 0.731059",
        "3300, 4000, 0.268941"
    })
    void mayCountHighEnergiesLess(double energy, double highest, double expected) {
        assertThat(HighEnergyWeight.upTo(highest).at(energy)).isCloseTo(expected, within(5e-7));
        assertThat(HighEnergyWeight.NONE.at(energy)).isEqualTo(1);
        LossBatch batch = batch(new double[] {energy}, new double[] {100}, false);
        double plain = loss("").begin().evaluate(batch, new float[1]);
        String settings = "downweight = true, highest = " + highest;
        assertThat(loss(settings).begin().evaluate(batch, new float[1])).isCloseTo(expected * plain, within(1e-4));
    }

    @Test
    void refusesEnergiesThatItCannotDivideBy() {
        HuberisedLoss loss = loss("");
        assertThat(loss.columns()).containsExactly("true_energy");
        assertThat(loss.objection(Map.of("true_energy", new double[] {1, 8000})))
                .isEmpty();
        for (double bad : new double[] {0, -3, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThat(loss.objection(Map.of("true_energy", new double[] {1, bad})))
                    .contains("row 2: the true energy 'true_energy' is " + bad
                            + " GeV; the loss divides by it and expects a finite number above 0");
        }
        assertThat(new HuberisedLoss(loss.settings(), "E (true)", SCALING).columns())
                .containsExactly("`E (true)`");
        assertThatThrownBy(() -> loss("lowest = 9000"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the lowest energy has to be below the highest");
    }

    @Test
    void hasANameThatTellsItFromOthers() {
        assertThat(loss("").name())
                .isEqualTo(loss("").name())
                .isNotEqualTo(loss("bins = 4").name());
    }

    private static double judge(double[] energies, double[] differences, double... weights) {
        LossBatch plain = batch(energies, differences, false);
        float[] floats = new float[weights.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) weights[i];
        }
        LossBatch weighted = new LossBatch(plain.outputs(), 1, plain.truth(), floats, false, plain.columns(), 1);
        return loss("quantile = 1").begin().evaluate(weighted, new float[floats.length]);
    }

    private static HuberisedLoss loss(String settings) {
        return new HuberisedLoss(Settings.bind(settings, HuberisedLossSettings.class), "true_energy", SCALING);
    }

    private static LossBatch judged(LossBatch batch) {
        return new LossBatch(batch.outputs(), 1, batch.truth(), batch.weights(), false, batch.columns(), 1);
    }

    private static LossBatch batch(double[] energies, double[] differences, boolean training) {
        int rows = energies.length;
        float[] outputs = new float[rows];
        float[] truth = new float[rows];
        float[] columns = new float[rows];
        float[] weights = new float[rows];
        for (int i = 0; i < rows; i++) {
            outputs[i] = (float) ((energies[i] + differences[i] - 2500) / 2000);
            truth[i] = (float) ((energies[i] - 2500) / 2000);
            columns[i] = (float) energies[i];
            weights[i] = 1;
        }
        return new LossBatch(outputs, 1, truth, weights, training, Map.of("true_energy", columns), 1);
    }
}
