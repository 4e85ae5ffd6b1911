package org.muonframework.data.format.root.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.data.format.TableWriter;
import org.muonframework.data.format.root.RootTables;
import org.muonframework.data.format.root.file.RootFile;
import org.muonframework.data.format.root.table.RootColumn;
import org.muonframework.data.format.root.table.RootTable;
import org.muonframework.data.format.root.table.ValueType;
import org.muonframework.data.format.root.table.Values;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.DataException;

class RootTableWriterTest {

    @TempDir
    Path directory;

    @Test
    void batchesBecomeATreeWithTypesAndUnits() {
        Path path = directory.resolve("t.root");
        Schema schema = Schema.of(List.of(
                ColumnSpec.of("pt", ColumnType.DOUBLE, "GeV", "transverse momentum", ColumnRole.FEATURE),
                ColumnSpec.of("score", ColumnType.FLOAT),
                ColumnSpec.of("event", ColumnType.LONG),
                ColumnSpec.of("charge", ColumnType.INT),
                ColumnSpec.of("good", ColumnType.BOOLEAN),
                ColumnSpec.of("name", ColumnType.TEXT),
                new ColumnSpec("Jet_pt", ColumnType.FLOAT, true, "GeV", "", ColumnRole.FEATURE)));
        try (TableWriter writer = RootTableWriter.open(path, schema, "ntuples/events")) {
            for (long i = 0; i < 3; i++) {
                writer.write(batch(i));
            }
            writer.commit();
        }
        try (RootFile file = RootFile.open(path)) {
            RootTable table = RootTables.open(file, "ntuples/events");
            assertThat(table.rows()).isEqualTo(6);
            assertThat(table.columns())
                    .containsExactly(
                            new RootColumn("pt", ValueType.FLOAT64, 0, "transverse momentum [GeV]"),
                            new RootColumn("score", ValueType.FLOAT32, 0, "score/F"),
                            new RootColumn("event", ValueType.INT64, 0, "event/L"),
                            new RootColumn("charge", ValueType.INT32, 0, "charge/I"),
                            new RootColumn("good", ValueType.BOOL, 0, "good/O"),
                            new RootColumn("name", ValueType.STRING, 0, "name/C"),
                            new RootColumn("nJet_pt", ValueType.INT32, 0, "nJet_pt/I"),
                            new RootColumn("Jet_pt", ValueType.FLOAT32, 1, "Jet_pt [GeV]"));
            Map<String, Values> read = table.open(
                            table.columns().stream().map(RootColumn::name).toList(), 0, 6, 9, 1)
                    .next()
                    .orElseThrow()
                    .columns();
            assertThat(((Values.Longs) read.get("event")).values())
                    .containsExactly(1L << 60, 0, (1L << 60) + 1, 1, (1L << 60) + 2, 2);
            assertThat(((Values.Texts) read.get("name")).values()).containsExactly("", "µ", "", "µ", "", "µ");
            Values.Lists jets = (Values.Lists) read.get("Jet_pt");
            assertThat(jets.offsets()).containsExactly(0, 0, 2, 2, 4, 4, 6);
            assertThat(((Values.Floats) jets.content()).values()).containsExactly(1, 2, 1, 2, 1, 2);
        }
    }

    @Test
    void listsOfTextsAreRefusedByTheNameOfTheFile() {
        Path path = directory.resolve("t.root");
        Schema schema = Schema.of(List.of(new ColumnSpec("x", ColumnType.TEXT, true, "", "", ColumnRole.FEATURE)));
        assertThatThrownBy(() -> RootTableWriter.open(path, schema, "events"))
                .isInstanceOf(DataException.class)
                .hasMessage(path + ": tree 'events', column 'x': lists of texts are not written");
        assertThat(directory).isEmptyDirectory();
    }

    private static Batch batch(long i) {
        return new Batch(
                2,
                Map.of(
                        "pt", new Column.Doubles(new double[] {0.1, Double.NaN}),
                        "score", new Column.Floats(new float[] {0.1f, -0.0f}),
                        "event", new Column.Longs(new long[] {(1L << 60) + i, i}),
                        "charge", new Column.Ints(new int[] {-1, 1}),
                        "good", new Column.Booleans(new boolean[] {true, false}),
                        "name", new Column.Texts(new String[] {"", "µ"}),
                        "Jet_pt", new Column.Jagged(new int[] {0, 0, 2}, new Column.Floats(new float[] {1, 2}))),
                "test",
                1);
    }
}
