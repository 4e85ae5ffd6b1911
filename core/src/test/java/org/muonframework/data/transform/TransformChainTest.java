package org.muonframework.data.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muonframework.data.ColumnUses;
import org.muonframework.data.ColumnsDataset;
import org.muonframework.spi.data.Batch;
import org.muonframework.spi.data.BatchReader;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Dataset;
import org.muonframework.spi.data.Schema;
import org.muonframework.spi.data.Transform;
import org.muonframework.spi.data.Transform.Input;
import org.muonframework.spi.problem.DataException;
import org.muonframework.spi.problem.Problem;

@DisplayName("Transforms of a dataset")
class TransformChainTest {

    private final ColumnsDataset data = new ColumnsDataset()
            .with("x", 1, 2, 3, 4, 5)
            .with("weight", ColumnRole.WEIGHT, 1, 1, 1, 1, 1)
            .with("id", ColumnRole.KEY, new long[] {1, 2, 3, 4, 5})
            .with(
                    "list",
                    new Column.Jagged(
                            new int[] {0, 2, 2, 3, 6, 7}, new Column.Doubles(new double[] {1, 2, 3, 4, 5, 6, 7})),
                    ColumnType.DOUBLE);

    private final List<Set<String>> opened = new ArrayList<>();
    private final List<String> computed = new ArrayList<>();

    /** Remembers what is read. */
    private final Dataset watched = new Dataset() {
        @Override
        public Schema schema() {
            return data.schema();
        }

        @Override
        public BatchReader open(Set<String> columns) {
            opened.add(columns);
            return data.open(columns);
        }
    };

    private NamedTransform transform(
            String name, List<Input> inputs, List<ColumnSpec> columns, Function<Batch, Map<String, Column>> function) {
        return NamedTransform.of(name, new Transform() {
            @Override
            public List<Input> inputs() {
                return inputs;
            }

            @Override
            public List<ColumnSpec> columns() {
                return columns;
            }

            @Override
            public Map<String, Column> apply(Batch batch) {
                synchronized (computed) {
                    computed.add(name);
                }
                return function.apply(batch);
            }
        });
    }

    /** Twice a number. */
    private NamedTransform twice(String from, String to) {
        List<ColumnSpec> made = List.of(ColumnSpec.of(to, ColumnType.DOUBLE));
        return transform("twice-" + from, List.of(Input.number(from)), made, batch -> {
            double[] values = new double[batch.rows()];
            Arrays.setAll(values, row -> 2 * batch.column(from).doubleAt(row));
            return Map.of(to, new Column.Doubles(values));
        });
    }

    private static TransformChain chain(Dataset dataset, NamedTransform... transforms) {
        return TransformChain.of(dataset.schema(), List.of(transforms), ColumnUses.NONE);
    }

    private static Batch read(Dataset dataset, String... columns) {
        try (BatchReader reader = dataset.open(Set.of(columns))) {
            return reader.next().orElseThrow();
        }
    }

    private static ColumnRole role(TransformChain chain, Dataset dataset, String column) {
        return chain.applyTo(dataset, 1).schema().find(column).orElseThrow().role();
    }

    @Test
    @DisplayName("may use each other, in whatever order they are written")
    void useEachOther() {
        Dataset dataset = chain(data, twice("x2", "x4"), twice("x", "x2")).applyTo(data, 1);

        assertThat(dataset.schema().names()).containsExactly("x", "weight", "id", "list", "x2", "x4");
        Batch batch = read(dataset, "x4", "id");
        assertThat(batch.columns().keySet()).containsExactlyInAnyOrder("x4", "id");
        assertThat(((Column.Doubles) batch.column("x4")).values()).containsExactly(4, 8, 12, 16, 20);
    }

    @Test
    @DisplayName("compute and read nothing that is not asked for")
    void areLazy() {
        Dataset dataset = chain(data, twice("x", "x2"), twice("weight", "w2"), twice("x2", "x4"))
                .applyTo(watched, 1);

        read(dataset, "id");
        assertThat(opened).containsExactly(Set.of("id"));
        assertThat(computed).isEmpty();

        read(dataset, "x4");
        assertThat(opened).last().isEqualTo(Set.of("x"));
        assertThat(computed).containsExactly("twice-x", "twice-x2");
    }

