package org.muonframework.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.muonframework.files.AtomicFile;
import org.muonframework.run.assemble.Assembly;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.DataException;

/**
 * {@code model/task.json}. With it the untrained models are made again, without the data, when the trained ones are to be
 * loaded.
 *
 * @param task all features, the classes and the targets of an analysis
 * @param columns what is known of the features and targets
 */
public record TaskFile(Task task, List<ColumnSpec> columns) {

    public TaskFile {
        columns = List.copyOf(columns);
    }

    static TaskFile of(Assembly assembly) {
        Task task = assembly.task();
        List<ColumnSpec> columns = assembly.columns().columns().stream()
                .filter(column -> task.features().contains(column.name())
                        || task.targets().contains(column.name()))
                .toList();
        return new TaskFile(task, columns);
    }

    void write(Path file) {
        AtomicFile.write(file, target -> RunJson.MAPPER.writeValue(target.toFile(), this));
    }

    /**
     * Reads it.
     *
     * @throws DataException if the file is missing or damaged
     */
    public static TaskFile read(Path file) {
        try {
            return Optional.ofNullable(RunJson.MAPPER.readValue(file.toFile(), TaskFile.class))
                    .orElseThrow(() -> new DataException(file.toString(), "holds no task"));
        } catch (IOException e) {
            throw new DataException(file.toString(), "cannot be read: " + e.getMessage(), e);
        }
    }
}
