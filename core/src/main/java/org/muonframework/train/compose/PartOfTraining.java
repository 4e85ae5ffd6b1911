package org.muonframework.train.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.muonframework.files.AtomicFile;
import org.muonframework.spi.train.TrainingContext;

/**
 * What surrounds one of several trainings that make up one.
 *
 * @param whole what surrounds the whole
 * @param checkpoint a directory of its own within that of the whole
 * @param what stands before the message of each step: {@code region 2 of 4 (1 <= mass < 4): }
 * @param before how many trainings were done before it
 * @param of how many there are
 */
record PartOfTraining(TrainingContext whole, Optional<Path> checkpoint, String what, int before, int of)
        implements TrainingContext {

    /**
     * For one training, with a directory for its checkpoint that now exists.
     *
     * @param directory name of that directory
     */
    static PartOfTraining of(TrainingContext whole, String directory, String what, int before, int of) {
        return new PartOfTraining(whole, directory(whole, directory), what, before, of);
    }

    /** A directory within that of the checkpoint, if there is a checkpoint; it exists afterwards. */
    static Optional<Path> directory(TrainingContext whole, String name) {
        Optional<Path> directory = whole.checkpoint().map(path -> path.resolve(name));
        directory.ifPresent(path -> {
            try {
                Files.createDirectories(path);
            } catch (IOException e) {
                throw AtomicFile.unwritable(path, e);
            }
        });
        return directory;
    }

    @Override
    public boolean cancelled() {
        return whole.cancelled();
    }

    @Override
    public void progress(int step, int steps, String message) {
        whole.progress(Math.addExact(before * steps, step), Math.multiplyExact(of, steps), what + message);
    }
}
