package org.muonframework.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.muonframework.data.KeyKind;
import org.muonframework.data.StepCount;
import org.muonframework.data.WeightCount;
import org.muonframework.files.AtomicFile;
import org.muonframework.plugin.Plugin;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.run.assemble.RunOptions;
import org.muonframework.run.plan.AnalysisPlan;
import org.muonframework.run.report.Provenance;
import org.muonframework.run.result.ModelResult;
import org.muonframework.run.result.VariationResult;
import org.muonframework.spi.problem.ConfigurationException;

/**
 * What is needed to judge and repeat a run: seed, versions, hashes of plugins and inputs, rows after each step, host and
 * duration.
 *
 * @param name name of the analysis
 * @param status {@code running}, {@code interrupted}, {@code failed} or {@code complete}
 * @param started when the run began
 * @param seconds how long it has taken so far
 * @param stages how long each stage has taken, once the run has ended
 * @param seed the seed
 * @param threads number of threads allowed
 * @param directory where relative paths of the configuration start
 * @param host name of the machine
 * @param versions versions of framework, JVM, system and libraries
 * @param plugins SHA-256 of the JARs of the plugins in use, by {@code id version file}
 * @param inputs SHA-256 of the input files
 * @param data rows after each step, weights, event keys
 * @param engines what trained each model
 * @param variations files, rows and weights of each variation
 */
