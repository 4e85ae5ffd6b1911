package org.muonframework.dimuon;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.ReadOptions;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.files.Formats;
import org.slf4j.LoggerFactory;

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

    /** The table of such a file. */
    public static TableFile table(String name) {
        return Formats.open(
                InputFile.of(file(name)),
                new ReadOptions(Optional.empty(), Optional.empty(), 2, LoggerFactory.getLogger(RealData.class)));
    }
}
