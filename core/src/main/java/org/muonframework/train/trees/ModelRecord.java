package org.muonframework.train.trees;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import ml.dmlc.xgboost4j.java.Booster;
import org.muonframework.files.AtomicFile;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.History;

/**
 * What {@code model.json} says of a trained model beside the trees themselves.
 *
 * @param trainer always {@code boosted-trees}
 * @param xgboost version of the library that made it
 * @param task features, classes and targets
 * @param settings the trainer's settings
 * @param parameters parameters added by the model
 * @param outputs what each booster predicts
 * @param rounds number of rounds used; the files may hold later ones
 * @param gain by file and feature: its part of the gain of all splits
 * @param history the course of the training
 */
record ModelRecord(
        String trainer,
        String xgboost,
        Task task,
        BoostedTreesSettings settings,
        Map<String, String> parameters,
        List<Output> outputs,
        int rounds,
        Map<String, Map<String, Double>> gain,
        History history) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter PRETTY = JSON.writerWithDefaultPrettyPrinter();

    private static Path file(Path directory) {
        return directory.resolve("model.json");
    }

    void write(Path directory) throws IOException {
        AtomicFile.replace(file(directory), file -> PRETTY.writeValue(file.toFile(), this));
    }

    /** Reads it; an {@link IOException} that names the file if it is missing or damaged. */
    static ModelRecord read(Path directory) throws IOException {
        Path file = file(directory);
        if (!Files.exists(file)) {
            throw new IOException(file + ": no such file; expected a model that 'boosted-trees' saved");
        }
        try {
            return JSON.readValue(Files.readAllBytes(file), ModelRecord.class);
        } catch (JacksonException e) {
            throw new IOException(file + ": damaged: " + e.getOriginalMessage(), e);
        }
    }

    /** Version of the library on the class path. */
    static String libraryVersion() {
        Properties properties = new Properties();
        try (InputStream in = Booster.class.getResourceAsStream("/xgboost4j-version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }
}
