package org.muonframework.evaluate.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.muonframework.evaluate.Case.value;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.evaluate.Case;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Reprediction;
import org.muonframework.spi.metric.Sample;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.RowGenerator;

@DisplayName("Metrics of autoencoders")
class CodingMetricsTest {

    private static final Task TASK = new Task(
            List.of("x"),
            List.of(),
            List.of(),
            List.of(),
            List.of("reconstruction_error", "reconstructed_x", "latent_1", "latent_2"));
    private static final String ODD = "kind == 1";

    /** x, what is given back, the error, whether it is odd, the weight. */
    private static final double[][] ROWS = {
        {1, 1.5, 0.25, 0, 1},
        {2, 2.0, 0.00, 0, 2},
        {4, 3.0, 1.00, 0, 1},
        {8, 5.0, 9.00, 1, 3},
        {9, 8.5, 0.25, 1, 1}
    };

    private static float[] floats(int column) {
        float[] values = new float[ROWS.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = (float) ROWS[row][column];
        }
        return values;
    }

    private static double[] doubles(int column) {
        double[] values = new double[ROWS.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = ROWS[row][column];
        }
        return values;
    }

    private static Evaluation evaluation(Optional<Reprediction> model) {
        Sample sample = new Sample(
                Part.TEST,
                new float[][] {floats(0)},
                new int[0],
                new float[0][],
                new float[][] {floats(2), floats(1), floats(0), floats(1)},
                doubles(4),
                Map.of(ODD, doubles(3)));
        return new Evaluation("net", TASK, Case.HISTORY, List.of(sample), Part.TEST, Map.of(), model);
    }

    @Test
    @DisplayName("tell anomalies by the weighted area under the ROC curve, ties counted half")
    void anomaly() {
        Metric metric = Case.metric(new AnomalyProvider(), new AnomalySettings(ODD, "reconstruction_error"));
        MetricResult result = metric.evaluate(evaluation(Optional.empty()));

        // Of the anomalous weight 4, 3 lie above all others; 1 lies above 2 of 4, and ties with 1.
        assertThat(value(result, "anomaly-auc", Part.TEST).value()).isCloseTo((3 * 4 + 1 * 2.5) / 16, within(1e-12));
        assertThat(result.figures())
                .extracting(figure -> figure.name())
                .containsExactly("anomaly-roc", "anomaly-score");
        assertThat(metric.objection(Case.TWO)).hasValueSatisfying(reason -> assertThat(reason)
                .startsWith("needs a model that gives its features back"));
    }

    @Test
    @DisplayName("tell the mean error and the share of the variance that is given back, of the rows asked for")
    void reconstruction() {
        MetricResult all = Case.metric(new ReconstructionProvider(), new ReconstructionSettings(Optional.empty(), 10))
                .evaluate(evaluation(Optional.empty()));
        assertThat(value(all, "reconstruction-error", Part.TEST).value())
                .isCloseTo((0.25 + 1 + 27 + 0.25) / 8, within(1e-6));
        double mean = (1 + 4 + 4 + 24 + 9) / 8.0;
        double variance = ((1 - mean) * (1 - mean)
                        + 2 * (2 - mean) * (2 - mean)
                        + (4 - mean) * (4 - mean)
                        + 3 * (8 - mean) * (8 - mean)
                        + (9 - mean) * (9 - mean))
                / 8;
        assertThat(value(all, "explained-variance", Part.TEST, "feature=x").value())
                .isCloseTo(1 - (0.25 + 1 + 27 + 0.25) / 8 / variance, within(1e-9));
        assertThat(value(all, "mean-explained-variance", Part.TEST).value())
                .isEqualTo(
                        value(all, "explained-variance", Part.TEST, "feature=x").value());

        MetricResult odd = Case.metric(new ReconstructionProvider(), new ReconstructionSettings(Optional.of(ODD), 10))
                .evaluate(evaluation(Optional.empty()));
        assertThat(value(odd, "reconstruction-error", Part.TEST).value()).isCloseTo((27 + 0.25) / 4, within(1e-6));
    }

    @Test
    @DisplayName("map the code of each group with its mean and deviation")
    void latentSpace() {
        MetricResult result = Case.metric(
                        new LatentSpaceProvider(),
                        new LatentSpaceSettings(Map.of("odd", ODD), "latent_1", "latent_2", 8))
                .evaluate(evaluation(Optional.empty()));

        assertThat(value(result, "latent-mean", Part.TEST, "group=odd", "latent=latent_1")
                        .value())
                .isCloseTo((24 + 9) / 4.0, within(1e-9));
        assertThat(value(result, "latent-deviation", Part.TEST, "group=odd", "latent=latent_1")
                        .value())
                .isCloseTo(Math.sqrt(3) / 4, within(0.1));
        assertThat(result.figures()).extracting(figure -> figure.name()).containsExactly("latent-space-odd");
    }

    @Test
    @DisplayName("hold rows that are made against real ones")
    void generation() {
        RowGenerator shifted = new RowGenerator() {
            @Override
            public List<String> columns() {
                return List.of("x");
            }

            @Override
            public int codes() {
                return 1;
            }

            @Override
            public float[][] make(float[][] codes) {
                float[] made = codes[0].clone();
                for (int row = 0; row < made.length; row++) {
                    made[row] = 100 + 2 * made[row];
                }
                return new float[][] {made};
            }
        };
        Reprediction model = new Reprediction() {
            @Override
            public float[][] predict(int[] rows, float[][] features) {
                throw new IllegalStateException("nobody asks");
            }

            @Override
            public Optional<RowGenerator> generator() {
                return Optional.of(shifted);
            }
        };
        MetricResult result = Case.metric(
                        new GenerationProvider(), new GenerationSettings(Optional.empty(), 20_000, 10))
                .evaluate(evaluation(Optional.of(model)));

        assertThat(value(result, "generated-distance", Part.TEST, "feature=x").value())
                .isCloseTo(1, within(1e-12));
        assertThat(value(result, "generated-median", Part.TEST, "feature=x").value())
                .isCloseTo(100, within(0.1));
        assertThat(value(result, "generated-width", Part.TEST, "feature=x").value())
                .isCloseTo(2, within(0.06));
        assertThat(value(result, "real-median", Part.TEST, "feature=x").value()).isBetween(2.0, 8.0);

        MetricResult none = Case.metric(new GenerationProvider(), new GenerationSettings(Optional.empty(), 100, 10))
                .evaluate(evaluation(Optional.empty()));
        assertThat(none.values()).isEmpty();
        assertThat(none.notes()).containsExactly("net makes no rows here.");
    }
}
