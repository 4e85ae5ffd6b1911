package org.muonframework.data.format.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muonframework.data.MissingPolicy;
import org.muonframework.data.NegativeWeights;
import org.muonframework.data.Preparation;
import org.muonframework.data.PreparationPlan;
import org.muonframework.data.PreparedData;
import org.muonframework.data.PreparedPart;
import org.muonframework.data.SplitPlan;
import org.muonframework.data.WeightNormalisation;
import org.muonframework.data.expression.Expression;
import org.muonframework.data.format.Tables;
import org.muonframework.data.format.duckdb.DuckDatabase;
import org.muonframework.spi.Context;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.problem.ConfigurationException;
import org.muonframework.spi.problem.DataException;
import org.slf4j.Logger;

@DisplayName("Files with lists")
class JaggedFilesTest {

    @TempDir
    Path directory;

    @BeforeEach
    void twoFiles() throws SQLException {
        write(
                "a.parquet",
                "SELECT * FROM (VALUES ([5::FLOAT, 6], [1, -1], 10.0::DOUBLE), ([], [], 20), ([7], [1], 30)) t(mu_pt, mu_q, met)");
        write("b.parquet", "SELECT [8, 9, 4] AS mu_pt, [-1, -1, 1] AS mu_q, 40.0::DOUBLE AS met");
    }

    @Test
    @DisplayName("may be chained when their elements are of different types")
    void chain() {
        Dataset dataset = create(files(Optional.empty(), "a.parquet", "b.parquet"));
        assertThat(dataset.schema().find("mu_pt").orElseThrow())
                .isEqualTo(new ColumnSpec("mu_pt", ColumnType.DOUBLE, true, "", "", ColumnRole.FEATURE));
        assertThat(Tables.read(dataset.open(Set.of("mu_pt"))))
                .containsEntry("mu_pt", List.of(List.of(5.0, 6.0), List.of(), List.of(7.0), List.of(8.0, 9.0, 4.0)));
    }

    @Test
    @DisplayName("have columns computed, events selected and rows exploded, in this order")
    void sample() {
        SampleSettings settings = new SampleSettings(
                List.of("a.parquet", "b.parquet"),
                Optional.empty(),
                Optional.of(0),
                Optional.of("length(mu_pt)"),
                Optional.of("count(mu_pt > 4.5) >= 2 && !any(mu_big)"),
                Map.of("mu_big", "mu_pt > 8.5", "mu_share", "mu_pt / sum(mu_pt)", "pt0", "mu_pt[0]"));
        Dataset events = create(samples(Optional.empty(), settings));
        assertThat(events.schema().find("mu_big").orElseThrow().jagged()).isTrue();
        assertThat(Tables.read(events.open(Set.of("mu_share", "mu_big", "weight", "pt0", "mu_q"))))
                .isEqualTo(Map.of(
                        "mu_share", List.of(List.of(5.0 / 11, 6.0 / 11)),
                        "mu_big", List.of(List.of(false, false)),
                        "mu_q", List.of(List.of(1L, -1L)),
                        "weight", List.of(2.0),
                        "pt0", List.of(5.0)));

        Dataset rows = create(samples(explode("mu_*"), settings));
        assertThat(Tables.read(rows.open(Set.of("mu_share", "weight", "label", "index"))))
                .isEqualTo(Map.of(
                        "mu_share", List.of(5.0 / 11, 6.0 / 11),
                        "weight", List.of(2.0, 2.0),
                        "label", List.of(0L, 0L),
                        "index", List.of(0L, 1L)));
    }

