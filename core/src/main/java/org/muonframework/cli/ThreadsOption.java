package org.muonframework.cli;

import org.muonframework.spi.problem.ConfigurationException;
import picocli.CommandLine.Option;

/** The option of the commands that may use several threads. */
final class ThreadsOption {

    @Option(names = "--threads", paramLabel = "N", description = "Number of threads (default: all cores).")
    private Integer threads;

    /**
     * How many may be used.
     *
     * @throws ConfigurationException if there are none
     */
    int count() {
        if (threads == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (threads < 1) {
            throw new ConfigurationException("--threads", "is at least 1, not " + threads);
        }
        return threads;
    }
}
