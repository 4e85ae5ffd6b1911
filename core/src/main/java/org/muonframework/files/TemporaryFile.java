package org.muonframework.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.muonframework.spi.problem.DataException;

/** A file in the making, beside the one that it becomes. */
public final class TemporaryFile implements AutoCloseable {

    private final Path target;
    private final Path path;

    private TemporaryFile(Path target, Path path) {
        this.target = target;
        this.path = path;
    }

    /**
     * Makes an empty file in the directory of the target.
     *
     * @throws DataException if that is not possible
     */
    public static TemporaryFile beside(Path target) {
        if (Files.isDirectory(target)) {
            throw new DataException(target.toString(), "cannot be written: it is a directory");
        }
        Path path = AtomicFile.temporary(target);
        try {
            Files.deleteIfExists(path);
            return new TemporaryFile(target, Files.createFile(path));
        } catch (IOException e) {
            throw AtomicFile.unwritable(target, e);
        }
    }

    /** Where it is now. */
    public Path path() {
        return path;
    }

    /** What it becomes. */
    public Path target() {
        return target;
    }

    /**
     * Moves it to its target at once.
     *
     * @throws DataException if that is not possible
     */
    public void commit() {
        try {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw AtomicFile.unwritable(target, e);
        }
    }

    /** Removes it, unless it was committed. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw AtomicFile.unwritable(target, e);
        }
    }
}
