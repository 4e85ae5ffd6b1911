package org.muonframework.train.compose;

import java.io.IOException;
import java.nio.file.Path;
import org.muonframework.files.AtomicFile;
import org.muonframework.files.Directories;

/** A checkpoint that is no longer needed. */
final class FinishedCheckpoint {

    private FinishedCheckpoint() {}

    /**
     * Deletes it with all that is in it, if it exists.
     *
     * @throws org.muonframework.spi.problem.DataException if it cannot be deleted
     */
    static void delete(Path directory) {
        try {
            Directories.delete(directory);
        } catch (IOException e) {
            throw AtomicFile.unwritable(directory, e);
        }
    }
}
