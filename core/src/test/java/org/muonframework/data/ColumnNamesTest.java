package org.muonframework.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.problem.Problem;

class ColumnNamesTest {

    private static ColumnNames prefix(String prefix) {
        return new ColumnNames(prefix, Map.of());
    }

    private static Dataset dataset(String... names) {
        ColumnsDataset dataset = new ColumnsDataset();
        for (String name : names) {
            dataset.with(name, 1, 2, 3);
        }
        return dataset;
    }

    private static List<String> problems(ColumnNames names, String... columns) {
        return names.check(dataset(columns).schema()).stream()
                .map(problem -> problem.where() + ": " + problem.message())
                .toList();
    }

    @Test
    void aPrefixIsLeftOutAndOtherColumnsKeepTheirNames() {
        Dataset named = prefix("softmu_").applyTo(dataset("event", "softmu_pt", "softmu_eta", "jet_pt"));

        assertThat(named.schema().names()).containsExactly("event", "pt", "eta", "jet_pt");
        assertThat(named.rows()).hasValue(3);
    }

    @Test
    void aRenamedColumnGoesBeforeThePrefix() {
        ColumnNames names = new ColumnNames("softmu_", Map.of("pt", "softmu_pt_NOSYS", "rawPt", "softmu_pt"));

        assertThat(names.applyTo(dataset("softmu_pt", "softmu_pt_NOSYS", "softmu_eta"))
                        .schema()
                        .names())
                .containsExactly("rawPt", "pt", "eta");
    }

    @Test
    void twoColumnsMayChangeTheirNames() {
        Dataset swapped = new ColumnNames("", Map.of("a", "b", "b", "a"))
                .applyTo(new ColumnsDataset().with("a", 1).with("b", 2));

        try (BatchReader reader = swapped.open(Set.of("a"))) {
            assertThat(reader.next().orElseThrow().column("a").doubleAt(0)).isEqualTo(2);
        }
    }

    @Test
    void unitTypeDescriptionAndRoleFollow() {
        ColumnSpec pt =
                new ColumnSpec("softmu_pt", ColumnType.FLOAT, true, "GeV", "transverse momentum", ColumnRole.SPECTATOR);
        Schema schema = new Schema(List.of(pt), List.of("fake", "real"), Map.of("softmu_trk", "unsupported class"));

        Schema named = prefix("softmu_").applyTo(new Described(schema)).schema();

        assertThat(named.columns())
                .containsExactly(new ColumnSpec(
                        "pt", ColumnType.FLOAT, true, "GeV", "transverse momentum", ColumnRole.SPECTATOR));
        assertThat(named.classes()).containsExactly("fake", "real");
        assertThat(named.unknown("trk")).isEqualTo("column 'trk' cannot be read: unsupported class");
    }

    @Test
    void whoAsksByTheNameInTheDataIsToldTheNameInTheAnalysis() {
        Schema named = prefix("softmu_").applyTo(dataset("softmu_pt")).schema();

        assertThat(named.unknown("softmu_pt"))
                .isEqualTo("column 'softmu_pt' cannot be read: it is called 'pt' in this analysis");
    }

    @Test
    void aNewNameTellsTheRoleOfAColumnThatHadNone() {
        Dataset named = new ColumnNames("mu_", Map.of("weight", "mcWeight"))
                .applyTo(new ColumnsDataset()
                        .with("mu_event", ColumnRole.FEATURE, new long[] {1})
                        .with("mu_label", ColumnRole.FEATURE, new long[] {1})
                        .with("mcWeight", 0.5)
                        .with("mu_weight2", 0.5));

        assertThat(named.schema().columns())
                .extracting(ColumnSpec::role)
                .containsExactly(ColumnRole.KEY, ColumnRole.LABEL, ColumnRole.WEIGHT, ColumnRole.FEATURE);
    }

    @Test
    void whereEventsAreKnownANewNameMakesNoKey() {
        Dataset named = prefix("mu_")
                .applyTo(new ColumnsDataset()
                        .with("entry", ColumnRole.KEY, new long[] {1})
                        .with("mu_event", ColumnRole.FEATURE, new long[] {1}));

        assertThat(named.schema().withRole(ColumnRole.KEY))
                .extracting(ColumnSpec::name)
                .containsExactly("entry");
    }

