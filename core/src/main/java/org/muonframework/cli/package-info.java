/**
 * The command line: one class a command, and the only place that prints.
 *
 * <p>Results go to standard output; progress, warnings and errors to standard error. Exit codes: {@link
 * org.muonframework.cli.ExitCode}.
 */
package org.muonframework.cli;
