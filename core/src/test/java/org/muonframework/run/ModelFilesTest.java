package org.muonframework.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.data.FillValues;
import org.muonframework.data.MissingPolicy;
import org.muonframework.run.result.ModelResult;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.train.Features;
import org.muonframework.spi.train.History;
import org.muonframework.spi.train.TrainedModel;

@DisplayName("The files of a model")
class ModelFilesTest {

    @TempDir
    private Path directory;

    @Test
    void appearTogether() {
        ModelFiles.save(new Written(false), directory.resolve("trees"));

        assertThat(directory.resolve("trees")).isDirectoryContaining("glob:**/weights");
        assertThat(directory).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    @DisplayName("do not appear, and leave nothing behind, when the disk is full half-way")
    void leaveNothingBehind() {
        assertThatThrownBy(() -> ModelFiles.save(new Written(true), directory.resolve("trees")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no space left on the device");

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    @DisplayName("say which features nothing stands for, whose rows have no prediction")
    void fillValues() {
        Path file = directory.resolve("preprocessing.json");
        MissingPolicy mean = MissingPolicy.of(MissingPolicy.Policy.MEAN);
        ModelFiles.saveFillValues(new FillValues(List.of("x", "mass"), new float[] {1.5f, Float.NaN}, mean), file);

        FillValues read = ModelFiles.loadFillValues(file);

        assertThat(read.values()).containsExactly(1.5f, Float.NaN);
        float[][] columns = {{Float.NaN}, {Float.NaN}};
        read.apply(columns, new int[] {0}, "new.csv", 1);
        assertThat(columns[0]).containsExactly(1.5f);
        assertThat(columns[1]).containsExactly(Float.NaN);
    }

    private record Written(boolean diskIsFull) implements TrainedModel {

        @Override
        public Task task() {
            return new Task(List.of("x"), List.of(), List.of("y"));
        }

        @Override
        public float[][] predict(Features features) {
            return new float[1][features.rows()];
        }

        @Override
        public History history() {
            return ModelResult.NO_HISTORY;
        }

        @Override
        public void save(Path target) throws IOException {
            Files.writeString(target.resolve("weights"), "1 2 3");
            if (diskIsFull) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void close() {}
    }
}
