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
        desk.framework("run", desk.writeAnalysis("").toString(), "--output", folder + "/run");

        Desk.Ended ended = generate(folder + "/run");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("run: this run has no generative model");
    }

    @Test
    void aRunsModelMakesRowsOfItsFeatures() {
        Path run = folder.resolve("run");
        assertThat(desk.framework("run", desk.writeAutoencoders("").toString(), "--output", run.toString())
                        .code())
                .isZero();
        Path output = folder.resolve("made.csv");

        assertThat(desk.framework("generate", run.toString(), "-n", "10", "-o", output.toString())
                        .err())
                .contains("several models make rows; expected --set model=NAME with one of narrow, wide");
        assertThat(desk.framework("generate", run.toString(), "-n", "10", "-o", output.toString(), "--set", "model=wid")
                        .err())
                .contains("no model 'wid' of this run makes rows. Did you mean 'wide'?");
        Desk.Ended ended = desk.framework(
                "generate", run.toString(), "-n", "10", "-o", output.toString(), "--set", "model=wide", "--seed", "5");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("made.csv: 10 rows, 2 columns");
        assertThat(output).content().startsWith("x,y\n").hasLineCount(11);
    }

    private Desk.Ended generate(String name) {
        Path output = folder.resolve("events.parquet");
        Desk.Ended ended = desk.framework("generate", name, "-n", "10", "-o", output.toString());
        assertThat(output).doesNotExist();
        return ended;
    }
}
