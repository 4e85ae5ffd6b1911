package org.muonframework.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A command that computes nothing")
class LightStartIT {

    /** Starts of the names of classes that load native code. */
    private static final List<String> NATIVE =
            List.of("ai.djl.engine.", "ai.djl.mxnet.", "ml.dmlc.xgboost4j.", "org.duckdb.", "com.sun.jna.");

    @TempDir
    private Path work;

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "run --help",
                "convert --help",
                "generate --help",
                "plugins",
                "describe roc",
                "init zmumu"
            })
    void loadsNothingNative(String arguments) throws IOException {
        Path classes = work.resolve("classes.log");
        Path unpacked = Files.createDirectory(work.resolve("unpacked"));

        Framework.Outcome outcome = Framework.built(work)
                .with("-Xlog:class+load:file=" + classes)
                .with("-Djava.io.tmpdir=" + unpacked)
                .with("-DDJL_CACHE_DIR=" + unpacked)
                .with("-DENGINE_CACHE_DIR=" + unpacked)
                .run(arguments.split(" "));

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out()).isNotBlank();
        assertThat(unpacked).isEmptyDirectory();
        assertThat(loaded(classes)).contains("org.muonframework.cli.Main").noneMatch(name -> NATIVE.stream()
                .anyMatch(name::startsWith));
    }

    /** Lines look like {@code [0.012s][info][class,load] java.lang.Object source: …}. */
    private static List<String> loaded(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" source: "))
                    .map(line -> line.substring(line.indexOf("] ") + 2, line.indexOf(" source: ")))
                    .toList();
        }
    }
}
