package org.muonframework.train.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muonframework.train.neural.Fixtures.XOR;
import static org.muonframework.train.neural.Fixtures.classifier;
import static org.muonframework.train.neural.Fixtures.settings;
import static org.muonframework.train.neural.Fixtures.train;
import static org.muonframework.train.neural.Fixtures.xor;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.model.TreeModel;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.TrainingData;

@DisplayName("The neural trainer, given what it cannot train,")
class NeuralTrainerProblemsTest {

    @Test
    void saysWhatIsWrongWithTheData() {
        Rows good = xor(10, 1, 0);
        float[][] features = {good.features()[0].clone(), good.features()[1]};
        features[0][6] = Float.NaN;
        Rows bad = new Rows(features, good.labels(), new float[0][], good.weights());
        Rows weightless = new Rows(good.features(), good.labels(), new float[0][], new float[10]);
        assertThatThrownBy(() -> train(classifier(XOR), new TrainingData(XOR, bad, good), settings(1, 5, 1e-2), 1))
                .isInstanceOf(DataException.class)
                .hasMessage("training row 7: feature 'x' is NaN, not a finite number");
        assertThatThrownBy(
                        () -> train(classifier(XOR), new TrainingData(XOR, good, weightless), settings(1, 5, 1e-2), 1))
                .isInstanceOf(DataException.class)
                .hasMessage("validation rows: there are 10, and their weights sum to 0");
    }

    @Test
    void saysWhereTheLossExplodes() {
        Task task = new Task(List.of("x"), List.of(), List.of("t"));
        ArchitectureBuilder network = Architecture.builder();
        String x = network.input("features", task.features(), Scaling.NONE);
        network.output(
                "t",
                network.apply("line", new Layer.Dense(1), x),
                new Loss.MeanSquaredError(),
                1,
                List.of("t"),
                Scaling.NONE);
        Rows wild = new Rows(
                new float[][] {{1e30f, -1e30f, 1e30f}}, new int[0], new float[][] {{1, 2, 3}}, new float[] {1, 1, 1});
        assertThatThrownBy(() -> train(network.build(), new TrainingData(task, wild, wild), settings(3, 1, 1e10), 1))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("epoch 1, batch ")
                .hasMessageContaining("the loss is not finite");
    }

    @Test
    void refusesWhatItCannotTrain() {
        NeuralTrainer trainer = new NeuralTrainer(settings(1, 5, 1e-2), new Fixtures.Host(new RandomStreams(1)));
        TreeModel trees = new TreeModel(XOR, Map.of());
        assertThat(trainer.objection(trees))
                .hasValue("needs a neural network, not a model of the family 'boosted trees'");
        assertThat(trainer.objection(new NeuralModel(classifier(XOR)))).isEmpty();
        Task other = new Task(List.of("x", "z"), List.of("a", "b"), List.of("t"));
        assertThatThrownBy(() -> train(
                        classifier(XOR), new TrainingData(other, xor(5, 1, 0), xor(5, 1, 0)), settings(1, 5, 1e-2), 1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("needs 'y', which is not a feature; there is x, z")
                .hasMessageContaining("no output for the targets [t]");
    }
}
