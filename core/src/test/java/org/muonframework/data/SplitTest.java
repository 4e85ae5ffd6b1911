package org.muonframework.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.data.ColumnRole;
import org.muonframework.spi.metric.Part;

@Label("The split by event")
class SplitTest {

    private static final int ROWS = 12_000;

    @Property(tries = 30)
    @Label("puts no event into two parts, and has the fractions that were asked for")
    void byEvent(
            @ForAll long seed,
            @ForAll long firstEvent,
            @ForAll @DoubleRange(min = 0.1, max = 0.6) double training,
            @ForAll @DoubleRange(min = 0.1, max = 0.4) double validation) {
        long[] run = new long[ROWS];
        long[] event = new long[ROWS];
        Arrays.setAll(run, row -> row % 3);
        Arrays.setAll(event, row -> firstEvent + row / 6);
        Column runs = new Column.Longs(run);
        Column events = new Column.Longs(event);
        SplitPlan plan = new SplitPlan(List.of(), training, validation);

        long[] hashes = new EventHash(seed, "split").of(List.of(runs, events));

        Map<List<Long>, Part> parts = new HashMap<>();
        int[] sizes = new int[3];
        for (int row = 0; row < ROWS; row++) {
            Part part = plan.of(hashes[row]);
            assertThat(parts.merge(List.of(run[row], event[row]), part, (first, again) -> first))
                    .isEqualTo(part);
            sizes[part.ordinal()]++;
        }
        double fiveSigma = 5 * Math.sqrt(0.25 / (ROWS / 2.0));
        assertThat(sizes[0] / (double) ROWS).isCloseTo(training, within(fiveSigma));
        assertThat(sizes[1] / (double) ROWS).isCloseTo(validation, within(fiveSigma));
    }

    @Property(tries = 20)
    @Label("does not depend on the other rows, their order or the batch")
    void orderDoesNotMatter(@ForAll long seed, @ForAll @LongRange(min = 1, max = 1000) long shuffle) {
        long[] event = new SplittableRandom(shuffle).longs(500).toArray();
        long[] hashes = new EventHash(seed, "split").of(List.of(new Column.Longs(event)));
        for (int row = 0; row < event.length; row += 37) {
            Column alone = new Column.Longs(new long[] {event[row]});
            assertThat(new EventHash(seed, "split").of(List.of(alone))).containsExactly(hashes[row]);
        }
    }

    @Example
    @Label("depends on seed, purpose, order of keys and every digit")
    void differs() {
        Column event = new Column.Longs(new long[] {1L << 60, (1L << 60) + 1});
        Column run = new Column.Ints(new int[] {7, 7});
        Column name = new Column.Texts(new String[] {"ab", "ba"});
        long[] hashes = new EventHash(1, "split").of(List.of(run, event));

        assertThat(hashes[0]).isNotEqualTo(hashes[1]);
        assertThat(new EventHash(2, "split").of(List.of(run, event))[0]).isNotEqualTo(hashes[0]);
        assertThat(new EventHash(1, "folds").of(List.of(run, event))[0]).isNotEqualTo(hashes[0]);
        assertThat(new EventHash(1, "split").of(List.of(event, run))[0]).isNotEqualTo(hashes[0]);
        assertThat(new EventHash(1, "split").of(List.of(name))).doesNotHaveDuplicates();
        assertThat(new EventHash(1, "split").of(List.of(new Column.Doubles(new double[] {0.0, -0.0, 0.5}))))
                .satisfies(all -> assertThat(all[0]).isEqualTo(all[1]).isNotEqualTo(all[2]));
    }

    @Example
    @Label("is frozen: a result of today can be had again")
    void frozen() {
        Column run = new Column.Longs(new long[] {146_644, 146_644, 149_011});
        Column event = new Column.Longs(new long[] {9_007_199_254_740_993L, 0, -1});
        Column name = new Column.Texts(new String[] {"", "muon", "µ"});

        assertThat(new EventHash(1, "split").of(List.of(run, event, name)))
                .containsExactly(2547367927960167098L, -5593746227713719968L, 2457587224592711501L);
    }

    @Example
    @Label("leaves no test part when the fractions fill everything, rounding or not")
    void noTest() {
        SplitPlan plan = new SplitPlan(List.of(), 0.1 + 0.2, 0.7 - 1e-12);
        assertThat(plan.hasTest()).isFalse();
        assertThat(plan.isPossible()).isTrue();
        assertThat(plan.of(-1)).isEqualTo(Part.VALIDATION);
        assertThat(plan.of(0)).isEqualTo(Part.TRAINING);
    }

    @Example
    @Label("keeps text keys and derived keys")
    void otherKeys() {
        int rows = 300;
        String[] names = new String[rows];
        double[] values = new double[rows];
        Arrays.setAll(names, row -> "event-" + row / 3);
        Arrays.setAll(values, row -> row % 2);
        ColumnsDataset data = new ColumnsDataset()
                .with("pt", values)
                .with("y", ColumnRole.LABEL, values)
                .with("name", ColumnRole.KEY, names);

        PreparedData prepared =
                Preparation.of(data, new Plans().split(0.5, 0.5).plan()).prepare(5, read -> {});

        for (String name : ((Column.Texts) prepared.training().keys().get("name")).values()) {
            assertThat(((Column.Texts) prepared.validation().keys().get("name")).values())
                    .doesNotContain(name);
        }
    }
}
