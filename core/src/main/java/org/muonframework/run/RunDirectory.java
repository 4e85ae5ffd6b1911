package org.muonframework.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.muonframework.files.AtomicFile;
import org.muonframework.report.ReportFiles;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.DataException;

/**
 * The directory of one run and the names in it.
 *
 * @param path the directory; exists
 */
public record RunDirectory(Path path) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    /**
     * Makes {@code runs/NAME-TIME}.
     *
     * @throws DataException if it cannot be made
     */
    public static RunDirectory create(String name, LocalDateTime time) {
        return make(fresh(Path.of("runs"), name, time));
    }

    /** A path {@code NAME-TIME} in a folder at which there is nothing yet. */
    public static Path fresh(Path folder, String name, LocalDateTime time) {
        String stem = name.replaceAll("[^A-Za-z0-9._-]+", "-") + "-" + TIME.format(time);
        Path path = folder.resolve(stem);
        for (int i = 2; Files.exists(path); i++) {
            path = folder.resolve(stem + "-" + i);
        }
        return path;
    }

    /**
     * Takes a directory that the user names.
     *
     * @throws ConfigurationException if it holds anything: nothing is ever overwritten
     * @throws DataException if it cannot be made
     */
    public static RunDirectory at(Path path) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new ConfigurationException(path.toString(), "is a file; --output names a directory");
        }
        if (Files.isDirectory(path)) {
            try (Stream<Path> entries = Files.list(path)) {
                if (entries.findAny().isPresent()) {
                    throw new ConfigurationException(
                            path.toString(), "is not empty, and nothing is ever overwritten: name a new directory");
                }
            } catch (IOException e) {
                throw AtomicFile.unwritable(path, e);
            }
        }
        return make(path);
    }

    /**
     * Opens the directory of an earlier run.
     *
     * @throws ConfigurationException if it is none
     */
    public static RunDirectory open(Path path) {
        RunDirectory run = new RunDirectory(path);
        if (!Files.isRegularFile(run.configuration()) || !Files.isRegularFile(run.manifest())) {
            throw new ConfigurationException(
                    path.toString(),
                    "is not a run directory: it needs analysis.conf and manifest.json" + siblings(path));
        }
        return run;
    }

    private static String siblings(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return "";
        }
        try (Stream<Path> entries = Files.list(parent)) {
            List<String> runs = entries.filter(entry -> Files.isRegularFile(entry.resolve("manifest.json")))
                    .sorted(Comparator.reverseOrder())
                    .limit(3)
                    .map(entry -> entry.getFileName().toString())
                    .toList();
            return runs.isEmpty() ? "" : ". Runs beside it: " + String.join(", ", runs);
        } catch (IOException e) {
            return "";
        }
    }

    private static RunDirectory make(Path path) {
        try {
            Files.createDirectories(path);
            return new RunDirectory(path);
        } catch (IOException e) {
            throw new DataException(path.toString(), "the run directory cannot be made: " + e.getMessage(), e);
        }
    }

    /** The resolved configuration; running it again gives the same numbers. */
    public Path configuration() {
        return path.resolve("analysis.conf");
    }

    /** Seed, versions, hashes, row counts, duration. */
    public Path manifest() {
        return path.resolve("manifest.json");
    }

    /** All values of all metrics. */
    public Path metrics() {
        return path.resolve("metrics.json");
    }

    /** Predictions of every row of every part. */
    public Path predictions() {
        return path.resolve("predictions.parquet");
    }

    /** The report. */
    public Path report() {
        return path.resolve("report.html");
    }

    /** The report as data: what is needed to draw it again, and over others. */
    public Path reportData() {
        return path.resolve("report.json");
    }

    /** All files of the report. */
    ReportFiles reportFiles() {
        return new ReportFiles(reportData(), figures(), report());
    }

    /** The log. */
    public Path log() {
        return path.resolve("run.log");
    }

    /** Everything needed to predict with a trained model; the directory appears when the model is complete. */
    public Path model(String name) {
        return path.resolve("model").resolve(name);
    }

    /** The same for the model of one of the folds. */
    public Path model(String name, int fold) {
        return model(name).resolve(fold(fold));
    }

    private static String fold(int number) {
        return "fold-" + number;
    }

    /** How missing values are replaced before any model sees them. */
    public Path preprocessing() {
        return path.resolve("model").resolve("preprocessing.json");
    }

    /** The same for the models of one of the folds. */
    public Path preprocessing(int fold) {
        return path.resolve("model").resolve("preprocessing-" + fold(fold) + ".json");
    }

    /** What the models learn from what. */
    public Path task() {
        return path.resolve("model").resolve("task.json");
    }

    /** Where the features of the training part lie. */
    public Path ranges() {
        return path.resolve("model").resolve("ranges.json");
    }

    /** What was found wrong with the data. */
    public Path findings() {
        return path.resolve("data-lint.json");
    }

    /** The folder of figures. */
    public Path figures() {
        return path.resolve("figures");
    }

    /** What an interrupted training needs to go on. */
    public Path checkpoint(String model) {
        return path.resolve("checkpoint").resolve(model);
    }

    /** The same for the model of one of the folds. */
    public Path checkpoint(String model, int fold) {
        return checkpoint(model).resolve(fold(fold));
    }
}
