package org.muonframework.run.assemble;

import java.nio.file.Path;

/**
 * What the command line says about a run beside its configuration.
 *
 * @param threads number of threads allowed, at least 1
 * @param directory where relative paths of the configuration start
 */
public record RunOptions(int threads, Path directory) {}