    @Test
    @DisplayName("of which there are none leave the dataset as it is")
    void none() {
        assertThat(chain(data).applyTo(data, 1)).isSameAs(data);
    }

    @Test
    @DisplayName("hand down what may not be learned from, and make no key or weight of a feature")
    void handDownRoles() {
        Dataset spectated = new ColumnsDataset()
                .with("s", ColumnRole.SPECTATOR, 1)
                .with("weight", ColumnRole.WEIGHT, 1)
                .with("id", ColumnRole.KEY, new long[] {1})
                .with("label", ColumnRole.LABEL, 1)
                .with("target", 1);
        TransformChain chain = TransformChain.of(
                spectated.schema(),
                List.of(
                        twice("s", "s2"),
                        twice("s2", "s4"),
                        twice("weight", "w2"),
                        twice("id", "id2"),
                        twice("label", "label2"),
                        twice("target", "target2"),
                        transform(
                                "w",
                                List.of(Input.number("label")),
                                List.of(ColumnSpec.of("own", ColumnType.DOUBLE, "", "", ColumnRole.WEIGHT)),
                                batch -> Map.of())),
                ColumnUses.of(List.of("target"), Optional.empty()));

        assertThat(role(chain, spectated, "s4")).isEqualTo(ColumnRole.SPECTATOR);
        assertThat(role(chain, spectated, "w2")).isEqualTo(ColumnRole.TRUTH);
        assertThat(role(chain, spectated, "id2")).isEqualTo(ColumnRole.SPECTATOR);
        assertThat(role(chain, spectated, "label2")).isEqualTo(ColumnRole.TRUTH);
        assertThat(role(chain, spectated, "target2")).isEqualTo(ColumnRole.TRUTH);
        assertThat(role(chain, spectated, "own")).isEqualTo(ColumnRole.WEIGHT);
    }