    @Test
    @DisplayName("must be selected by one condition an event")
    void selection() {
        SampleSettings settings = new SampleSettings(
                List.of("a.parquet"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("mu_pt > 6"),
                Map.of());
        assertThatThrownBy(() -> create(samples(Optional.empty(), settings)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("dataset.samples.s.selection: 'mu_pt > 6' is a list in every row, where one value is needed"
                        + " at position 1. Write any(mu_pt > 6), all(…) or count(…) (in a.parquet)");
        assertThatThrownBy(() -> create(new FilesSettings(
                        List.of("a.parquet"),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        List.of("mu_q"),
                        List.of(),
                        List.of(),
                        Optional.empty())))
                .hasMessage("dataset.keys: 'mu_q' is a list in every row and cannot identify an event");
    }

    @Test
    @DisplayName("tell their events by file and entry when they are exploded and have no keys")
    void entries() throws SQLException {
        Dataset rows = create(files(explode("mu_*"), "a.parquet", "b.parquet"));
        assertThat(rows.schema().withRole(ColumnRole.KEY))
                .extracting(ColumnSpec::name)
                .containsExactly("file", "entry");
        assertThat(Tables.read(rows.open(Set.of("file", "entry", "index"))))
                .isEqualTo(Map.of(
                        "file", List.of("a.parquet", "a.parquet", "a.parquet", "b.parquet", "b.parquet", "b.parquet"),
                        "entry", List.of(0L, 0L, 2L, 0L, 0L, 0L),
                        "index", List.of(0L, 1L, 0L, 0L, 1L, 2L)));

        write("keyed.parquet", "SELECT 1 AS run, 2::BIGINT AS event, [1.5, 2.5] AS pt");
        assertThat(create(files(explode("pt"), "keyed.parquet")).schema().names())
                .containsExactly("run", "event", "pt", "index");
        write("clash.parquet", "SELECT 1 AS entry, [1.5, 2.5] AS pt");
        assertThatThrownBy(() -> create(files(explode("pt"), "clash.parquet")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("dataset.keys: no column is known to identify an event")
                .hasMessageContaining("there is a column 'entry' already");
    }

    @Test
    @DisplayName("never have the rows of one event divided")
    void split() throws SQLException {
        write("many.parquet", "SELECT [i % 7, 2.0, i]::DOUBLE[] AS pt, [i % 2, 1, 0] AS isMuon FROM range(400) t(i)");
        Dataset rows = create(files(explode("*"), "many.parquet"));
        PreparedData data = Preparation.of(rows, plan(List.of())).prepare(1, read -> {});

        Map<Long, Set<String>> partsOfEvent = new HashMap<>();
        Map<Long, Set<Long>> placesOfEvent = new HashMap<>();
        for (PreparedPart part : data.parts()) {
            assertThat(part.keys()).containsOnlyKeys("file", "entry", "index");
            for (int row = 0; row < part.size(); row++) {
                long entry = part.keys().get("entry").longAt(row);
                partsOfEvent
                        .computeIfAbsent(entry, key -> new TreeSet<>())
                        .add(part.part().label());
                placesOfEvent
                        .computeIfAbsent(entry, key -> new TreeSet<>())
                        .add(part.keys().get("index").longAt(row));
            }
        }
        assertThat(data.parts()).hasSize(3);
        assertThat(partsOfEvent).hasSize(400).allSatisfy((entry, parts) -> assertThat(parts)
                .hasSize(1));
        assertThat(placesOfEvent.values()).containsOnly(Set.of(0L, 1L, 2L));
        assertThatThrownBy(() -> Preparation.of(rows, plan(List.of("entry", "index"))))
                .hasMessage("split.by: 'index' tells the rows of one event apart, and these must stay together;"
                        + " leave it out");
    }

    private static PreparationPlan plan(List<String> splitBy) {
        return new PreparationPlan(
                Map.of("pt2", "pt ^ 2"),
                Optional.of("pt >= 0"),
                List.of("pt2"),
                List.of("other", "muon"),
                Optional.of("isMuon"),
                List.of(),
                Optional.empty(),
                List.of(),
                new MissingPolicy(OptionalDouble.empty(), MissingPolicy.Policy.ERROR, 0),
                Optional.empty(),
                NegativeWeights.KEEP,
                WeightNormalisation.NONE,
                new SplitPlan(splitBy, 0.5, 0.3),
                Optional.empty(),
                false);
    }

    @Test
    @DisplayName("are refused where an event has lists of different lengths, naming file and row")
    void lengths() throws SQLException {
        write("bad.parquet", "SELECT * FROM (VALUES ([1], [1]), ([1, 2], [3])) t(x, y)");
        Dataset rows = create(files(explode("x", "y"), "bad.parquet"));
        assertThatThrownBy(() -> Tables.read(rows.open(Set.of("x", "y"))))
                .isInstanceOf(DataException.class)
                .hasMessage("bad.parquet: row 2: 'x' has 2 elements, 'y' has 1:"
                        + " columns that are exploded together need the same length");
    }

    @Test
    @DisplayName("of a real experiment give its pairs of muons, and a row for each muon")
    void nanoAod() {
        String path = Tables.real("parquet/nano_dimuon.parquet").toString();
        Dataset events = create(files(Optional.empty(), path));
        String oppositeSign = "leading(Muon_charge, Muon_pt, 0) * leading(Muon_charge, Muon_pt, 1) < 0";
        String mass = "leadingPairMass(Muon_pt, Muon_eta, Muon_phi)";
        assertThat(count(events, oppositeSign)).isEqualTo(22);
        assertThat(count(events, oppositeSign + " && " + mass + " > 81 && " + mass + " < 101"))
                .isEqualTo(5);
        assertThat(count(events, "count(Muon_pt) == nMuon && length(Muon_pt[Muon_pt > 0]) == nMuon"))
                .isEqualTo(40);

        Dataset rows = create(files(explode("Muon_*"), path));
        Map<String, List<Object>> muons = Tables.read(rows.open(Set.of("run", "event", "index", "nMuon", "Muon_pt")));
        assertThat(muons.get("Muon_pt")).hasSize(84);
        List<Object> identities = new ArrayList<>();
        for (int row = 0; row < 84; row++) {
            assertThat((Long) muons.get("index").get(row))
                    .isLessThan((Long) muons.get("nMuon").get(row));
            identities.add(List.of(
                    muons.get("run").get(row),
                    muons.get("event").get(row),
                    muons.get("index").get(row)));
        }
        assertThat(identities).doesNotHaveDuplicates();
    }

    private static long count(Dataset dataset, String condition) {
        Expression expression = Expression.parse(condition, dataset.schema());
        long count = 0;
        try (BatchReader reader = dataset.open(expression.columns())) {
            for (Optional<Batch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
                for (double value : expression.evaluate(batch.get())) {
                    count += value != 0 ? 1 : 0;
                }
            }
        }
        return count;
    }

    @Test
    @DisplayName("widen their elements and keep the lists of the rows chosen, wherever the lists begin")
    void choice() {
        Column.Jagged tail = new Column.Jagged(new int[] {1, 2, 4}, new Column.Ints(new int[] {1, 2, 3, 4}));
        Column.Jagged wide =
                (Column.Jagged) Widening.widen(new RowChoice(new double[] {0, 1}).of(tail), ColumnType.LONG);
        assertThat(wide.offsets()).containsExactly(0, 2);
        assertThat(((Column.Longs) wide.values()).values()).containsExactly(3, 4);
    }

    private static Optional<ExplodeSettings> explode(String... columns) {
        return Optional.of(new ExplodeSettings(List.of(columns), "index"));
    }

    private static FilesSettings files(Optional<ExplodeSettings> explode, String... names) {
        return new FilesSettings(
                List.of(names),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                explode);
    }

    private static FilesSettings samples(Optional<ExplodeSettings> explode, SampleSettings sample) {
        return new FilesSettings(
                List.of(),
                Map.of("s", sample),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                explode);
    }

    private Dataset create(FilesSettings settings) {
        return new FilesDatasetProvider().create(settings, new TestContext(directory));
    }

    private void write(String name, String select) throws SQLException {
        try (DuckDBConnection connection = DuckDatabase.open(1, Optional.empty());
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + select + ") TO "
                    + DuckDatabase.literal(directory.resolve(name).toString()) + " (FORMAT parquet)");
        }
    }

    private record TestContext(Path directory) implements Context {
        @Override
        public RandomStreams random() {
            return new RandomStreams(1);
        }

        @Override
        public int threads() {
            return 1;
        }

        @Override
        public Logger log() {
            return Tables.OPTIONS.log();
        }
    }
}
