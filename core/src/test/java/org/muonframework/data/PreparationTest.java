package org.muonframework.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.problem.DataException;

@DisplayName("The preparation of a dataset")
class PreparationTest {

    private static final int ROWS = 10_000;
    private static final long FIRST_EVENT = 9_007_199_254_740_993L; // 2⁵³ + 1: a double would lose its last digit

    private final double[] pt = new double[ROWS];
    private final double[] eta = new double[ROWS];
    private final double[] signal = new double[ROWS];
    private final double[] weight = new double[ROWS];
    private final long[] event = new long[ROWS];

    PreparationTest() {
        SplittableRandom random = new SplittableRandom(3);
        for (int row = 0; row < ROWS; row++) {
            pt[row] = random.nextDouble(2, 50);
            eta[row] = random.nextDouble(-3, 3);
            signal[row] = random.nextInt(2);
            weight[row] = random.nextDouble(0.5, 1.5);
            event[row] = FIRST_EVENT + row / 2;
        }
    }

    private ColumnsDataset data() {
        return new ColumnsDataset()
                .with("pt", pt)
                .with("eta", eta)
                .with("signal", ColumnRole.LABEL, signal)
                .with("mcWeight", ColumnRole.WEIGHT, weight)
                .with("event", ColumnRole.KEY, event);
    }

    private static PreparedData prepare(ColumnsDataset data, Plans plans) {
        return Preparation.of(data, plans.plan()).prepare(1, rows -> {});
    }

    private PreparedData prepare(Plans plans) {
        return prepare(data(), plans);
    }

    @Test
    @DisplayName("keeps every selected row once, with all that belongs to it")
    void rows() {
        PreparedData prepared = prepare(new Plans()
                .derive("pz", "pt * sinh(eta)")
                .derive("p", "pt * cosh(eta)")
                .selection("pt > 10 && abs(eta) < 2")
                .features("p", "eta")
                .targets("pz")
                .weight("2")
                .columns("eta", "pt / 2"));

        boolean[] seen = new boolean[ROWS];
        for (PreparedPart part : prepared.parts()) {
            for (int i = 0; i < part.size(); i++) {
                int row = rowOf(part, i);
                assertThat(seen[row]).isFalse();
                seen[row] = true;
                assertThat(part.features()[0][i]).isCloseTo((float) (pt[row] * Math.cosh(eta[row])), within(1e-4f));
                assertThat(part.features()[1][i]).isEqualTo((float) eta[row]);
                assertThat(part.targets()[0][i]).isCloseTo((float) (pt[row] * Math.sinh(eta[row])), within(1e-4f));
                assertThat(part.labels()[i]).isEqualTo((int) signal[row]);
                assertThat(part.weights()[i]).isEqualTo(2 * weight[row]);
                assertThat(part.columns().get("pt / 2")[i]).isEqualTo(pt[row] / 2);
                assertThat(event[row]).isEqualTo(((Column.Longs) part.keys().get("event")).values()[i]);
            }
        }
        for (int row = 0; row < ROWS; row++) {
            assertThat(seen[row]).isEqualTo(pt[row] > 10 && Math.abs(eta[row]) < 2);
        }
    }

    /** The row with the pt of row {@code i} of a part. */
    private int rowOf(PreparedPart part, int i) {
        double half = part.columns().get("pt / 2")[i];
        for (int row = 0; row < ROWS; row++) {
            if (pt[row] / 2 == half) {
                return row;
            }
        }
        throw new AssertionError("no such row");
    }

    @Test
    @DisplayName("counts rows and weights after each step")
    void counts() {
        PreparedData prepared = prepare(new Plans().selection("pt > 10"));

        assertThat(prepared.steps())
                .extracting(StepCount::step)
                .containsExactly("read", "selection", "missing", "training", "validation", "test");
        assertThat(prepared.steps().get(0).rows()).isEqualTo(ROWS);
        assertThat(prepared.steps().get(0).sumOfWeights())
                .isCloseTo(Arrays.stream(weight).sum(), within(1e-6));
        assertThat(prepared.steps().get(1).rows())
                .isEqualTo(Arrays.stream(pt).filter(x -> x > 10).count());
        assertThat(prepared.steps().subList(3, 6).stream()
                        .mapToLong(StepCount::rows)
                        .sum())
                .isEqualTo(prepared.steps().get(2).rows());
        assertThat(prepared.training().size())
                .isEqualTo((int) prepared.steps().get(3).rows());
    }

    @ParameterizedTest
    @DisplayName("gives the same for any size of batch")
    @ValueSource(ints = {1, 7, 1024, 100_000})
    void batches(int rows) {
        Plans plans = new Plans()
                .selection("pt > 10 || eta < 0")
                .derive("x", "pt * eta")
                .features("x", "pt");
        PreparedData expected = prepare(plans);
        PreparedData prepared = prepare(data().inBatchesOf(rows), plans);

        assertThat(prepared.steps()).isEqualTo(expected.steps());
        for (int p = 0; p < 3; p++) {
            assertThat(prepared.parts().get(p).features())
                    .isDeepEqualTo(expected.parts().get(p).features());
            assertThat(prepared.parts().get(p).weights())
                    .isEqualTo(expected.parts().get(p).weights());
        }
    }

