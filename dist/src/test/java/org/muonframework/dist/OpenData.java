package org.muonframework.dist;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;

/** Data of others, beside the project where they are at hand. */
final class OpenData {

    private static final Path FOLDER = Path.of("..", "..", "shared", "data");

    private OpenData() {}

    /** A file; tests that need it are skipped where it is absent. */
    static Path file(String name) throws IOException {
        Path file = FOLDER.resolve(name);
        assumeThat(file)
                .as("real data beside the project (../shared/data/%s): without it this test is skipped", name)
                .exists();
        return file.toRealPath();
    }
}
