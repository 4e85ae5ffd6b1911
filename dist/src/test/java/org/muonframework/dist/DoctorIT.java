package org.muonframework.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The doctor")
class DoctorIT {

    private static final String NEURAL =
            "(?m)^ok    trainer neural   dense and convolutional networks on the fused path with ";

    @TempDir
    private Path work;

    @Test
    void findsThatAllWorks() {
        Framework.Outcome outcome = Framework.built(work).run("doctor");

        assertThat(outcome.exitCode()).as(outcome.out()).isZero();
        assertThat(outcome.out()).containsPattern(NEURAL + "vectors of \\d+ numbers, others on MXNet \\S+$");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void saysWhyThereAreNoVectors() {
        Framework.Outcome outcome = Framework.built(work)
                .on(JavaImage.standard(work.resolve("java")))
                .run("doctor");

        assertThat(outcome.exitCode()).as(outcome.out()).isZero();
        assertThat(outcome.out())
                .containsPattern(NEURAL + "plain loops \\(this Java has no module jdk.incubator.vector\\), others on");
    }

    @Test
    void doesNotBlameASystemThatNoEngineIsBroughtFor() {
        Framework.Outcome outcome =
                Framework.built(work).with("-Dos.arch=aarch64").run("doctor");

        assertThat(outcome.out())
                .containsPattern(NEURAL + "vectors of \\d+ numbers; recurrent and attention layers need")
                .contains("no native code for Linux aarch64");
    }
}
