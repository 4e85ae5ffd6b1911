package org.muonframework.dimuon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.config.SettingsBinder;
import org.muonframework.data.format.InputFile;
import org.muonframework.data.format.ReadOptions;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.files.Formats;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.run.Cancellation;
import org.muonframework.run.RunListener;
import org.muonframework.run.convert.Generator;
import org.muonframework.run.convert.TableSize;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.problem.ConfigurationException;
import org.slf4j.LoggerFactory;

class GeneratedEventsTest {

    private static final String ZMUMU = "zmumu-simulation";

    @TempDir
    private Path folder;

    private final Generator generator = new Generator(PluginRegistry.load(List.of()), new SettingsBinder());

    @Test
    void theFileHasAllEventsWithUnitsAndLabels() {
        Path file = folder.resolve("z.parquet");

        TableSize size = generate(request(500, List.of("signal-fraction=0.25"), 1, 2), file);

        TableFile table = open(file);
        assertThat(size.rows()).isEqualTo(500);
        assertThat(size.columns()).isEqualTo(table.schema().columns().size());
        assertThat(table.schema().find("pt1").orElseThrow().unit()).isEqualTo("GeV");
        assertThat(labels(table)).containsOnly(0L, 1L);
        assertThat(labels(table).stream().filter(label -> label == 1).count()).isBetween(80L, 170L);
    }

    @Test
    void theEventsDependOnTheSeedAndNotOnTheThreads() throws Exception {
        Path one = folder.resolve("one.csv");
        Path two = folder.resolve("two.csv");
        Path other = folder.resolve("other.csv");
        generate(request(300, List.of(), 5, 1), one);
        generate(request(300, List.of(), 5, 3), two);
        generate(request(300, List.of(), 6, 1), other);

        assertThat(two).hasSameBinaryContentAs(one);
        assertThat(Files.readString(other)).isNotEqualTo(Files.readString(one));
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "csv", "parquet", "h5"})
    void pairsOfSpinQuestAreWrittenInEveryFormat(String ending) {
        Path file = folder.resolve("pairs." + ending);
        List<String> settings = List.of("fractions=balanced", "kinematics=flat", "smearing=false");

        TableSize size = generate(new Generator.Request("spinquest-simulation", 200, settings, 1, 2), file);

        TableFile table = open(file);
        assertThat(size.rows()).isEqualTo(200);
        assertThat(table.schema().names()).contains("qPos", "pz3Neg", "vz", "mass", "label");
        assertThat(labels(table)).hasSize(200).contains(2L, 4L);
    }

    @Test
    void wrongNamesAndSettingsAreRefusedTogether() {
        Path file = folder.resolve("z.parquet");
        assertThatThrownBy(() -> generate(new Generator.Request("zmumu-simulatoin", 5, List.of(), 1, 1), file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Did you mean 'zmumu-simulation'?");
        assertThatThrownBy(() -> generate(request(0, List.of("signal-fracton=0.5", "events=5"), 1, 1), file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Did you mean 'signal-fraction'?")
                .hasMessageContaining("the number of events is given by -n")
                .hasMessageContaining("must be at least 1");
        assertThat(file).doesNotExist();
    }

    private static Generator.Request request(long events, List<String> settings, long seed, int threads) {
        return new Generator.Request(ZMUMU, events, settings, seed, threads);
    }

    private TableSize generate(Generator.Request request, Path file) {
        return generator.generate(request, file, new Silent(), new Cancellation());
    }

    private static TableFile open(Path file) {
        return Formats.open(
                InputFile.of(file),
                new ReadOptions(
                        Optional.empty(), Optional.empty(), 1, LoggerFactory.getLogger(GeneratedEventsTest.class)));
    }

    private static List<Long> labels(TableFile table) {
        try (BatchReader reader = table.open(Set.of("label"))) {
            Batch batch = reader.next().orElseThrow();
            return IntStream.range(0, batch.rows())
                    .mapToObj(row -> batch.column("label").longAt(row))
                    .toList();
        }
    }

    private static final class Silent implements RunListener {
        @Override
        public void stage(String name) {}

        @Override
        public void progress(long done, long total, String message) {}

        @Override
        public void warning(String message) {}
    }
}
