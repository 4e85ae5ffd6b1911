package org.muonframework.train.neural.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Shape;
import org.muonframework.train.neural.data.DropoutMask;

@DisplayName("Dropout on an engine")
class DropoutBlockTest {

    private static final int ROWS = 5;
    private static final double RATE = 0.3;

    static Stream<Shape> shapes() {
        return Stream.of(Shape.of(7), Shape.of(3, 4), Shape.of(2, 3, 4), Shape.of(2, 2, 3, 2));
    }

    @ParameterizedTest(name = "over {0}")
    @MethodSource("shapes")
    @DisplayName("drops what the mask of epoch, batch and node drops, and enlarges the rest")
    void dropsWhatItsMaskDrops(Shape shape) {
        try (LayerBench bench = new LayerBench(new Layer.Dropout(RATE), shape)) {
            assertThat(train(bench, shape, 4, 2)).isEqualTo(expected(shape, 4, 2));
            assertThat(train(bench, shape, 4, 3)).isEqualTo(expected(shape, 4, 3));
            assertThat(train(bench, shape, 4, 2)).isEqualTo(expected(shape, 4, 2));
            assertThat(expected(shape, 4, 2)).contains(0).isNotEqualTo(expected(shape, 4, 3));
        }
    }

    @Test
    void dropsNothingInEvaluation() {
        float[] x = ones(Shape.of(7));
        try (LayerBench bench = new LayerBench(new Layer.Dropout(RATE), Shape.of(7))) {
            assertThat(bench.evaluate(x, ROWS)).isEqualTo(x);
        }
    }

    private static float[] train(LayerBench bench, Shape shape, int epoch, int batch) {
        bench.moveTo(epoch, batch);
        float[] x = ones(shape);
        return bench.train(x, ROWS, x);
    }

    private static float[] expected(Shape shape, int epoch, int batch) {
        DropoutMask mask = DropoutMask.of(new RandomStreams(LayerBench.SEED), epoch, batch, 0, RATE);
        float[] values = ones(shape);
        for (int i = 0; i < values.length; i++) {
            values[i] = mask.drops(i) ? 0 : (float) (1 / (1 - RATE));
        }
        return values;
    }

    private static float[] ones(Shape shape) {
        float[] values = new float[ROWS * Math.toIntExact(shape.elements())];
        Arrays.fill(values, 1);
        return values;
    }
}
