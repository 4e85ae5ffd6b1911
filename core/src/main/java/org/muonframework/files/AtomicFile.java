package org.muonframework.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.muonframework.spi.problem.DataException;

/** Writes files so that a kill at any moment leaves the old file or the new one, never half of one. */
public final class AtomicFile {

    private AtomicFile() {}

    /** Something that fills a new file. */
    @FunctionalInterface
    public interface Content {

        /** Writes to this path, which may hold the remains of an earlier attempt. */
        void writeTo(Path file) throws IOException;
    }

    /** The name under which a file is written before it is moved to its own. */
    public static Path temporary(Path target) {
        return target.resolveSibling("." + target.getFileName() + ".part");
    }

    /**
     * Writes under a temporary name in the same directory, then moves.
     *
     * @throws IOException if the file cannot be written; the target is then as it was
     */
    public static void replace(Path target, Content content) throws IOException {
        Path temporary = temporary(target);
        try {
            content.writeTo(temporary);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * The same for a file that the user waits for.
     *
     * @throws DataException if the file cannot be written; the target is then as it was
     */
    public static void write(Path target, Content content) {
        try {
            replace(target, content);
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    /** Writes text. */
    public static void write(Path target, String text) {
        write(target, file -> Files.writeString(file, text));
    }

    /** The error for a file or directory that cannot be written, with the reason in the user's words. */
    public static DataException unwritable(Path target, Exception cause) {
        return new DataException(target.toString(), "cannot be written: " + reason(target, cause), cause);
    }

    private static String reason(Path target, Exception cause) {
        String message = String.valueOf(cause.getMessage());
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left")) {
            return "no space left on the device";
        }
        if (cause instanceof AccessDeniedException || lower.contains("permission denied")) {
            return "no permission to write into '" + target.toAbsolutePath().getParent() + "'";
        }
        if (cause instanceof NoSuchFileException || lower.contains("no such file")) {
            return "there is no directory '" + target.toAbsolutePath().getParent() + "'";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "a file has this name";
        }
        return message.lines().findFirst().orElse("unknown reason");
    }
}
