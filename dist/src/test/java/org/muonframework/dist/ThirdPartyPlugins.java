package org.muonframework.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Plugins of somebody else, built outside this project with nothing but a JDK and an installed framework.
 *
 * @param folder a copy of their sources, with the JARs that were built of them
 */
record ThirdPartyPlugins(Path folder) {

    static final Path SOURCES = Path.of("src", "test", "third-party");

    private static final List<String> IN_ORDER =
            List.of("rings", "shapes-1", "shapes-2", "circles", "ellipses", "broken", "future");

    /** Builds each by its own {@code build.sh}. */
    static ThirdPartyPlugins build(Framework framework) throws IOException {
        Path folder = framework.work().resolve("third-party");
        copy(SOURCES, folder);
        for (String project : IN_ORDER) {
            Path here = folder.resolve(project);
            Framework.Outcome outcome = framework.shell(here, Files.readString(here.resolve("build.sh")));
            assertThat(outcome.err()).as("messages of the build of %s", project).isEmpty();
            assertThat(outcome.exitCode()).isZero();
        }
        return new ThirdPartyPlugins(folder);
    }

    Path jar(String project) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(project))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Copies the JARs of some projects into a folder, which is made where it is missing. */
    Path install(Path target, String... projects) throws IOException {
        Files.createDirectories(target);
        for (String project : projects) {
            Files.copy(jar(project), target.resolve(jar(project).getFileName()));
        }
        return target;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
