package org.muonframework.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command of a distribution, started in a process of its own.
 *
 * @param home the distribution's folder
 * @param java the home of the Java that runs it
 * @param work the folder to start it in; its log of each stream lies there too
 * @param options further options of the JVM
 */
record Framework(Path home, Path java, Path work, List<String> options) {

    /** What a process left. */
    record Outcome(int exitCode, String out, String err) {}

    /** The distribution that this build made, with an empty home directory of the user. */
    static Framework built(Path work) {
        String home = System.getProperty("dist.home");
        if (home == null) {
            throw new IllegalStateException("the build sets dist.home: run these tests by 'mvn verify'");
        }
        Path java = Path.of(System.getProperty("java.home"));
        return new Framework(Path.of(home), java, work, List.of("-Duser.home=" + work.resolve("nobody")));
    }

    Framework with(String option) {
        List<String> more = new ArrayList<>(options);
        more.add(option);
        return new Framework(home, java, work, more);
    }

    /** The same with another distribution's folder. */
    Framework at(Path otherHome) {
        return new Framework(otherHome, java, work, options);
    }

    /** The same on another Java. */
    Framework on(Path otherJava) {
        return new Framework(home, otherJava, work, options);
    }

    Outcome run(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/framework").toString()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    /** Runs lines of a shell in a folder, with {@code FRAMEWORK} set to the distribution's. */
    Outcome shell(Path folder, String lines) {
        return new Framework(home, java, folder, options).run(List.of("sh", "-e", "-c", lines));
    }

    /** Starts a command and does not wait for its end. */
    Running start(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/framework").toString()));
        command.addAll(List.of(arguments));
        return start(command);
    }

    private Outcome run(List<String> command) {
        try (Running running = start(command)) {
            return running.outcome();
        }
    }

    private Running start(List<String> command) {
        try {
            Path out = Files.createTempFile(work, ".out-", ".txt");
            Path err = Files.createTempFile(work, ".err-", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(work.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().put("FRAMEWORK", home.toString());
            builder.environment().put("FRAMEWORK_JAVA_OPTS", String.join(" ", options));
            builder.environment().put("JAVA_HOME", java.toString());
            builder.environment().merge("PATH", java.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
            return new Running(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
