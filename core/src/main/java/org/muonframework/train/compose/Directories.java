package org.muonframework.train.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.muonframework.files.AtomicFile;

/** Directories that are no longer needed. */
final class Directories {

    private Directories() {}

    /**
     * Deletes a directory with all that is in it, if it exists.
     *
     * @throws org.muonframework.spi.problem.DataException if it cannot be deleted
     */
    static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            List<Path> entries = all.sorted(Comparator.reverseOrder()).toList();
            for (Path entry : entries) {
                Files.delete(entry);
            }
        } catch (IOException | UncheckedIOException e) {
            throw AtomicFile.unwritable(directory, e);
        }
    }
}
