package org.muonframework.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.spi.ToolProvider;

/** A Java made of part of the modules of this one, as those of containers are. */
final class JavaImage {

    private JavaImage() {}

    /**
     * One with standard modules only, hence without {@code jdk.incubator.vector}.
     *
     * @param home the folder to make
     */
    static Path standard(Path home) {
        Optional<ToolProvider> jlink = ToolProvider.findFirst("jlink");
        assumeThat(jlink).as("this Java can make others").isPresent();
        int code = jlink.orElseThrow()
                .run(System.out, System.err, "--add-modules", "java.se,jdk.unsupported", "--output", home.toString());
        assertThat(code).as("exit code of jlink").isZero();
        return home;
    }
}
