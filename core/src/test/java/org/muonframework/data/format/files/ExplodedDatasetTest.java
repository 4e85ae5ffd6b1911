package org.muonframework.data.format.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.muonframework.data.ColumnsDataset;
import org.muonframework.data.format.TableFile;
import org.muonframework.data.format.Tables;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.DataException;

@Label("An exploded dataset")
class ExplodedDatasetTest {

    private static final int[] MUONS = {0, 2, 2, 3};

    private static final ColumnsDataset EVENTS = new ColumnsDataset()
            .with("event", ColumnRole.KEY, new long[] {7, 8, 9})
            .with("met", 10, 20, 30)
            .with("Muon_pt", new Column.Jagged(MUONS, new Column.Doubles(new double[] {5, 6, 7})), ColumnType.DOUBLE)
            .with("Muon_charge", new Column.Jagged(MUONS, new Column.Ints(new int[] {1, -1, 1})), ColumnType.INT)
            .with(
                    "Jet_pt",
                    new Column.Jagged(new int[] {0, 1, 2, 4}, new Column.Doubles(new double[] {1, 2, 3, 4})),
                    ColumnType.DOUBLE);

    private static Dataset exploded(Dataset events, String... columns) {
        return new ExplodedDataset(
                events, Explosion.of(new ExplodeSettings(List.of(columns), "index"), events.schema()));
    }

    @Example
    @Label("has a row for every element, with the values of its event and its place in it")
    void rows() {
        Dataset rows = exploded(EVENTS, "Muon_*");

        assertThat(rows.schema().names()).containsExactly("event", "met", "Muon_pt", "Muon_charge", "Jet_pt", "index");
        assertThat(rows.schema().columns().stream().filter(ColumnSpec::jagged))
                .extracting(ColumnSpec::name)
                .containsExactly("Jet_pt");
        assertThat(rows.schema().find("index").orElseThrow().role()).isEqualTo(ColumnRole.INDEX);
        assertThat(rows.rows()).isEmpty();
        assertThat(Tables.read(rows.open(Set.copyOf(rows.schema().names()))))
                .isEqualTo(Map.of(
                        "event", List.of(7L, 7L, 9L),
                        "met", List.of(10.0, 10.0, 30.0),
                        "Muon_pt", List.of(5.0, 6.0, 7.0),
                        "Muon_charge", List.of(1L, -1L, 1L),
                        "Jet_pt", List.of(List.of(1.0), List.of(1.0), List.of(3.0, 4.0)),
                        "index", List.of(0L, 1L, 0L)));
    }

    @Example
    @Label("has the same rows whatever columns are asked for")
    void projection() {
        Dataset rows = exploded(EVENTS, "Muon_pt", "Muon_charge");
        assertThat(Tables.read(rows.open(Set.of("met")))).isEqualTo(Map.of("met", List.of(10.0, 10.0, 30.0)));
        assertThat(Tables.read(rows.open(Set.of("index")))).isEqualTo(Map.of("index", List.of(0L, 1L, 0L)));
    }

    @Example
    @Label("refuses an event whose lists differ in length, naming row, columns and lengths")
    void lengths() {
        Dataset rows = exploded(EVENTS.inBatchesOf(2), "Muon_pt", "Jet_pt");
        assertThatThrownBy(() -> Tables.read(rows.open(Set.of("Jet_pt"))))
                .isInstanceOf(DataException.class)
                .hasMessage("memory: row 1: 'Muon_pt' has 2 elements, 'Jet_pt' has 1:"
                        + " columns that are exploded together need the same length");
    }

    @Example
    @Label("says what is wrong with its columns and its index")
    void settings() {
        assertThatThrownBy(() -> exploded(EVENTS, "Muon_p", "met", "Tau_*"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(
                        "dataset.explode.columns: no column of lists is named 'Muon_p'. Did you mean 'Muon_pt'?")
                .hasMessageContaining("'met' has one value in every event: there is nothing to explode")
                .hasMessageContaining("no column of lists is named 'Tau_*'");
        assertThatThrownBy(() -> Explosion.of(new ExplodeSettings(List.of("Muon_*"), "met"), EVENTS.schema()))
                .hasMessage("dataset.explode.index: there is a column 'met' already; give another name, such as"
                        + " index = row");
        assertThatThrownBy(() -> exploded(new ColumnsDataset().with("pt", 1), "Muon_*"))
                .hasMessage("dataset.explode.columns: no column holds lists: there is nothing to explode");
        assertThatThrownBy(() -> new ExplodeSettings(List.of(), "index")).isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    @Label("cuts what would become too long a batch, also within an event")
    void longBatches() {
        int elements = 2 * TableFile.BATCH_ROWS + 10;
        double[] pt = new double[elements];
        Arrays.setAll(pt, i -> i);
        int[] offsets = {0, 5, elements - 3, elements};
        Dataset rows = exploded(
                new ColumnsDataset()
                        .with("met", 1, 2, 3)
                        .with("pt", new Column.Jagged(offsets, new Column.Doubles(pt)), ColumnType.DOUBLE),
                "pt");
        List<Batch> batches = new ArrayList<>();
        try (BatchReader reader = rows.open(Set.of("pt", "met", "index"))) {
            for (Optional<Batch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                batches.add(batch.get());
            }
        }
        assertThat(batches).extracting(Batch::rows).containsExactly(TableFile.BATCH_ROWS, TableFile.BATCH_ROWS, 10);
        assertThat(batches).extracting(Batch::firstRow).containsExactly(1L, 65_537L, 131_073L);
        assertThat(batches).extracting(Batch::source).containsOnly("memory, exploded");
        Batch last = batches.get(2);
        assertThat(last.column("pt").doubleAt(0)).isEqualTo(2.0 * TableFile.BATCH_ROWS);
        assertThat(last.column("index").longAt(0)).isEqualTo(2L * TableFile.BATCH_ROWS - 5);
        assertThat(last.column("index").longAt(7)).isZero();
        assertThat(last.column("met").doubleAt(7)).isEqualTo(3);
    }

    @Property(tries = 50)
    @Label("can be put together again")
    void reassembled(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int batchRows) {
        SplittableRandom random = new SplittableRandom(seed);
        int events = 1 + random.nextInt(100);
        int[] offsets = new int[events + 1];
        for (int row = 0; row < events; row++) {
            offsets[row + 1] = offsets[row] + Math.max(0, random.nextInt(6) - 2);
        }
        double[] pt = random.doubles(offsets[events]).toArray();
        long[] numbers = new long[events];
        Arrays.setAll(numbers, row -> row);
        Dataset rows = exploded(
                new ColumnsDataset()
                        .inBatchesOf(batchRows)
                        .with("event", ColumnRole.KEY, numbers)
                        .with("pt", new Column.Jagged(offsets, new Column.Doubles(pt)), ColumnType.DOUBLE),
                "pt");

        Map<String, List<Object>> read = Tables.read(rows.open(Set.of("event", "pt", "index")));

        List<Object> values = read.getOrDefault("pt", List.of());
        assertThat(values).hasSize(offsets[events]);
        for (int row = 0; row < values.size(); row++) {
            int event = ((Long) read.get("event").get(row)).intValue();
            int element = offsets[event] + ((Long) read.get("index").get(row)).intValue();
            assertThat(element).isEqualTo(row).isLessThan(offsets[event + 1]);
            assertThat(values.get(row)).isEqualTo(pt[element]);
        }
    }
}
