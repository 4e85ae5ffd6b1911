package org.muonframework.train.neural.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Shape;
import org.muonframework.train.neural.store.Tensor;

@DisplayName("A layer over a sequence")
class SequenceLayersTest {

    @Test
    void positionsAreToldApartByTheirEmbeddings() {
        try (LayerBench bench = new LayerBench(new Layer.PositionEmbedding(), Shape.of(2, 3))) {
            float[] embedding = {1, 2, 3, 4, 5, 6};
            bench.restore(List.of(new Tensor(bench.parameters().get(0).name(), List.of(2, 3), embedding)));
            float[] x = {10, 10, 10, 10, 10, 10, 20, 20, 20, 20, 20, 20};
            assertThat(bench.evaluate(x, 2)).containsExactly(11, 12, 13, 14, 15, 16, 21, 22, 23, 24, 25, 26);
        }
    }

    @ParameterizedTest(name = "{0} steps")
    @ValueSource(ints = {1, 2})
    @DisplayName("of long short-term memory starts with a forget gate of bias 1, which counts from the second step on")
    void memoryRemembersFromTheStart(int steps) {
        Layer layer = new Layer.Recurrent(Layer.RecurrentKind.LSTM, 2, false);
        try (LayerBench bench = new LayerBench(layer, Shape.of(steps, 3))) {
            List<Tensor> start = bench.parameters();
            assertThat(start.get(2).values()).containsExactly(0, 0, 1, 1, 0, 0, 0, 0);
            assertThat(start.get(3).values()).containsOnly(0);
            float[] x = Arrays.copyOf(new float[] {0.3f, -1.2f, 0.7f, 1.1f, 0.4f, -0.6f}, 3 * steps);
            float[] remembering = bench.evaluate(x, 1);
            List<Tensor> forgetful = new ArrayList<>(start);
            forgetful.set(2, new Tensor(start.get(2).name(), List.of(8), new float[8]));
            bench.restore(forgetful);
            float[] forgetting = bench.evaluate(x, 1);
            assertThat(Arrays.equals(remembering, forgetting)).isEqualTo(steps == 1);
        }
    }

    @Test
    void embeddingsStartApart() {
        try (LayerBench bench = new LayerBench(new Layer.PositionEmbedding(), Shape.of(4, 8))) {
            float[] start = bench.parameters().get(0).values();
            assertThat(start).doesNotHaveDuplicates();
            for (float value : start) {
                assertThat(Math.abs(value)).isLessThanOrEqualTo((float) Math.sqrt(6.0 / 12));
            }
        }
    }

    @Test
    void aTranspositionTurnsRowsIntoColumns() {
        try (LayerBench bench = new LayerBench(new Layer.Transpose(), Shape.of(2, 3))) {
            assertThat(bench.evaluate(new float[] {1, 2, 3, 4, 5, 6}, 1)).containsExactly(1, 4, 2, 5, 3, 6);
        }
    }
}