public record Manifest(
        String name,
        String status,
        Instant started,
        double seconds,
        Map<String, Double> stages,
        long seed,
        int threads,
        Path directory,
        String host,
        Map<String, String> versions,
        Map<String, String> plugins,
        Map<String, String> inputs,
        DataAccount data,
        Map<String, String> engines,
        List<VariationResult> variations) {

    /** The manifest of a run that begins now. */
    static Manifest begin(AnalysisPlan plan, RunOptions options, PluginRegistry registry) {
        return new Manifest(
                plan.name(),
                "running",
                Instant.now(),
                0,
                Map.of(),
                plan.settings().seed(),
                options.threads(),
                options.directory().toAbsolutePath().normalize(),
                hostName(),
                currentVersions(),
                hashesOf(registry),
                Map.of(),
                DataAccount.NONE,
                Map.of(),
                List.of());
    }

    Manifest withInputs(List<Path> files) {
        Map<String, String> hashes = new TreeMap<>();
        files.forEach(file -> hashes.put(file.toString(), FileHashes.sha256(file)));
        return with(status, seconds, stages, hashes, data, engines, variations);
    }

    Manifest withData(DataAccount account) {
        return with(status, seconds, stages, inputs, account, engines, variations);
    }

    Manifest withModels(List<ModelResult> models) {
        Map<String, String> trained = new LinkedHashMap<>();
        models.forEach(model -> trained.put(model.name(), model.history().engine()));
        return with(status, seconds, stages, inputs, data, trained, variations);
    }

    Manifest withVariations(List<VariationResult> judged) {
        return with(status, seconds, stages, inputs, data, engines, judged);
    }

    Manifest ended(String how, Map<String, Double> secondsOfStages) {
        double taken = Duration.between(started, Instant.now()).toMillis() * 1e-3;
        return with(how, taken, secondsOfStages, inputs, data, engines, variations);
    }

    private Manifest with(
            String newStatus,
            double newSeconds,
            Map<String, Double> newStages,
            Map<String, String> newInputs,
            DataAccount newData,
            Map<String, String> newEngines,
            List<VariationResult> newVariations) {
        return new Manifest(
                name,
                newStatus,
                started,
                newSeconds,
                newStages,
                seed,
                threads,
                directory,
                host,
                versions,
                plugins,
                newInputs,
                newData,
                newEngines,
                newVariations);
    }

    void write(Path file) {
        ObjectNode root = RunJson.MAPPER.createObjectNode();
        root.put("name", name);
        root.put("status", status);
        root.put("started", started.toString());
        root.put("seconds", seconds);
        stages.forEach(root.putObject("stages")::put);
        root.put("seed", seed);
        root.put("threads", threads);
        root.put("directory", directory.toString());
        root.put("host", host);
        versions.forEach(root.putObject("versions")::put);
        plugins.forEach(root.putObject("plugins")::put);
        inputs.forEach(root.putObject("inputs")::put);
        engines.forEach(root.putObject("engines")::put);
        ObjectNode keys = root.putObject("event-keys");
        putSteps(root, data.steps());
        data.eventKeys().forEach((key, kind) -> keys.put(key, kind.label()));
        ArrayNode weights = root.putArray("weights");
        for (WeightCount count : data.weights()) {
            putWeights(weights.addObject(), count)
                    .put("training-sum", count.trainingSum())
                    .put("training-effective", count.trainingEffective());
        }
        ObjectNode varied = root.putObject("variations");
        variations.forEach(variation -> {
            ObjectNode entry = varied.putObject(variation.name());
            variation.inputs().forEach(entry.putObject("inputs")::put);
            putSteps(entry, variation.steps());
            ArrayNode judged = entry.putArray("weights");
            variation.weights().forEach(count -> putWeights(judged.addObject(), count));
        });
        AtomicFile.write(file, target -> RunJson.MAPPER.writeValue(target.toFile(), root));
    }

    private static void putSteps(ObjectNode into, List<StepCount> steps) {
        ArrayNode counts = into.putArray("rows");
        for (StepCount step : steps) {
            counts.addObject()
                    .put("step", step.step())
                    .put("rows", step.rows())
                    .put("sum-of-weights", step.sumOfWeights());
        }
    }

    private static ObjectNode putWeights(ObjectNode into, WeightCount count) {
        return into.put("part", count.part())
                .put("class", count.group())
                .put("rows", count.rows())
                .put("negative", count.negative())
                .put("sum", count.sum())
                .put("effective", count.effective());
    }

    /** The directory against which the relative paths of an earlier run were resolved. */
    static Path directoryOf(RunDirectory run) {
        return Path.of(text(run, "directory"));
    }

    /** The name of the analysis of an earlier run. */
    public static String nameOf(RunDirectory run) {
        return text(run, "name");
    }

    /** How an earlier run ended: {@code complete} if it did. */
    static String statusOf(RunDirectory run) {
        return text(run, "status");
    }

    /** SHA-256 of the files that an earlier run read, by name. */
    public static Map<String, String> inputsOf(RunDirectory run) {
        Map<String, String> hashes = new TreeMap<>();
        value(run, "inputs")
                .fields()
                .forEachRemaining(
                        entry -> hashes.put(entry.getKey(), entry.getValue().asText()));
        return hashes;
    }

    /** The columns by which an earlier run divided events, in the order in which they are hashed. */
    public static Map<String, KeyKind> eventKeysOf(RunDirectory run) {
        Map<String, KeyKind> keys = new LinkedHashMap<>();
        value(run, "event-keys")
                .fields()
                .forEachRemaining(entry -> keys.put(
                        entry.getKey(), KeyKind.labelled(entry.getValue().asText())));
        return keys;
    }

    private static String text(RunDirectory run, String key) {
        return value(run, key).asText();
    }

    private static JsonNode value(RunDirectory run, String key) {
        JsonNode value = treeOf(run).path(key);
        if (!value.isTextual() && !value.isObject()) {
            throw new ConfigurationException(run.manifest().toString(), "has no '" + key + "'; it is damaged");
        }
        return value;
    }

    /** The manifest of an earlier run as it was written. */
    static JsonNode treeOf(RunDirectory run) {
        try {
            return RunJson.MAPPER.readTree(run.manifest().toFile());
        } catch (IOException e) {
            throw new ConfigurationException(run.manifest().toString(), "cannot be read: " + e.getMessage());
        }
    }

    /** What the report says of it. */
    Provenance provenance() {
        return new Provenance(started, versions.get("framework"), rows());
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        versions.forEach((name, version) -> rows.add(List.of(name, version)));
        rows.add(List.of("seed", String.valueOf(seed)));
        rows.add(List.of("threads", String.valueOf(threads)));
        rows.add(List.of("host", host));
        rows.add(List.of("duration", String.format(Locale.ROOT, "%.1f s", seconds)));
        stages.forEach(
                (name, taken) -> rows.add(List.of("duration of " + name, String.format(Locale.ROOT, "%.1f s", taken))));
        plugins.forEach((name, hash) -> rows.add(List.of("plugin " + name, "SHA-256 " + hash)));
        inputs.forEach((name, hash) -> rows.add(List.of("input " + name, "SHA-256 " + hash)));
        variations.forEach(variation -> variation
                .inputs()
                .forEach((name, hash) ->
                        rows.add(List.of("input of variation " + variation.name() + " " + name, "SHA-256 " + hash))));
        return rows;
    }

    private static Map<String, String> currentVersions() {
        Map<String, String> versions = new TreeMap<>();
        versions.put("framework", versionOf(Manifest.class).orElse("development"));
        versions.put("java", System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")");
        versions.put(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        return versions;
    }

    private static Optional<String> versionOf(Class<?> type) {
        return Optional.ofNullable(type.getPackage().getImplementationVersion());
    }

    private static Map<String, String> hashesOf(PluginRegistry registry) {
        Map<String, String> hashes = new TreeMap<>();
        for (Plugin plugin : registry.plugins()) {
            for (Path file : plugin.files()) {
                hashes.put(plugin.id() + " " + plugin.version() + " " + file.getFileName(), FileHashes.sha256(file));
            }
        }
        return hashes;
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "unknown";
        }
    }
}