    @Test
    @DisplayName("that do not fit are left out, with all that reads them, and say why where they are needed")
    void areLeftOut() {
        TransformChain chain = chain(data, twice("y", "y2"), twice("y2", "y4"), twice("x", "x2"));
        Dataset dataset = chain.applyTo(data, 1);

        assertThat(chain.problems())
                .extracting(Problem::where)
                .containsExactly("transforms.twice-y", "transforms.twice-y2");
        assertThat(((Column.Doubles) read(dataset, "x2").column("x2")).values()).startsWith(2, 4);
        assertThat(dataset.schema().unknown("y2"))
                .startsWith("column 'y2' cannot be read: the transform 'twice-y' cannot make it: unknown column 'y'.");
        assertThatThrownBy(() -> dataset.open(Set.of("y4")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("unknown column 'y'");
    }

    @Test
    @DisplayName("leave columns of the data where they cannot make them, and refuse to choose where they can")
    void columnsOfTheData() {
        assertThat(read(chain(data, twice("y", "x")).applyTo(data, 1), "x")
                        .column("x")
                        .doubleAt(4))
                .isEqualTo(5);

        Dataset both = chain(data, twice("weight", "x")).applyTo(data, 1);
        assertThat(both.schema().find("x")).isEmpty();
        assertThat(both.schema().unknown("x")).contains("the dataset has these columns already: x");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {1, 2, 3, 4, 16})
    @DisplayName("give the same rows on any number of threads, of every type")
    void threads(int threads) {
        List<ColumnSpec> made = new ArrayList<>();
        for (ColumnType type : ColumnType.values()) {
            made.add(ColumnSpec.of(type.name(), type));
        }
        made.add(new ColumnSpec("reversed", ColumnType.DOUBLE, true, "", "", ColumnRole.FEATURE));
        NamedTransform all = transform("all", List.of(Input.numbers("list"), Input.number("x")), made, batch -> {
            int rows = batch.rows();
            double[] doubles = new double[rows];
            float[] floats = new float[rows];
            long[] longs = new long[rows];
            int[] ints = new int[rows];
            boolean[] booleans = new boolean[rows];
            String[] texts = new String[rows];
            Column.Jagged lists = (Column.Jagged) batch.column("list");
            int first = lists.offsets()[0];
            double[] reversed = new double[lists.offsets()[rows] - first];
            int[] offsets = new int[rows + 1];
            for (int row = 0; row < rows; row++) {
                int from = lists.offsets()[row];
                int to = lists.offsets()[row + 1];
                doubles[row] = batch.column("x").doubleAt(row);
                floats[row] = to - from;
                longs[row] = batch.firstRow() + row;
                ints[row] = to - from;
                booleans[row] = to > from;
                texts[row] = batch.place(row);
                offsets[row + 1] = to - first;
                for (int i = from; i < to; i++) {
                    reversed[from - first + to - 1 - i] = lists.values().doubleAt(i);
                }
            }
            return Map.of(
                    "DOUBLE", new Column.Doubles(doubles),
                    "FLOAT", new Column.Floats(floats),
                    "LONG", new Column.Longs(longs),
                    "INT", new Column.Ints(ints),
                    "BOOLEAN", new Column.Booleans(booleans),
                    "TEXT", new Column.Texts(texts),
                    "reversed", new Column.Jagged(offsets, new Column.Doubles(reversed)));
        });
        Dataset dataset = chain(data, all).applyTo(data.inBatchesOf(4), threads);

        try (BatchReader reader =
                dataset.open(Set.of("DOUBLE", "FLOAT", "LONG", "INT", "BOOLEAN", "TEXT", "reversed", "x"))) {
            Batch batch = reader.next().orElseThrow();
            assertThat(((Column.Doubles) batch.column("DOUBLE")).values()).containsExactly(1, 2, 3, 4);
            assertThat(((Column.Floats) batch.column("FLOAT")).values()).containsExactly(2, 0, 1, 3);
            assertThat(((Column.Longs) batch.column("LONG")).values()).containsExactly(1, 2, 3, 4);
            assertThat(((Column.Ints) batch.column("INT")).values()).containsExactly(2, 0, 1, 3);
            assertThat(((Column.Booleans) batch.column("BOOLEAN")).values()).containsExactly(true, false, true, true);
            assertThat(((Column.Texts) batch.column("TEXT")).values()).endsWith("memory: row 4");
            Column.Jagged reversed = (Column.Jagged) batch.column("reversed");
            assertThat(reversed.offsets()).containsExactly(0, 2, 2, 3, 6);
            assertThat(((Column.Doubles) reversed.values()).values()).containsExactly(2, 1, 3, 6, 5, 4);
            assertThat(((Column.Texts) reader.next().orElseThrow().column("TEXT")).values())
                    .containsExactly("memory: row 5");
            assertThat(reader.next()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {1, 2, 5})
    @DisplayName("report the first of several bad rows, whichever thread meets one first")
    void firstBadRow(int threads) {
        NamedTransform picky = transform(
                "picky", List.of(Input.number("x")), List.of(ColumnSpec.of("y", ColumnType.DOUBLE)), batch -> {
                    for (int row = 0; row < batch.rows(); row++) {
                        if (batch.column("x").doubleAt(row) >= 2) {
                            throw new DataException(batch.place(row), "too much");
                        }
                    }
                    return Map.of("y", batch.column("x"));
                });

        assertThatThrownBy(() -> read(chain(data, picky).applyTo(data, threads), "y"))
                .isInstanceOf(DataException.class)
                .hasMessage("memory: row 2: too much");
    }

    @Test
    @DisplayName("that do not keep what they promise are at fault")
    void promises() {
        List<ColumnSpec> promised = List.of(ColumnSpec.of("y", ColumnType.INT));
        NamedTransform other =
                transform("other", List.of(Input.number("x")), promised, batch -> Map.of("y", batch.column("x")));
        NamedTransform nothing = transform("nothing", List.of(Input.number("x")), promised, batch -> Map.of());

        assertThatThrownBy(() -> read(chain(data, other).applyTo(data, 1), "y"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the transform 'other' promises 5 rows of ")
                .hasMessageContaining("gives 5 of Doubles");
        assertThatThrownBy(() -> read(chain(data, nothing).applyTo(data, 1), "y"))
                .hasMessageContaining("gives none");
    }
}
