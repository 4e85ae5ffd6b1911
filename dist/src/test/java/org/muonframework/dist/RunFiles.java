package org.muonframework.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run directory, read by others than those who write it.
 *
 * @param path the directory
 */
record RunFiles(Path path) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Runs an analysis file with settings, without a word, in a new directory; it must succeed.
     *
     * @param work where the run directory is made
     */
    static RunFiles of(Path work, Path file, String... settings) throws IOException {
        Path output = Files.createTempDirectory(work, "run");
        List<String> arguments =
                new ArrayList<>(List.of("run", file.toString(), "--quiet", "--output", output.toString()));
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        Framework.Outcome outcome = Framework.built(work).run(arguments.toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return new RunFiles(output);
    }

    JsonNode manifest() {
        return read("manifest.json");
    }

    /** Rows after a step. */
    long rows(String step) {
        for (JsonNode count : manifest().get("rows")) {
            if (count.get("step").asText().equals(step)) {
                return count.get("rows").asLong();
            }
        }
        throw new AssertionError("no step '" + step + "' in " + manifest());
    }

    /** All values but those that tell how long something took. */
    List<JsonNode> metrics() {
        List<JsonNode> metrics = new ArrayList<>();
        read("metrics.json").get("metrics").forEach(metrics::add);
        metrics.removeIf(
                metric -> metric.get("name").asText().matches("training-seconds|scoring-latency|.*-rows-per-second"));
        assertThat(metrics).isNotEmpty();
        return metrics;
    }

    /** Value of a metric of a model on the test sample. */
    double test(String metric, String model) {
        return test(metric, model, "");
    }

    /** The same by one of several methods. */
    double test(String metric, String model, String method) {
        return metrics().stream()
                .filter(value -> value.get("name").asText().equals(metric))
                .filter(value -> value.get("sample").asText().equals("test"))
                .filter(value -> value.path("model").asText().equals(model))
                .filter(value -> value.path("method").asText().equals(method))
                .mapToDouble(value -> value.get("value").asDouble())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + metric + " of " + model));
    }

    Path predictions() {
        return path.resolve("predictions.parquet");
    }

    /** Files that were never finished. */
    List<Path> halfWritten() {
        return halfWritten(path);
    }

    /** Files below a folder that were never finished. */
    static List<Path> halfWritten(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(".*\\.(part|tmp)"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode read(String name) {
        try {
            return JSON.readTree(path.resolve(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
