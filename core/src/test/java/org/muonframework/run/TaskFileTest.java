package org.muonframework.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.run.assemble.RunContext;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.model.Image;
import org.muonframework.spi.model.Shape;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.DataException;
import org.slf4j.helpers.NOPLogger;

@DisplayName("What models are made again from")
class TaskFileTest {

    private static final ColumnSpec PT = ColumnSpec.of("pt", ColumnType.FLOAT, "GeV", "momentum", ColumnRole.FEATURE);
    private static final ColumnSpec MASS = ColumnSpec.of("mass", ColumnType.DOUBLE, "GeV", "", ColumnRole.TRUTH);
    private static final Task TASK = new Task(List.of("pt"), List.of(), List.of("mass"));

    @Test
    void isReadAsItWasWritten(@TempDir Path folder) throws Exception {
        TaskFile written = new TaskFile(TASK, List.of(PT, MASS));
        Path file = folder.resolve("task.json");

        written.write(file);

        assertThat(TaskFile.read(file)).isEqualTo(written);
        for (String damaged : List.of("{}", "null")) {
            Files.writeString(file, damaged);
            assertThatThrownBy(() -> TaskFile.read(file)).isInstanceOf(DataException.class);
        }
    }

    @Test
    @DisplayName("with images, which older files know nothing of")
    void images(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("task.json");
        TaskFile written =
                new TaskFile(TASK.withImages(List.of(new Image("shower", Shape.of(50, 32, 32)))), List.of(PT, MASS));
        written.write(file);
        assertThat(TaskFile.read(file)).isEqualTo(written);

        Files.writeString(
                file,
                "{\"task\": {\"features\": [\"pt\"], \"classes\": [], \"targets\": [\"mass\"]}, \"columns\": []}");
        assertThat(TaskFile.read(file).task()).isEqualTo(TASK);
    }

    @Test
    @DisplayName("a model is told of its own features and targets only")
    void ownColumns() {
        ColumnSpec other = ColumnSpec.of("eta", ColumnType.FLOAT);
        RunContext context = new RunContext(new RandomStreams(1), 1, Path.of(""), NOPLogger.NOP_LOGGER)
                .withTask(TASK, List.of(other, MASS, PT));

        assertThat(context.columns()).hasSize(2).containsEntry("pt", PT).containsEntry("mass", MASS);
    }
}
