package org.muonframework.data.format.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Files that h5py writes while a test runs, where it is installed. */
final class H5py {

    private static final int NO_PYTHON = 127;
    private static final int NO_LIBRARY = 77;

    private H5py() {}

    /** Writes a file with a script that has {@code sys}, {@code h5py} and {@code np}; the test is skipped without them. */
    static Path write(Path file, String script) throws IOException, InterruptedException {
        Path log = file.resolveSibling("python.log");
        String all = """
                import sys
                try:
                    import h5py
                except ImportError:
                    sys.exit(77)
                import numpy as np
                """ + script;
        Process process = new ProcessBuilder("/usr/bin/env", "python3", "-c", all, file.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assumeFalse(Set.of(NO_PYTHON, NO_LIBRARY).contains(process.exitValue()), "there is no python3 with h5py");
        assertThat(log).isEmptyFile();
        return file;
    }
}
