package org.muonframework.train.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.muonframework.train.neural.Fixtures.curve;
import static org.muonframework.train.neural.Fixtures.settings;
import static org.muonframework.train.neural.Fixtures.train;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.model.Shape;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingData;

/** MXNet keeps the weights of convolutions with 16 channels and more in a layout of its own once it was asked to score. */
@DisplayName("A network of wide convolutions")
class WideConvolutionTest {

    private static final Layer WIDE =
            new Layer.Convolution(16, List.of(3, 3, 3), List.of(1, 1, 1), List.of(1, 1, 1), false);

    private static Architecture network() {
        ArchitectureBuilder network = Architecture.builder();
        String image = network.image("shower", Shape.of(1, 6, 4, 4));
        String body = network.apply(
                "body", List.of(WIDE, WIDE, new Layer.GlobalPool(Layer.PoolKind.SUM), new Layer.Dense(1)), image);
        network.output("size", body, new Loss.MeanSquaredError(), 1, List.of("size"), Scaling.STANDARDISE);
        return network.build();
    }

    @Test
    @DisplayName("goes back to its best epoch, and predicts what it was validated with")
    void goesBack() {
        TrainingData data = Showers.data(120);
        try (TrainedModel model = train(network(), data, settings("""
                epochs = 6, batch-size = 40, early-stopping { patience = 6 },
                optimizer { type = adam, learning-rate = 0.03 }
                """), 1)) {
            List<Double> losses = curve(model, "loss", "validation");
            double best = Collections.min(losses);
            assertThat(model.history().best()).isEqualTo(losses.indexOf(best));
            assertThat(model.history().best()).as("of %s", losses).isLessThan(losses.size() - 1);
            Rows rows = data.validation();
            float[] found = model.predict(new Features(rows.features(), rows.size(), rows.images()))[0];
            assertThat(meanSquare(found, rows) / variance(data.training())).isCloseTo(best, withinPercentage(0.01));
        }
    }

    private static double meanSquare(float[] found, Rows rows) {
        double sum = 0;
        double weights = 0;
        for (int row = 0; row < found.length; row++) {
            double difference = found[row] - rows.targets()[0][row];
            sum += rows.weights()[row] * difference * difference;
            weights += rows.weights()[row];
        }
        return sum / weights;
    }

    private static double variance(Rows rows) {
        double sum = 0;
        double weights = 0;
        for (int row = 0; row < rows.size(); row++) {
            sum += rows.weights()[row] * rows.targets()[0][row];
            weights += rows.weights()[row];
        }
        float[] mean = new float[rows.size()];
        Arrays.fill(mean, (float) (sum / weights));
        return meanSquare(mean, rows);
    }
}
