package org.muonframework.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muonframework.spi.problem.ConfigurationException;
import picocli.CommandLine.Option;

/** Options of every command. */
final class CommonOptions {

    @Option(names = "--plugins", paramLabel = "DIR", description = "Look for plugins here first (repeatable).")
    private List<Path> plugins = new ArrayList<>();

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress; warnings and errors only.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Print the log, with the details of a failure, to standard error.")
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    boolean quiet() {
        return quiet;
    }

    boolean verbose() {
        return verbose;
    }

    boolean help() {
        return help;
    }

    /**
     * Folders that may hold plugins, first choice first: of the command line, of the user, of the installation.
     *
     * @throws ConfigurationException if a folder of the command line does not exist
     */
    List<Path> pluginFolders() {
        for (Path folder : plugins) {
            if (!Files.isDirectory(folder)) {
                throw new ConfigurationException("--plugins " + folder, "is not a folder");
            }
        }
        List<Path> folders = new ArrayList<>(plugins);
        folders.add(Path.of(System.getProperty("user.home"), ".muonframework", "plugins"));
        Optional.ofNullable(System.getProperty("muonframework.home"))
                .ifPresent(home -> folders.add(Path.of(home, "plugins")));
        return folders;
    }
}
