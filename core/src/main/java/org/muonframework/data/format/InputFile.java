package org.muonframework.data.format;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * A file to read.
 *
 * @param path where it is
 * @param name how the user wrote it; messages name it so
 */
public record InputFile(Path path, String name) {

    public InputFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(name, "name");
    }

    /** A file named by its path. */
    public static InputFile of(Path path) {
        return new InputFile(path, path.toString());
    }

    /** Whether the name of the file ends so, in capitals or not: {@code .csv}. */
    public boolean endsWith(String ending) {
        return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
