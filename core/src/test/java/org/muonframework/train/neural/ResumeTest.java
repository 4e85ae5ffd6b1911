package org.muonframework.train.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muonframework.train.neural.Fixtures.XOR;
import static org.muonframework.train.neural.Fixtures.classifier;
import static org.muonframework.train.neural.Fixtures.train;
import static org.muonframework.train.neural.Fixtures.xor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingCancelledException;
import org.muonframework.train.neural.optimize.OptimizerSettings;
import org.muonframework.train.neural.optimize.ScheduleSettings;

@DisplayName("A training that was interrupted")
class ResumeTest {

    @TempDir
    private Path directory;

    private final Architecture architecture = classifier(XOR, new Layer.BatchNorm(), new Layer.Dropout(0.3));

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"ADAM,PLATEAU", "ADAMW,ONE_CYCLE", "SGD,COSINE"})
    @DisplayName("continues to the same bits")
    void continuesToTheSameBits(OptimizerSettings.Type optimizer, ScheduleSettings.Type schedule) throws IOException {
        NeuralSettings settings = settings(optimizer, schedule, 6);
        Path kept = Files.createDirectory(directory.resolve("kept"));
        assertThatThrownBy(
                        () -> train(architecture, xor(0), settings, 1, new Fixtures.Recorder(kept, done -> done == 3)))
                .isInstanceOf(TrainingCancelledException.class)
                .hasMessage("stopped in epoch 4 after batch 1; 3 finished epochs are in the checkpoint");
        Fixtures.Recorder recorder = new Fixtures.Recorder(kept, done -> false);
        try (TrainedModel straight = train(architecture, xor(0), settings, 1);
                TrainedModel resumed = train(architecture, xor(0), settings, 1, recorder)) {
            assertThat(recorder.messages()).hasSize(3);
            assertThat(recorder.messages().get(0)).startsWith("4/6 ");
            assertThat(resumed.history().curves()).isEqualTo(straight.history().curves());
            assertThat(resumed.history().best()).isEqualTo(straight.history().best());
            assertThat(parameters(resumed, "resumed")).isEqualTo(parameters(straight, "straight"));
        }
        try (Stream<Path> files = Files.list(kept)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("neural.safetensors");
        }
    }

    @Test
    void isNotContinuedByAnotherOne() throws IOException {
        NeuralSettings settings = settings(OptimizerSettings.Type.ADAM, ScheduleSettings.Type.CONSTANT, 2);
        train(architecture, xor(0), settings, 1, new Fixtures.Recorder(directory, done -> false))
                .close();
        Fixtures.Recorder otherSeed = new Fixtures.Recorder(directory, done -> false);
        train(architecture, xor(0), settings, 2, otherSeed).close();
        assertThat(otherSeed.messages()).hasSize(2);
        Fixtures.Recorder otherData = new Fixtures.Recorder(directory, done -> false);
        train(architecture, xor(1), settings, 2, otherData).close();
        assertThat(otherData.messages()).hasSize(2);
        Fixtures.Recorder finished = new Fixtures.Recorder(directory, done -> false);
        train(architecture, xor(1), settings, 2, finished).close();
        assertThat(finished.messages()).isEmpty();
    }

    @Test
    void startsAnewWhenItsCheckpointIsDamaged() throws IOException {
        NeuralSettings settings = settings(OptimizerSettings.Type.ADAM, ScheduleSettings.Type.CONSTANT, 2);
        train(architecture, xor(0), settings, 1, new Fixtures.Recorder(directory, done -> false))
                .close();
        Path file = directory.resolve("neural.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 100));
        Fixtures.Recorder recorder = new Fixtures.Recorder(directory, done -> false);
        train(architecture, xor(0), settings, 1, recorder).close();
        assertThat(recorder.messages()).hasSize(2);
    }

    private byte[] parameters(TrainedModel model, String name) throws IOException {
        Path target = Files.createDirectory(directory.resolve(name));
        model.save(target);
        assertThat(model.predict(new Features(xor(5, 9, 0).features(), 5))[0]).hasSize(5);
        return Files.readAllBytes(target.resolve("parameters.safetensors"));
    }

    private static NeuralSettings settings(
            OptimizerSettings.Type optimizer, ScheduleSettings.Type schedule, int epochs) {
        String patience = schedule == ScheduleSettings.Type.PLATEAU ? ", patience = 2" : "";
        return Fixtures.settings("""
                epochs = %d, batch-size = 128, optimizer { type = %s, learning-rate = 1e-2 }, l2 = 1e-4
                schedule { type = %s%s }, early-stopping { patience = 5 }, gradient-clip = 0.5
                """.formatted(epochs, kebab(optimizer), kebab(schedule), patience));
    }

    private static String kebab(Enum<?> type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