    @Test
    @DisplayName("makes what trainers and metrics take")
    void views() {
        PreparedData prepared = prepare(new Plans().columns("eta").split(0.6, 0.4));
        PreparedPart training = prepared.training();
        float[][] scores = {new float[training.size()]};

        assertThat(prepared.parts()).extracting(PreparedPart::part).containsExactly(Part.TRAINING, Part.VALIDATION);
        assertThat(training.rows().size()).isEqualTo(training.size());
        assertThat(training.inputs().columns()).isSameAs(training.features());
        Sample sample = training.sample(training.features(), List.of(), scores);
        assertThat(sample.part()).isEqualTo(Part.TRAINING);
        assertThat(sample.predictions()).isSameAs(scores);
        assertThat(sample.columns()).containsOnlyKeys("eta");
        assertThat(prepared.columns()).containsOnlyKeys("pt", "eta");
        assertThat(prepared.task().predictions()).containsExactly("score");
    }

    @Test
    @DisplayName("tells progress after each batch")
    void progress() {
        List<Long> told = new ArrayList<>();
        Preparation.of(data().inBatchesOf(4000), new Plans().plan()).prepare(1, told::add);
        assertThat(told).containsExactly(4000L, 8000L, 10_000L);
    }

    @Test
    @DisplayName("says which condition takes every row away")
    void emptySelection() {
        assertThatThrownBy(() ->
                        prepare(new Plans().derive("twice", "2 * pt").selection("twice > 10 && pt < 1 && eta < 9")))
                .isInstanceOf(DataException.class)
                .hasMessageMatching(
                        "the selection 'twice > 10 && pt < 1 && eta < 9' leaves none of 10000 rows\\. Passing"
                                + " each condition alone: 'twice > 10' 9\\d{3}, 'pt < 1' 0, 'eta < 9' 10000");
    }

    @Test
    @DisplayName("says when there are no rows at all")
    void noRows() {
        ColumnsDataset empty = new ColumnsDataset()
                .with("pt")
                .with("y", ColumnRole.LABEL, new double[0])
                .with("event", ColumnRole.KEY, new long[0]);
        assertThatThrownBy(() -> prepare(empty, new Plans())).hasMessage("there are no rows in the data");
    }

