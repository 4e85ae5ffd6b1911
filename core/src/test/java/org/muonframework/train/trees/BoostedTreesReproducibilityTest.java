package org.muonframework.train.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.TrainedModel;
import org.muonframework.spi.train.TrainingCancelledException;
import org.muonframework.spi.train.TrainingData;

@DisplayName("Boosted trees, trained again")
class BoostedTreesReproducibilityTest {

    /** Where the environment has OMP_NUM_THREADS=1, as the launcher and the build set it. */
    @ParameterizedTest(name = "sampling {0}")
    @ValueSource(doubles = {1, 0.6})
    @EnabledIfEnvironmentVariable(named = "OMP_NUM_THREADS", matches = "1")
    void are_the_same_bit_by_bit_for_any_number_of_threads(double sample) {
        for (Task task : List.of(Toy.TWO_CLASSES, Toy.THREE_CLASSES, Toy.TARGETS)) {
            byte[] once = trees(sample, task, 1);
            assertThat(trees(sample, task, 1)).isEqualTo(once);
            assertThat(trees(sample, task, 2)).isEqualTo(once);
            assertThat(trees(sample, task, 3)).isEqualTo(once);
        }
    }

    private static byte[] trees(double sample, Task task, int threads) {
        try (TrainedModel model =
                Toy.train(Toy.settings(15, sample, 0), Toy.data(task), new Toy.Environment().threads(threads))) {
            return saved(model);
        }
    }

    @ParameterizedTest(name = "sampling {0}, cancelled after round {1}")
    @CsvSource({"1, 7", "0.6, 7", "0.6, 10", "0.6, 3"})
    void are_the_same_after_an_interruption(double sample, int cancelled, @TempDir Path directory) {
        TrainingData data = Toy.data(Toy.BOTH);
        var settings = Toy.settings(17, sample, 0);
        TrainedModel straight = Toy.train(settings, data, new Toy.Environment());
        assertThatThrownBy(() -> Toy.train(
                        settings,
                        data,
                        new Toy.Environment().keepingIn(directory).cancelledAfter(cancelled)))
                .isInstanceOf(TrainingCancelledException.class)
                .hasMessageContaining("round " + cancelled + " of 17");

        var second = new Toy.Environment().keepingIn(directory);
        TrainedModel resumed = Toy.train(settings, data, second);

        int kept = sample < 1 ? cancelled / 5 * 5 : cancelled;
        assertThat(second.messages()).hasSize(17 - kept);
        assertThat(saved(resumed)).isEqualTo(saved(straight));
        assertThat(resumed.history().curves()).isEqualTo(straight.history().curves());
        assertThat(resumed.history().best()).isEqualTo(straight.history().best());
        straight.close();
        resumed.close();
    }

    @Test
    void start_anew_when_the_checkpoint_is_stale_or_damaged(@TempDir Path directory) throws IOException {
        TrainingData data = Toy.data(Toy.TWO_CLASSES);
        Toy.train(Toy.settings(6, 1, 0), data, new Toy.Environment().keepingIn(directory))
                .close();
        var changed = new Toy.Environment().keepingIn(directory);
        data.training().features()[0][0] += 1;
        Toy.train(Toy.settings(6, 1, 0), data, changed).close();
        assertThat(changed.messages()).hasSize(6);

        var unchanged = new Toy.Environment().keepingIn(directory);
        Toy.train(Toy.settings(6, 1, 0), data, unchanged).close();
        assertThat(unchanged.messages()).isEmpty();

        Files.writeString(directory.resolve("boosted-trees.zip"), "half of a file");
        var damaged = new Toy.Environment().keepingIn(directory);
        Toy.train(Toy.settings(6, 1, 0), data, damaged).close();
        assertThat(damaged.messages()).hasSize(6);
        assertThat(directory).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void say_nothing_on_standard_output_or_error() throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath(),
                        Silent.class.getName())
                .redirectErrorStream(true)
                .start();
        var printed = new ByteArrayOutputStream();
        try (InputStream in = process.getInputStream()) {
            in.transferTo(printed);
        }
        assertThat(process.waitFor()).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8).lines().filter(line -> !line.contains(" DEBUG ")))
                .isEmpty();
    }

    /** Where the classes come from that a training needs, whatever started this test. */
    private static String classPath() {
        return Stream.of(
                        Toy.class,
                        BoostedTrees.class,
                        ml.dmlc.xgboost4j.java.Booster.class,
                        com.esotericsoftware.kryo.KryoSerializable.class,
                        com.fasterxml.jackson.databind.ObjectMapper.class,
                        com.fasterxml.jackson.core.JsonFactory.class,
                        com.fasterxml.jackson.annotation.JsonProperty.class,
                        org.apache.commons.logging.LogFactory.class,
                        org.slf4j.LoggerFactory.class,
                        ch.qos.logback.classic.Logger.class,
                        ch.qos.logback.core.Appender.class)
                .map(type ->
                        type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Trains as a process of its own, with a thing or two that XGBoost likes to warn of. */
    static final class Silent {
        private Silent() {}

        public static void main(String[] arguments) {
            Toy.train(Toy.settings(5, 0.5, 2), Toy.data(Toy.BOTH), new Toy.Environment())
                    .close();
        }
    }

    private static byte[] saved(TrainedModel model) {
        try {
            Path directory = Files.createTempDirectory("trees");
            model.save(directory);
            var bytes = new ByteArrayOutputStream();
            try (var files = Files.list(directory)) {
                for (Path file : files.sorted().toList()) {
                    if (file.toString().endsWith(".ubj")) {
                        bytes.write(Files.readAllBytes(file));
                    }
                    Files.delete(file);
                }
            }
            Files.delete(directory);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
