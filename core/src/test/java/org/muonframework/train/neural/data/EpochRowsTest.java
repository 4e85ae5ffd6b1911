package org.muonframework.train.neural.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.model.Architecture;
import org.muonframework.spi.model.ArchitectureBuilder;
import org.muonframework.spi.model.Image;
import org.muonframework.spi.model.Layer;
import org.muonframework.spi.model.Loss;
import org.muonframework.spi.model.Scaling;
import org.muonframework.spi.model.Shape;
import org.muonframework.spi.model.Symmetry;
import org.muonframework.spi.model.Task;
import org.muonframework.spi.train.Rows;
import org.muonframework.spi.train.SparseImages;

@DisplayName("Rows with symmetries")
class EpochRowsTest {

    private static final int ROWS = 1000;
    private static final Shape SHAPE = Shape.of(2, 3, 5);
    private static final Task TASK =
            new Task(List.of("pt", "phi", "theta"), List.of(), List.of("size"), List.of(new Image("shower", SHAPE)));
    private static final Symmetry ACROSS = new Symmetry("across", Map.of("shower", 2), Set.of("phi", "eta"));
    private static final Symmetry UP = new Symmetry("up", Map.of("shower", 1, "other", 7), Set.of("theta"));

    private final Architecture network = network();
    private final ColumnMap map = ColumnMap.of(network, TASK);
    private final Rows data = data();
    private final OrderedRows plain = OrderedRows.of(data, map, Scales.fit(network, map, data));

    private static Architecture network() {
        ArchitectureBuilder builder = Architecture.builder();
        String image = builder.image("shower", Shape.of(1, 2, 3, 5));
        String first = builder.input("first", List.of("pt", "phi"), Scaling.STANDARDISE);
        String second = builder.input("second", List.of("theta", "pt"), Scaling.NONE);
        String sum = builder.apply("sum", new Layer.GlobalPool(Layer.PoolKind.SUM), image);
        String all = builder.apply("all", new Layer.Concat(), sum, first, second);
        String head = builder.apply("head", new Layer.Dense(1), all);
        return builder.output("size", head, new Loss.MeanSquaredError(), 1, List.of("size"), Scaling.NONE)
                .build();
    }

    /** Row r has one hit in the cell r mod 30; all rows that follow each other by 30 share it. */
    private static Rows data() {
        float[][] features = new float[3][ROWS];
        float[] ones = new float[ROWS];
        Arrays.fill(ones, 1);
        int[] starts = new int[ROWS];
        int[] ends = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            features[0][row] = row + 1;
            features[1][row] = 3 + row;
            features[2][row] = 5 - 2 * row;
            starts[row] = row % 30;
            ends[row] = row % 30 + 1;
        }
        int[] cells = IntStream.range(0, 30).toArray();
        float[] values = new float[30];
        Arrays.fill(values, 2);
        return new Rows(
                features,
                new int[0],
                new float[][] {ones},
                ones,
                Map.of(),
                new long[0],
                List.of(new SparseImages(SHAPE, starts, ends, cells, values)));
    }

    private EpochRows rows(long seed, Symmetry... symmetries) {
        return EpochRows.of(plain, network, List.of(symmetries), new RandomStreams(seed));
    }

    private static float[] fill(PreparedRows rows, int input, int row, int width) {
        float[] values = new float[width];
        rows.inOrder(new int[] {row}).fill(input, 0, 1, values);
        return values;
    }

    @Test
    @DisplayName("have half of their images mirrored and the sign of their odd features changed, those alone")
    void mirrored() {
        EpochRows rows = rows(1, ACROSS, UP);
        PreparedRows prepared = rows.prepared();
        SparseImages images = rows.images().get(0);
        int[] done = new int[4];
        for (int epoch = 0; epoch < 3; epoch++) {
            rows.begin(epoch);
            for (int row = 0; row < ROWS; row++) {
                float[] first = fill(prepared, 1, row, 2);
                float[] second = fill(prepared, 2, row, 2);
                boolean across = plain.inputScales().get(1).get(1).invert(first[1]) < 0;
                boolean up = second[0] == -data.features()[2][row];
                done[(across ? 1 : 0) + (up ? 2 : 0)]++;
                float phi = (across ? -1 : 1) * data.features()[1][row];
                assertThat(first)
                        .containsExactly(
                                plain.inputScales().get(1).get(0).apply(row + 1),
                                plain.inputScales().get(1).get(1).apply(phi));
                assertThat(second).containsExactly((up ? -1 : 1) * data.features()[2][row], row + 1);
                int cell = row % 30;
                int x = across ? 4 - cell % 5 : cell % 5;
                int y = up ? 2 - cell / 5 % 3 : cell / 5 % 3;
                assertThat(images.cells()[images.starts()[row]]).isEqualTo(cell / 15 * 15 + 5 * y + x);
                assertThat(images.ends()[row] - images.starts()[row]).isEqualTo(1);
            }
        }
        assertThat(done).as("of 3,000").satisfies(counts -> {
            for (int count : counts) {
                assertThat(count).isCloseTo(750, within(100));
            }
        });
    }

    @Test
    @DisplayName("are the same in an epoch, whatever was before; another epoch, another seed: others")
    void drawn() {
        EpochRows through = rows(1, ACROSS, UP);
        RowTable table = through.records(8);
        for (int epoch = 0; epoch < 4; epoch++) {
            through.begin(epoch);
        }
        EpochRows resumed = rows(1, ACROSS, UP);
        resumed.begin(3);
        RowTable late = resumed.records(8);
        float[] ours = new float[8];
        float[] theirs = new float[8];
        for (int row = 0; row < ROWS; row++) {
            table.copy(row, 0, 8, ours, 0);
            late.copy(row, 0, 8, theirs, 0);
            assertThat(ours).containsExactly(theirs);
        }
        assertThat(through.images().get(0).cells())
                .containsExactly(resumed.images().get(0).cells());
        for (EpochRows other : List.of(rows(2, ACROSS, UP), rows(1, UP, ACROSS), rows(1, ACROSS))) {
            other.begin(3);
            assertThat(other.images().get(0).cells())
                    .isNotEqualTo(resumed.images().get(0).cells());
        }
        resumed.begin(4);
        assertThat(resumed.images().get(0).cells())
                .isNotEqualTo(through.images().get(0).cells());
    }

    @Test
    @DisplayName("leave those of the analysis as they are, and are these where there are no symmetries")
    void untouched() {
        int[] cells = data.images().get(0).cells().clone();
        float[] phi = data.features()[1].clone();
        EpochRows changing = rows(1, ACROSS, UP);
        changing.prepared();
        changing.begin(0);
        assertThat(data.images().get(0).cells()).containsExactly(cells);
        assertThat(data.features()[1]).containsExactly(phi);

        EpochRows fixed = rows(1);
        fixed.begin(0);
        assertThat(fixed.images().get(0)).isSameAs(data.images().get(0));
        assertThat(fixed.size()).isEqualTo(ROWS);
    }
}