    @Test
    @DisplayName("names source, row and count of bad labels, weights and targets")
    void badTruth() {
        signal[41] = 2;
        signal[77] = 0.5;
        weight[6] = Double.NaN;
        eta[9] = Double.POSITIVE_INFINITY;
        assertThatThrownBy(() -> prepare(new Plans().targets("eta")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(
                        "memory: row 42: label 'signal' is not the number of a class, 0 to 1 (2.0 here), in 2"
                                + " rows")
                .hasMessageContaining(
                        "memory: row 7: weight 'mcWeight' is not a finite number (NaN here), in this row only")
                .hasMessageContaining("memory: row 10: target 'eta' is not a finite number (Infinity here)");
        assertThat(prepare(new Plans().selection("signal < 2 && signal != 0.5 && !isNaN(mcWeight)"))
                        .parts())
                .hasSize(3);
    }

    @Test
    @DisplayName("refuses a single class, in all rows or in training")
    void oneClass() {
        assertThatThrownBy(() -> prepare(new Plans().selection("signal == 1 && pt > 30")))
                .isInstanceOf(DataException.class)
                .hasMessageMatching("there is only one class, 'signal' \\(1\\) with \\d+ rows: nothing can be told.*");
    }

    @Test
    @DisplayName("refuses classes of which only one has weight in training")
    void onlyOneClassWeighs() {
        assertThatThrownBy(() -> prepare(new Plans().weight("signal == 1 ? 0 : 1")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the training part has only one class whose weights are not all zero")
                .hasMessageContaining("(with those that weigh nothing: ");
    }

    @Test
    @DisplayName("refuses weights that are all zero, and explains the policy that made them so")
    void zeroWeights() {
        assertThatThrownBy(() -> prepare(new Plans().weight("0")))
                .hasMessageContaining("weights of the training part are zero");
        assertThatThrownBy(() -> prepare(new Plans().weight("-1").negativeWeights(NegativeWeights.ZERO_IN_TRAINING)))
                .hasMessageContaining("once the negative ones are set to zero");
    }

    @Test
    @DisplayName("refuses a split that leaves training or validation empty")
    void emptyParts() {
        Arrays.fill(event, 4);
        assertThatThrownBy(() -> prepare(new Plans()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(
                        "part of the split is empty: 10000 rows, fractions 0.5 and 0.3, split by [event]");
    }

    @Test
    @DisplayName("applies the policy for negative weights to training only, and counts them")
    void negativeWeights() {
        Plans plans = new Plans().weight("pt > 25 ? -1 : 1");
        for (NegativeWeights policy :
                List.of(NegativeWeights.KEEP, NegativeWeights.ZERO_IN_TRAINING, NegativeWeights.ABSOLUTE)) {
            PreparedData prepared = prepare(plans.negativeWeights(policy));
            PreparedPart part = prepared.training();
            assertThat(prepared.negativeWeights())
                    .isEqualTo(Arrays.stream(pt).filter(x -> x > 25).count());
            for (int i = 0; i < part.size(); i++) {
                double signed = part.weights()[i];
                float expected = (float)
                        switch (policy) {
                            case ZERO_IN_TRAINING -> signed < 0 ? 0 : signed;
                            case ABSOLUTE -> Math.abs(signed);
                            default -> signed;
                        };
                assertThat(part.rows().weights()[i]).isEqualTo(expected);
                assertThat(signed < 0).isEqualTo(part.features()[0][i] > 25);
            }
        }
        assertThatThrownBy(() -> prepare(plans.negativeWeights(NegativeWeights.ERROR)))
                .hasMessageMatching("memory: row \\d+: weight 'mcWeight' times 'pt > 25 \\? -1 : 1' is negative .*"
                        + "weights.negative = error forbids it.*");
    }

    @Test
    @DisplayName("stops at missing values unless told what to do, naming every column")
    void missingIsAnError() {
        pt[4] = Double.NaN;
        pt[5] = Double.NEGATIVE_INFINITY;
        eta[100] = -999;
        Plans plans = new Plans()
                .features("pt", "eta")
                .missing(new MissingPolicy(OptionalDouble.of(-999), MissingPolicy.Policy.ERROR, 0));
        assertThatThrownBy(() -> prepare(plans))
                .isInstanceOf(DataException.class)
                .hasMessage("memory: row 5: feature 'pt' is missing (NaN here), in 2 rows. Choose missing.policy: mean,"
                        + " median, constant or drop\n"
                        + "memory: row 101: feature 'eta' is missing (-999.0 here), in this row only. Choose"
                        + " missing.policy: mean, median, constant or drop");
    }

    @Test
    @DisplayName("drops rows with missing values, and counts them")
    void missingIsDropped() {
        pt[4] = Double.NaN;
        eta[4] = Double.NaN;
        eta[5] = Double.NaN;
        PreparedData prepared = prepare(new Plans().features("pt", "eta").missing(MissingPolicy.Policy.DROP));

        assertThat(prepared.missing()).isEqualTo(Map.of("pt", 1L, "eta", 2L));
        assertThat(prepared.steps().get(2).rows()).isEqualTo(ROWS - 2);
        assertThat(prepared.fillValues().values()).isEmpty();
        Arrays.fill(pt, Double.NaN);
        assertThatThrownBy(() -> prepare(new Plans().missing(MissingPolicy.Policy.DROP)))
                .hasMessageContaining("leaves none of 10000 rows");
    }

    @Test
    @DisplayName("fills with the weighted mean, the median or a constant; fitted on the training part alone")
    void missingIsFilled() {
        for (int row = 0; row < ROWS; row += 5) {
            pt[row] = -999;
        }
        for (MissingPolicy.Policy policy :
                List.of(MissingPolicy.Policy.MEAN, MissingPolicy.Policy.MEDIAN, MissingPolicy.Policy.CONSTANT)) {
            PreparedData prepared =
                    prepare(new Plans().columns("pt").missing(new MissingPolicy(OptionalDouble.of(-999), policy, 3.5)));
            float fill = prepared.fillValues().values()[0];
            PreparedPart training = prepared.training();

            assertThat(fill).isCloseTo((float) expectedFill(policy, training), within(1e-5f));
            for (PreparedPart part : prepared.parts()) {
                double[] original = part.columns().get("pt");
                for (int i = 0; i < part.size(); i++) {
                    assertThat(part.features()[0][i]).isEqualTo(original[i] == -999 ? fill : (float) original[i]);
                }
            }
        }
        assertThat(pt[0]).isEqualTo(-999);
    }

    private static double expectedFill(MissingPolicy.Policy policy, PreparedPart training) {
        double[] values = training.columns().get("pt");
        if (policy == MissingPolicy.Policy.MEAN) {
            double sum = 0;
            double weights = 0;
            for (int i = 0; i < values.length; i++) {
                if (values[i] != -999) {
                    sum += values[i] * training.weights()[i];
                    weights += training.weights()[i];
                }
            }
            return sum / weights;
        }
        double[] sorted = Arrays.stream(values).filter(x -> x != -999).sorted().toArray();
        return policy == MissingPolicy.Policy.CONSTANT
                ? 3.5
                : 0.5 * (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]);
    }

    @Test
    @DisplayName("cannot fill a feature that has no value in training")
    void nothingToFit() {
        Arrays.fill(pt, Double.NaN);
        assertThatThrownBy(() -> prepare(new Plans().missing(MissingPolicy.Policy.MEDIAN)))
                .hasMessage(
                        "pt: every value of the training part is missing, so it has no median; leave the feature out"
                                + " or use the policy 'constant'");
    }
}
