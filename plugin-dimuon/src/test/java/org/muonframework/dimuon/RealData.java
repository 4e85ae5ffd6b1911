package org.muonframework.dimuon;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Files of the collection of real data beside the project. */
public final class RealData {

    private RealData() {}

    /** A file of it, or the test is skipped. */
    public static Path file(String name) {
        Path data = Path.of("../../shared/data").toAbsolutePath().normalize();
        Assumptions.assumeTrue(
                Files.isDirectory(data), "real data beside the project (../shared/data): without it this is skipped");
        return data.resolve(name);
    }
}
