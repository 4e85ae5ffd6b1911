package org.muonframework.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused; what is generated, the plugins with simulations test. */
class GenerateCommandTest {

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void prepare() {
        desk = new Desk(folder);
    }

    @Test
    void aDatasetThatSimulatesNothingIsRefused() {
        Desk.Ended ended = generate("files");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("the dataset 'files' is no simulation: it has no setting 'events'");
    }

    @Test
    void anUnknownNameIsRefused() {
        Desk.Ended ended = generate("zmumu-simulatoin");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("there is no dataset 'zmumu-simulatoin'");
    }

    @Test
    void aRunWithoutAGenerativeModelIsRefused() {
        Path run = desk.write("run/analysis.conf", "seed = 1\n").getParent();
        desk.write("run/manifest.json", "{}");

        Desk.Ended ended = generate(run.toString());

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains(run + ": this run has no generative model");
    }

    private Desk.Ended generate(String name) {
        Path output = folder.resolve("events.parquet");
        Desk.Ended ended = desk.framework("generate", name, "-n", "10", "-o", output.toString());
        assertThat(output).doesNotExist();
        return ended;
    }
}
