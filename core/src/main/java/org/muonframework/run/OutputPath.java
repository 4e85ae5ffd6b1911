package org.muonframework.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.muonframework.files.AtomicFile;
import org.muonframework.spi.problem.ConfigurationException;

/** The file that a command writes: never one of those it reads. */
public final class OutputPath {

    private OutputPath() {}

    /**
     * Refuses an output that is an input, also by a link.
     *
     * @throws ConfigurationException if it is
     * @throws org.muonframework.spi.problem.DataException if it cannot be told
     */
    public static void refuseInputs(Path output, List<Path> inputs) {
        try {
            for (Path input : inputs) {
                if (Files.exists(output) && Files.isSameFile(output, input)) {
                    throw new ConfigurationException(
                            output.toString(), "is the input '" + input + "': inputs are never changed, name another");
                }
            }
        } catch (IOException e) {
            throw AtomicFile.unwritable(output, e);
        }
    }
}
