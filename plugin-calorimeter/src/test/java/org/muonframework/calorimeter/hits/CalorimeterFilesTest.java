package org.muonframework.calorimeter.hits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.SettingsBinder;
import org.muonframework.data.format.TableWriter;
import org.muonframework.data.format.files.TableWriters;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.run.assemble.Assembler;
import org.muonframework.run.assemble.RunOptions;
import org.muonframework.run.plan.PlanReader;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.DataException;

@DisplayName("A ROOT file with a tree B4")
class CalorimeterFilesTest {

    private static final PluginRegistry REGISTRY = PluginRegistry.load(List.of());

    private static final Schema SCHEMA = Schema.of(List.of(
            hits("rechit_energy", "GeV"),
            hits("rechit_x", "mm"),
            hits("rechit_y", "mm"),
            hits("rechit_z", "mm"),
            ColumnSpec.of("true_energy", ColumnType.FLOAT, "GeV", "", ColumnRole.FEATURE)));

    @TempDir
    private Path folder;

    private static ColumnSpec hits(String name, String unit) {
        return new ColumnSpec(name, ColumnType.FLOAT, true, unit, "", ColumnRole.FEATURE);
    }

    private static Column lists(float... values) {
        return new Column.Jagged(new int[] {0, 2, 2, 3}, new Column.Floats(values));
    }

    @BeforeEach
    void writeTree() {
        write(20.32f);
    }

    /** Three events with two hits, none, and one. */
    private void write(float lastZ) {
        Batch batch = new Batch(
                3,
                Map.of(
                        "rechit_energy", lists(0.25f, 0.5f, 3),
                        "rechit_x", lists(-1.875f, 1.875f, 58.125f),
                        "rechit_y", lists(1.875f, 1.875f, 58.125f),
                        "rechit_z", lists((float) (40.64 * 30.5), 20.32f, lastZ),
                        "true_energy", new Column.Floats(new float[] {100, 2000, 8000})),
                "",
                1);
        try (TableWriter writer = TableWriters.open(folder.resolve("events.root"), SCHEMA, "B4")) {
            writer.write(batch);
            writer.commit();
        }
    }

    private Dataset dataset(String settings) throws IOException {
        Path file = Files.writeString(
                folder.resolve("analysis.conf"), """
                dataset {
                  type = files, files = ["%s"], tree = B4, truth = [true_energy], keys = [file, entry]
                  transforms { hits { type = calorimeter-hits %s } }
                  derive { visible = "sum(hitEnergy)" }
                }
                features = [visible]
                targets = [true_energy]
                model { type = boosted-trees }
                trainer { type = boosted-trees, rounds = 5, max-depth = 2 }
                """.formatted(folder.resolve("events.root"), settings));
        PlanReader plans = new PlanReader(REGISTRY, new SettingsBinder());
        AnalysisFileReader files = new AnalysisFileReader(Map.of());
        return new Assembler()
                .assemble(plans.read(files.read(file, List.of()), "calorimeter"), new RunOptions(1, Path.of("")))
                .dataset();
    }

    @Test
    @DisplayName("is read into hits beside its other branches, by the analysis file")
    void reads() throws IOException {
        try (BatchReader reader = dataset(", threshold = 0.3").open(Set.of("hitCell", "hitEnergy", "true_energy"))) {
            Batch batch = reader.next().orElseThrow();

            Column.Jagged cells = (Column.Jagged) batch.column("hitCell");
            Column.Jagged energies = (Column.Jagged) batch.column("hitEnergy");
            assertThat(cells.offsets()).containsExactly(0, 1, 1, 2);
            assertThat(((Column.Ints) cells.values()).values()).containsExactly(16 * 32 + 16, 1023);
            assertThat(((Column.Floats) energies.values()).values()).containsExactly(0.5f, 3);
            assertThat(batch.column("true_energy").doubleAt(1)).isEqualTo(2000);
        }
    }

    @Test
    @DisplayName("is refused with file and row where a hit is outside the calorimeter")
    void outside() throws IOException {
        write(2100);

        try (BatchReader reader = dataset("").open(Set.of("hitCell"))) {
            assertThatThrownBy(reader::next)
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("events.root: row 3: hit 1: z = 2100.0 mm is outside the calorimeter");
        }
    }
}
