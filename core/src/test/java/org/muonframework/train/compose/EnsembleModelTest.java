package org.muonframework.train.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.Ensemble;
import org.muonframework.spi.train.FeatureGains;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.History;
import org.muonframework.spi.train.TrainedModel;

@DisplayName("The model of an ensemble")
class EnsembleModelTest {

    private static final Task TASK = new Task(List.of("pt", "eta"), List.of(), List.of("energy", "angle"));
    private static final Ensemble WEIGHTS =
            new Ensemble("", true, List.of(new Ensemble.Member(1, 0.75), new Ensemble.Member(3, 0.25)), "");

    private final List<String> closed = new ArrayList<>();
    private final EnsembleModel model = new EnsembleModel(
            new Members(2, Members.Over.FOLDS, Members.Weights.VALIDATION_LOSS),
            WEIGHTS,
            List.of(
                    new Fixed("first", new float[][] {{4, 8}, {-1, Float.NaN}}, Map.of("pt", 1.0), closed),
                    new Fixed("second", new float[][] {{8, 8}, {1, 1}}, Map.of("pt", 0.5, "eta", 0.5), closed)));

    @Test
    @DisplayName("averages every output by itself; without one prediction there is no mean")
    void outputs() {
        float[][] predicted = model.predict(new Features(new float[2][2], 2));

        assertThat(predicted).hasDimensions(2, 2);
        assertThat(predicted[0]).containsExactly(5, 8);
        assertThat(predicted[1]).containsExactly(-0.5f, Float.NaN);
        assertThat(model.task()).isEqualTo(TASK);
    }

    @Test
    @DisplayName("has the parameters of all members, and the mean of what features did, none being nothing")
    void sums() {
        assertThat(model.parameters()).hasValue(14);
        assertThat(model.featureGains())
                .containsExactly(new FeatureGains("energy", "", Map.of("pt", 0.875, "eta", 0.125)));
    }

    @Test
    @DisplayName("closes all members, even if one cannot be closed")
    void close() {
        assertThatThrownBy(model::close).hasMessage("first cannot be closed");
        assertThat(closed).containsExactly("first", "second");
    }

    /** Predicts what it was made with, and cannot be closed if it is the first. */
    private record Fixed(String name, float[][] predictions, Map<String, Double> shares, List<String> closed)
            implements TrainedModel {

        @Override
        public Task task() {
            return TASK;
        }

        @Override
        public float[][] predict(Features features) {
            return predictions;
        }

        @Override
        public History history() {
            throw new IllegalStateException("nobody asks");
        }

        @Override
        public OptionalLong parameters() {
            return OptionalLong.of(7);
        }

        @Override
        public List<FeatureGains> featureGains() {
            return List.of(new FeatureGains("energy", "", shares));
        }

        @Override
        public void save(Path directory) {
            throw new IllegalStateException("nobody asks");
        }

        @Override
        public void close() {
            closed.add(name);
            if (name.equals("first")) {
                throw new IllegalStateException("first cannot be closed");
            }
        }
    }
}
