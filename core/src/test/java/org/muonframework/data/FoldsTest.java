package org.muonframework.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.problem.DataException;

@Label("Folds")
class FoldsTest {

    private static final int ROWS = 3000;

    /** Three rows of an event, its number as a feature, some of them missing. */
    private static ColumnsDataset data(int batch) {
        SplittableRandom random = new SplittableRandom(5);
        double[] pt = new double[ROWS];
        double[] y = new double[ROWS];
        long[] event = new long[ROWS];
        Arrays.setAll(pt, row -> random.nextInt(10) == 0 ? Double.NaN : random.nextDouble());
        Arrays.setAll(y, row -> row % 2);
        Arrays.setAll(event, row -> 1_000_000L + row / 3);
        return new ColumnsDataset()
                .with("pt", pt)
                .with("y", ColumnRole.LABEL, y)
                .with("event", ColumnRole.KEY, event)
                .inBatchesOf(batch);
    }

    private static FoldedData folded(int count, long seed, int batch) {
        PreparationPlan plan =
                new Plans().folds(count).missing(MissingPolicy.Policy.MEAN).plan();
        return Preparation.of(data(batch), plan).prepareFolds(seed, MemoryLimit.NONE, rows -> {}, read -> {});
    }

    @Property(tries = 10)
    @Label("each event is in exactly one, and about as many in each")
    void everyEventIsInOne(@ForAll long seed, @ForAll @IntRange(min = 3, max = 12) int count) {
        FoldedData data = folded(count, seed, 700);

        long[] events = ((Column.Longs) data.rows().keys().get("event")).values();
        Map<Long, Integer> folds = new HashMap<>();
        for (int row = 0; row < ROWS; row++) {
            int fold = data.foldOfRow()[row];
            assertThat(fold).isBetween(0, count - 1);
            assertThat(folds.merge(events[row], fold, (first, again) -> first)).isEqualTo(fold);
        }
        int[] tested = IntStream.range(0, count)
                .flatMap(fold -> Arrays.stream(data.rowsOf(fold)))
                .sorted()
                .toArray();
        assertThat(tested).isEqualTo(IntStream.range(0, ROWS).toArray());
        double share = 1.0 / count;
        double fiveSigma = 5 * Math.sqrt(share * (1 - share) * 3 / ROWS);
        assertThat(data.rowsOf(0).length / (double) ROWS).isCloseTo(share, within(fiveSigma));
    }

    @Property
    @Label("each is tested by one model, validates another, trains all others, and is shown by one that it trained")
    void roles(@ForAll @IntRange(min = 3, max = 50) int count, @ForAll @IntRange(min = 0, max = 49) int any) {
        FoldPlan plan = new FoldPlan(count);
        int fold = any % count;

        assertThat(IntStream.range(0, count).filter(model -> plan.role(fold, model) == Part.TEST))
                .containsExactly(fold);
        assertThat(IntStream.range(0, count).filter(model -> plan.role(fold, model) == Part.VALIDATION))
                .hasSize(1);
        assertThat(IntStream.range(0, count).filter(model -> plan.shownBy(model) == fold))
                .hasSize(1)
                .allSatisfy(model -> assertThat(plan.role(fold, model)).isEqualTo(Part.TRAINING));
    }

    @Example
    @Label("do not depend on how the rows are read")
    void batches() {
        assertThat(folded(5, 1, 7).foldOfRow()).isEqualTo(folded(5, 1, ROWS).foldOfRow());
        assertThat(folded(5, 2, 7).foldOfRow()).isNotEqualTo(folded(5, 1, 7).foldOfRow());
    }

    @Example
    @Label("fill missing values with what the training rows of the model say, and nothing else")
    void ownFillValues() {
        FoldedData data = folded(4, 3, 1000);
        float[] raw = data.rows().features()[0];

        for (int model = 0; model < 4; model++) {
            double sum = 0;
            int count = 0;
            for (int row = 0; row < ROWS; row++) {
                boolean training = data.folds().role(data.foldOfRow()[row], model) == Part.TRAINING;
                if (training && !Float.isNaN(raw[row])) {
                    sum += raw[row];
                    count++;
                }
            }
            float mean = data.fillValues(model).values()[0];
            assertThat(mean).isCloseTo((float) (sum / count), within(1e-6f));
            int[] rows = data.rowsOf(model);
            float[] seen = data.asSeenBy(model, model).features()[0];
            for (int i = 0; i < rows.length; i++) {
                assertThat(seen[i]).isEqualTo(Float.isNaN(raw[rows[i]]) ? mean : raw[rows[i]]);
            }
        }
        assertThat(IntStream.range(0, 4)
                        .mapToObj(model -> data.fillValues(model).values()[0]))
                .doesNotHaveDuplicates();
        assertThat(raw).as("the rows themselves").contains(Float.NaN);
    }

    @Example
    @Label("give each model its training and validation rows")
    void parts() {
        FoldedData data = folded(3, 1, 1000);

        PreparedData turn = data.training(2);

        assertThat(turn.training().size()).isEqualTo(data.rowsOf(1).length);
        assertThat(turn.validation().size()).isEqualTo(data.rowsOf(0).length);
        assertThat(turn.part(Part.TEST)).isEmpty();
        assertThat(data.steps())
                .extracting(StepCount::step)
                .containsSubsequence("missing", "fold 0", "fold 1", "fold 2");
        assertThat(data.weights()).extracting(WeightCount::part).contains("fold 2, training");
    }

    @Example
    @Label("need events enough, and the message says which part is empty")
    void tooFewEvents() {
        ColumnsDataset few = new ColumnsDataset()
                .with("pt", 1, 2, 3, 4)
                .with("y", ColumnRole.LABEL, 0, 1, 0, 1)
                .with("event", ColumnRole.KEY, new long[] {7, 7, 7, 7});

        assertThatThrownBy(() -> Preparation.of(few, new Plans().folds(3).plan())
                        .prepareFolds(1, MemoryLimit.NONE, rows -> {}, read -> {}))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("part of fold 0 is empty: 4 rows, 3 folds, split by [event]");
    }
}
