package org.muonframework.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes of users through the process; core's {@code BadInputTest} knows more of them. */
@DisplayName("Bad input ends with one clear message:")
class BadInputIT {

    @TempDir
    private Path work;

    private Path data;

    @BeforeEach
    void writeData() throws IOException {
        StringBuilder text = new StringBuilder("run,event,x,y\n");
        for (int i = 0; i < 2000; i++) {
            text.append("1,")
                    .append(i)
                    .append(',')
                    .append(i % 7)
                    .append(',')
                    .append(i % 5)
                    .append('\n');
        }
        data = Files.writeString(work.resolve("good.csv"), text);
    }

    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            DERIVED_truncated_MuRun2010B.csv       | Event         | pt1  | pt2   | :133: 19 fields where the header has 21, and no line end: the file is cut off
            DERIVED_truncated_nano_dy.parquet      | event         | x    | y     | is not a complete Parquet file
            PARQUET-1481.parquet                   | event         | x    | y     | is damaged
            datapage_v1-corrupt-checksum.parquet   | b             | a    | twice | checksum
            lfs-pointer_training_data.feather      | event         | x    | y     | is a Git LFS pointer
            zero_bytes.root                        | event         | x    | y     | is empty (0 bytes)
            crashed.root                           | event         | x    | y     | has no list of its objects
            bad_delphes.root                       | event         | x    | y     | has no list of its objects
            uproot-issue70.root                    | event         | x    | y     | holds no tree and no ntuple; it is empty
            lfs-pointer_nano_dy.root               | event         | x    | y     | is a Git LFS pointer
            DERIVED_truncated_uproot-Zmumu-zlib.root | Event       | pt1  | pt2   | is cut: it should have 179005 bytes and has 100000
            experimental-rntuple_splitint_5e4.root | event         | x    | y     | experimental
            jhdf_byteshuffle_open-for-write.hdf5   | event         | x    | y     | is marked as open for writing
            """)
    void aDamagedFile(String name, String key, String feature, String target, String message) throws IOException {
        Path file = OpenData.file("bad-input/" + name);
        byte[] before = Files.readAllBytes(file);

        Framework.Outcome outcome = run(analysis(file, key, feature, target));

        assertRefused(outcome, 3, message);
        assertThat(outcome.err()).contains(name);
        assertThat(file).hasBinaryContent(before);
        assertThat(work.resolve("run/metrics.json")).doesNotExist();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            dataset.files=[gone.csv]                   | gone.csv: there is no such file
            dataset.delimiter=";"                      | good.csv:1: the delimiter ';' does not divide the header, but ',' divides it
            dataset.selection="x > 100"                | x > 100
            targets=[],label="0",classes=[a,b]         | class
            weights.expression="0 * x"                 | zero
            dataset.derive.x2="log(x-1)",features=[x2] | feature 'x2' is missing
            """)
    void badData(String settings, String message) throws IOException {
        byte[] before = Files.readAllBytes(data);

        Framework.Outcome outcome = run(analysis(data, "run, event", "x", "y"), settings.split(",(?=\\w+[.\\w]*=)"));

        assertRefused(outcome, 3, message);
        assertThat(data).hasBinaryContent(before);
    }

    @Test
    void textWhereANumberIsDue() throws IOException {
        Files.writeString(data, Files.readString(data).replaceFirst("\n1,17,\\d", "\n1,17,oops"));

        assertRefused(run(analysis(data, "run, event", "x", "y")), 3, "row 18, column 'x': 'oops' is not a number");
    }

    @Test
    void anEmptyFile() throws IOException {
        Files.writeString(data, "");

        assertRefused(run(analysis(data, "run, event", "x", "y")), 3, "is empty");
    }

    @Test
    void allUnknownKeysTogether() throws IOException {
        Path analysis = analysis(data, "run, event", "x", "y");
        Files.writeString(analysis, Files.readString(analysis) + "sed = 4\ntrainer.round = 3\ndataset.selction = x\n");

        Framework.Outcome outcome = run(analysis);

        assertRefused(outcome, 2, "analysis.conf:6: unknown key 'sed'. Did you mean 'seed'?");
        assertThat(outcome.err())
                .contains("unknown key 'trainer.round'. Did you mean 'rounds'?")
                .contains("unknown key 'dataset.selction'. Did you mean 'selection'?");
        assertThat(work.resolve("run")).doesNotExist();
    }

    @Test
    void noAnalysisFile() {
        assertRefused(Framework.built(work).run("run"), 2, "name an analysis file");
    }

    @Test
    void anOutputThatCannotBeWritten() throws IOException {
        Framework.Outcome outcome = Framework.built(work)
                .run("run", analysis(data, "run, event", "x", "y").toString(), "--output", "/dev/full/run");

        assertRefused(outcome, 3, "/dev/full/run");
    }

    @ParameterizedTest(name = "a full disk of {0} kB")
    @CsvSource({"8", "32"})
    void aFullDisk(int kilobytes) throws IOException {
        Path disk = Files.createDirectory(work.resolve("disk"));
        Framework framework = Framework.built(work);
        String mount = "mount -t tmpfs -o size=" + kilobytes + "k tmpfs " + disk;
        assumeThat(framework.shell(work, mount).exitCode())
                .as("a small disk can be mounted here, which needs the rights for it")
                .isZero();
        try {
            Framework.Outcome outcome = framework.run(
                    "run",
                    analysis(data, "run, event", "x", "y").toString(),
                    "--output",
                    disk.resolve("run").toString());

            assertRefused(outcome, 3, "cannot be written: no space left on");
        } finally {
            assertThat(framework.shell(work, "umount " + disk).exitCode()).isZero();
        }
    }

    private void assertRefused(Framework.Outcome outcome, int code, String message) {
        assertThat(outcome.err()).containsIgnoringCase(message).doesNotContain("Exception", "\tat ");
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(code);
        assertThat(RunFiles.halfWritten(work)).isEmpty();
    }

    private Framework.Outcome run(Path analysis, String... settings) {
        List<String> arguments = new ArrayList<>(List.of("run", analysis.toString(), "--quiet"));
        arguments.addAll(List.of("--output", work.resolve("run").toString()));
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        return Framework.built(work).run(arguments.toArray(String[]::new));
    }

    private Path analysis(Path file, String keys, String feature, String target) throws IOException {
        return Files.writeString(work.resolve("analysis.conf"), """
                dataset { type = files, files = ["%s"], keys = [%s], derive { twice = "2 * %s" } }
                features = [%s]
                targets = [%s]
                model { type = boosted-trees }
                trainer { type = boosted-trees, rounds = 2 }
                """.formatted(file, keys, feature, feature, target));
    }
}
