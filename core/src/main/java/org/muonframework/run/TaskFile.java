package org.muonframework.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import org.muonframework.files.AtomicFile;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.DataException;

/**
 * {@code model/task.json}: all features, the classes and the targets of an analysis. With it the untrained models are
 * made again, without the data, when the trained ones are to be loaded.
 */
public final class TaskFile {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private TaskFile() {}

    static void write(Task task, Path file) {
        AtomicFile.write(file, target -> JSON.writeValue(target.toFile(), task));
    }

    /**
     * Reads it.
     *
     * @throws DataException if the file is missing or damaged
     */
    public static Task read(Path file) {
        try {
            return JSON.readValue(file.toFile(), Task.class);
        } catch (IOException e) {
            throw new DataException(file.toString(), "cannot be read: " + e.getMessage(), e);
        }
    }
}
