package org.muonframework.dimuon.spinquest;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.config.AnalysisFileReader;
import org.muonframework.config.SettingsBinder;
import org.muonframework.data.Preparation;
import org.muonframework.data.PreparedData;
import org.muonframework.data.PreparedPart;
import org.muonframework.data.format.TableWriter;
import org.muonframework.data.format.files.TableWriters;
import org.muonframework.dimuon.DimuonFilesAnalysis;
import org.muonframework.dimuon.Sample;
import org.muonframework.dimuon.spinquest.simulation.PairKind;
import org.muonframework.dimuon.spinquest.simulation.RegionMix;
import org.muonframework.dimuon.spinquest.simulation.SpinQuestSettings;
import org.muonframework.dimuon.spinquest.simulation.SpinQuestSimulation;
import org.muonframework.plugin.PluginRegistry;
import org.muonframework.run.assemble.Assembler;
import org.muonframework.run.assemble.Assembly;
import org.muonframework.run.assemble.RunOptions;
import org.muonframework.run.plan.PlanReader;
import org.muonframework.spi.Context;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Schema;

@DisplayName("A ROOT file with the experiment's tree of pairs")
class SpinQuestFilesTest {

    private static final PluginRegistry REGISTRY = PluginRegistry.load(List.of());
    private static final String FRAGMENT = "/org/muonframework/dimuon/presets/spinquest-files.conf";
    private static final int EVENTS = 400;

    @TempDir
    private Path folder;

    private final Dataset simulated = new SpinQuestSimulation()
            .create(
                    new SpinQuestSettings(EVENTS, PairKind.FLAT, RegionMix.BALANCED, List.of(), true),
                    Context.standalone(1, 1));

    private final Config fragment = ConfigFactory.parseURL(
            SpinQuestFilesTest.class.getResource(FRAGMENT),
            ConfigParseOptions.defaults().setAllowMissing(false));

    /** The simulated pairs under the names of the experiment; every fourth event has no reconstructed pair. */
    @BeforeEach
    void writeTree() {
        Map<String, String> inFile = new HashMap<>();
        fragment.getConfig("dataset.rename")
                .root()
                .forEach((name, value) -> inFile.put(name, (String) value.unwrapped()));
        List<ColumnSpec> columns = new ArrayList<>();
        columns.add(ColumnSpec.of("rec_ndim", ColumnType.INT));
        simulated.schema().columns().stream()
                .filter(column -> inFile.containsKey(column.name()))
                .forEach(column -> columns.add(ColumnSpec.of(inFile.get(column.name()), column.type())));
        Path file = folder.resolve("vertexml.root");
        try (TableWriter writer = TableWriters.open(file, Schema.of(columns), "tree");
                BatchReader reader = simulated.open(inFile.keySet())) {
            Batch batch = reader.next().orElseThrow();
            int[] pairs = new int[batch.rows()];
            Map<String, Column> values = new HashMap<>();
            for (int row = 0; row < pairs.length; row++) {
                pairs[row] = row % 4 == 0 ? 0 : 1;
            }
            values.put("rec_ndim", new Column.Ints(pairs));
            inFile.forEach((name, branch) -> values.put(branch, batch.column(name)));
            writer.write(new Batch(pairs.length, values, "", 1));
            writer.commit();
        }
    }

    private Assembly read() throws IOException {
        Path file = Files.writeString(folder.resolve("analysis.conf"), """
                analysis = dimuon-files
                dataset.files = ["%s"]
                """.formatted(folder.resolve("vertexml.root")));
        PlanReader plans = new PlanReader(REGISTRY, new SettingsBinder());
        DimuonFilesAnalysis preset = new DimuonFilesAnalysis();
        AnalysisFileReader files = new AnalysisFileReader(Map.of(preset.name(), preset.preset()));
        return new Assembler()
                .assemble(plans.read(files.read(file, List.of()), "spinquest"), new RunOptions(1, Path.of("")));
    }

    @Test
    @DisplayName("reads as the simulation's columns, with their units and roles")
    void columns() throws IOException {
        Dataset dataset = read().dataset();
        Set<String> names = fragment.getConfig("dataset.rename").root().keySet();
        for (String name : names) {
            ColumnSpec column = dataset.schema().find(name).orElseThrow();
            ColumnSpec expected = simulated.schema().find(name).orElseThrow();
            assertThat(column.unit()).as(name).isEqualTo(expected.unit());
            assertThat(column.role()).as(name).isEqualTo(expected.role());
        }
        assertThat(names)
                .containsAll(TrackColumns.specs().stream().map(ColumnSpec::name).toList());
        Sample found = Sample.of(dataset, names);
        Sample expected = Sample.of(simulated, names);
        for (String name : names) {
            assertThat(found.get(name)).as(name).isEqualTo(expected.get(name));
        }
    }

    @Test
    @DisplayName("gives every event with a pair the class of its vertex, and leaves out those without")
    void classes() throws IOException {
        Assembly analysis = read();
        PreparedData data =
                Preparation.of(analysis.dataset(), analysis.preparation()).prepare(1, rows -> {});

        assertThat(data.task().classes()).isEqualTo(VertexRegion.names());
        assertThat(data.parts().stream().mapToInt(PreparedPart::size).sum()).isEqualTo(EVENTS * 3 / 4);
        for (PreparedPart part : data.parts()) {
            for (int row = 0; row < part.size(); row++) {
                VertexRegion region = VertexRegion.of(part.targets()[2][row]).orElseThrow();
                assertThat(part.labels()[row]).isEqualTo(region.ordinal());
                assertThat(part.columns().get("swimVz")[row]).isBetween(-800.0, 503.0);
            }
        }
    }
}