    @Test
    void onlyWhatIsAskedForIsRead() {
        Recording data = new Recording(dataset("softmu_pt", "softmu_eta", "event"));
        Dataset named = prefix("softmu_").applyTo(data);

        try (BatchReader reader = named.open(Set.of("pt", "event"))) {
            Batch batch = reader.next().orElseThrow();
            assertThat(batch.columns()).containsOnlyKeys("pt", "event");
            assertThat(batch.source()).isEqualTo("memory");
        }
        assertThat(data.asked).containsExactlyInAnyOrder("softmu_pt", "event");
        assertThatThrownBy(() -> named.open(Set.of("phi"))).isInstanceOf(DataException.class);
    }

    @Test
    void twoColumnsWithOneNameAreNamedBoth() {
        assertThat(problems(prefix("softmu_"), "pt", "softmu_pt"))
                .containsExactly("prefix: the columns 'pt' and 'softmu_pt' of the data would both be called 'pt' in the"
                        + " analysis; the analysis has to give one of them another name, such as"
                        + " dataset.rename { other_pt = pt }");
        assertThat(problems(new ColumnNames("", Map.of("pt", "pt_NOSYS")), "pt_NOSYS", "pt"))
                .singleElement()
                .asString()
                .startsWith("rename.pt: the columns 'pt_NOSYS' and 'pt'")
                .endsWith("rename { other_pt = pt }");
        assertThat(problems(new ColumnNames("softmu_", Map.of("jetPt", "pt")), "pt", "softmu_pt"))
                .as("the way out that the message tells")
                .isEmpty();
    }

    @Test
    void inNewFilesWithBothNamesNobodyKnowsWhichColumnIsMeant() {
        assertThatThrownBy(() -> prefix("softmu_").applyTo(dataset("pt", "softmu_pt")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'pt' and 'softmu_pt'");
    }

    @Test
    void newFilesMayHaveTheNamesOfTheAnalysis() {
        ColumnNames names = new ColumnNames("softmu_", Map.of("charge", "softmu_q_NOSYS"));

        assertThat(names.applyTo(dataset("pt", "charge")).schema().names()).containsExactly("pt", "charge");
        assertThat(names.applyTo(dataset("softmu_pt", "charge")).schema().names())
                .containsExactly("pt", "charge");
    }

    @Test
    void aPrefixThatNoColumnHasIsAMistake() {
        assertThat(problems(prefix("softmuon_"), "softmu_pt", "softmu_eta"))
                .containsExactly("prefix: no column of the data starts with 'softmuon_'. Did you mean 'softmu_'?");
        assertThat(prefix("softmu_pt").of("softmu_pt"))
                .as("nothing would be left of the name")
                .isEqualTo("softmu_pt");
    }

    @Test
    void renamingWhatIsNotThereIsAMistake() {
        assertThat(problems(new ColumnNames("", Map.of("pt", "softmu_p")), "softmu_pt", "softmu_eta"))
                .containsExactly("rename.pt: unknown column 'softmu_p'. Did you mean 'softmu_pt'?");
    }

    @Test
    void aNameIsNotEmpty() {
        assertThat(problems(new ColumnNames("", Map.of(" ", "x")), "x"))
                .containsExactly("rename. : the new name of 'x' is empty");
    }

    @Test
    void oneColumnHasOneName() {
        assertThat(problems(new ColumnNames("", Map.of("a", "x", "b", "x")), "x"))
                .singleElement()
                .asString()
                .contains("'x' has another name already");
    }

    @Test
    void problemsAreFoundTogether() {
        assertThat(new ColumnNames("mu_", Map.of("a", "b")).check(dataset("x").schema()))
                .extracting(Problem::where)
                .containsExactly("prefix", "rename.a");
    }

    private record Described(Schema schema) implements Dataset {
        @Override
        public BatchReader open(Set<String> columns) {
            throw new AssertionError("nothing is read");
        }
    }

    private static final class Recording implements Dataset {
        private final Dataset dataset;
        private Set<String> asked = Set.of();

        Recording(Dataset dataset) {
            this.dataset = dataset;
        }

        @Override
        public Schema schema() {
            return dataset.schema();
        }

        @Override
        public BatchReader open(Set<String> columns) {
            asked = Set.copyOf(columns);
            return dataset.open(columns);
        }
    }
}
