package org.muonframework.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.DataException;

@DisplayName("Training weights")
class WeightNormalisationTest {

    private static final List<String> CLASSES = List.of("background", "signal");
    private static final int[] LABELS = {0, 0, 1, 1};

    private static PreparedPart part(double... weights) {
        float[] training = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            training[i] = (float) weights[i];
        }
        return new PreparedPart(
                Part.TRAINING, new float[0][], LABELS, new float[0][], weights, training, Map.of(), Map.of());
    }

    private static float[] normalised(WeightNormalisation how, double... weights) {
        PreparedPart part = part(weights);
        WeightFactors.fit(how, part, CLASSES).apply(part.labels(), part.trainingWeights());
        assertThat(part.weights()).as("weights of the evaluation").containsExactly(weights);
        return part.trainingWeights();
    }

    @Test
    @DisplayName("add up to 1, have mean 1, or the same sum for each class; negative ones keep their part")
    void goldens() {
        assertThat(normalised(WeightNormalisation.NONE, 1, 3, 2, -1)).containsExactly(1, 3, 2, -1);
        assertThat(normalised(WeightNormalisation.SUM, 1, 3, 2, -1)).containsExactly(0.2f, 0.6f, 0.4f, -0.2f);
        assertThat(normalised(WeightNormalisation.MEAN_ONE, 1, 3, 2, -1)).containsExactly(0.8f, 2.4f, 1.6f, -0.8f);
        assertThat(normalised(WeightNormalisation.PER_CLASS, 1, 3, 2, -1)).containsExactly(0.5f, 1.5f, 4, -2);
    }

    @Test
    @DisplayName("of 1 become N / (2 N_c) per class, the usual balance of two classes of N_c rows each")
    void balanced() {
        PreparedPart part = new PreparedPart(
                Part.TRAINING,
                new float[0][],
                new int[] {1, 0, 1, 1, 1, 0, 1, 1, 1, 1},
                new float[0][],
                new double[10],
                new float[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1},
                Map.of(),
                Map.of());
        WeightFactors.fit(WeightNormalisation.PER_CLASS, part, CLASSES).apply(part.labels(), part.trainingWeights());

        float background = 10f / (2 * 2);
        float signal = 10f / (2 * 8);
        assertThat(part.trainingWeights())
                .containsExactly(
                        signal, background, signal, signal, signal, background, signal, signal, signal, signal);
    }

    @Test
    @DisplayName("cannot be scaled where they do not add up to more than 0; the message names the class")
    void notPositive() {
        assertThatThrownBy(() -> normalised(WeightNormalisation.MEAN_ONE, 1, -1, 2, -2))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the training weights add up to 0.0")
                .hasMessageContaining("'mean-one'");
        assertThatThrownBy(() -> normalised(WeightNormalisation.PER_CLASS, 1, 1, 2, -3))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("of class 'signal' add up to -1.0")
                .hasMessageContaining("weights.negative");
    }

    @Test
    @DisplayName("are counted as they are and as they are trained with")
    void counted() {
        PreparedPart part = part(1, 3, 2, -1);
        WeightFactors.fit(WeightNormalisation.PER_CLASS, part, CLASSES).apply(part.labels(), part.trainingWeights());

        assertThat(part.weightCounts("training", CLASSES))
                .containsExactly(
                        new WeightCount("training", "all", 4, 1, 5, 25 / 15.0, 4, 16 / 22.5),
                        new WeightCount("training", "background", 2, 0, 4, 1.6, 2, 1.6),
                        new WeightCount("training", "signal", 2, 1, 1, 0.2, 2, 0.2));
    }

    @Test
    @DisplayName("of the validation part are scaled by the factors of the training part; evaluation keeps every sign")
    void oneFactor() {
        int rows = 400;
        double[] y = new double[rows];
        double[] w = new double[rows];
        long[] event = new long[rows];
        Arrays.setAll(y, row -> row % 2);
        Arrays.setAll(w, row -> row % 7 == 0 ? -1 : 1 + row % 3);
        Arrays.setAll(event, row -> row);
        ColumnsDataset data = new ColumnsDataset()
                .with("pt", w)
                .with("y", ColumnRole.LABEL, y)
                .with("w", ColumnRole.WEIGHT, w)
                .with("event", ColumnRole.KEY, event);
        Plans plan =
                new Plans().negativeWeights(NegativeWeights.ZERO_IN_TRAINING).normalise(WeightNormalisation.MEAN_ONE);

        PreparedData prepared = Preparation.of(data, plan.plan()).prepare(1, read -> {});

        double factor = factor(prepared.training());
        assertThat(factor(prepared.validation())).isCloseTo(factor, within(1e-6));
        double sum = 0;
        for (float weight : prepared.training().trainingWeights()) {
            sum += weight;
        }
        assertThat(sum / prepared.training().size()).isCloseTo(1, within(1e-6));
        assertThat(prepared.part(Part.TEST).orElseThrow().weights()).contains(-1);
        assertThat(prepared.weights()).hasSize(9);
    }

    private static double factor(PreparedPart part) {
        for (int row = 0; row < part.size(); row++) {
            if (part.weights()[row] > 0) {
                return part.trainingWeights()[row] / part.weights()[row];
            }
        }
        throw new AssertionError("no weight is positive");
    }

    @Test
    @DisplayName("cannot be the same for each class where there are none")
    void withoutClasses() {
        ColumnsDataset data = new ColumnsDataset().with("pt", 1, 2).with("event", ColumnRole.KEY, new long[] {1, 2});
        PreparationPlan plan = new Plans()
                .classes()
                .targets("pt")
                .features("pt")
                .normalise(WeightNormalisation.PER_CLASS)
                .plan();

        assertThatThrownBy(() -> Preparation.of(data, plan))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("weights.normalise: 'per-class' needs classes");
    }
}
