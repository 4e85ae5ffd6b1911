package org.muonframework.plugin;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A plugin that was found and skipped.
 *
 * @param place its JAR or folder
 * @param reason why, in words that tell its author what to mend
 */
public record RejectedPlugin(Path place, String reason) {

    public RejectedPlugin {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(reason, "reason");
    }

    /** {@code plugins/x.jar: made for SPI 2.0, …}. */
    @Override
    public String toString() {
        return place + ": " + reason;
    }
}
