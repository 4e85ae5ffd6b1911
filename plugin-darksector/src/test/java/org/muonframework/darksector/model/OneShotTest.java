package org.muonframework.darksector.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.spi.ModelContext;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.NeuralModel;
import org.muonframework.spi.model.Task;
import org.muonframework.train.model.MlpProvider;
import org.muonframework.train.model.MlpSettings;

/** The one-shot net is configuration alone: the model {@code mlp} with hidden layers of 64 units. */
@DisplayName("The one-shot net, an mlp")
class OneShotTest {

    @ParameterizedTest(name = "{0} inputs, {1} hidden layers: {2} parameters")
    @CsvSource({"28, 6, 22721", "16, 6, 21953", "17, 9, 34497"})
    @DisplayName("has the parameters of its layers, one score and a binary cross-entropy")
    void parameters(int inputs, int layers, long expected) {
        String hidden = "hidden = " + Collections.nCopies(layers, 64);
        List<String> features =
                IntStream.range(0, inputs).mapToObj(i -> "x" + i).toList();
        Task task = new Task(features, ToySearch.TASK.classes(), List.of());
        Architecture network = ((NeuralModel) new MlpProvider()
                        .create(ToySearch.bind(hidden, MlpSettings.class), ModelContext.standalone(1, 1, task)))
                .architecture();
        assertThat(network.parameters()).isEqualTo(expected);
        assertThat(network.outputs()).singleElement().satisfies(output -> assertThat(output.loss())
                .isEqualTo(new Loss.BinaryCrossEntropy()));
    }
}
