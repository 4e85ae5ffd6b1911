package org.muonframework.data.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.muonframework.data.ColumnsDataset;
import org.muonframework.spi.RandomStreams;
import org.muonframework.spi.data.ColumnRole;

/** Rows that belong to one event. */
class EventFaultsTest {

    private static final int ROWS = 2304;
    private static final int EVENTS = 500;

    /** 2,304 rows of 500 events in two runs, as in a well-known sample of Z bosons. */
    private static ColumnsDataset rows(ColumnRole keys) {
        var random = new RandomStreams(5).stream("lint", 0);
        return new ColumnsDataset()
                .with("Run", keys, LongStream.range(0, ROWS).map(i -> i % 2).toArray())
                .with(
                        "Event",
                        keys,
                        LongStream.range(0, ROWS).map(i -> i % EVENTS).toArray())
                .with("row", IntStream.range(0, ROWS).asDoubleStream().toArray())
                .with(
                        "x",
                        IntStream.range(0, ROWS)
                                .mapToDouble(i -> random.nextGaussian())
                                .toArray())
                .with(
                        "t",
                        IntStream.range(0, ROWS)
                                .mapToDouble(i -> random.nextGaussian())
                                .toArray())
                .inBatchesOf(400);
    }

    @Test
    void repeatedEventsAreCountedByAllTheirKeys() {
        assertThat(Linted.of(rows(ColumnRole.KEY)).targets("t").findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.check()).isEqualTo("repeated-events"))
                .satisfies(finding -> assertThat(finding.columns()).containsExactly("Run", "Event"))
                .satisfies(finding -> assertThat(finding.count()).isEqualTo(ROWS - EVENTS))
                .satisfies(finding -> assertThat(finding.what()).isEqualTo("2,304 rows hold 500 different events"))
                .satisfies(finding -> assertThat(finding.example()).contains(new Place("memory", EVENTS + 1)));
    }

    @Test
    void eventsOfOneRowEachAreNoFinding() {
        assertThat(Linted.of(rows(ColumnRole.KEY))
                        .targets("t")
                        .selection("row < 500")
                        .findings())
                .isEmpty();
    }

    @Test
    void aSplitByRowDividesEventsAlsoWhereTheKeysAreKnownByTheirNamesOnly() {
        for (ColumnRole role : List.of(ColumnRole.KEY, ColumnRole.FEATURE)) {
            assertThat(Linted.of(rows(role)).targets("t").splitBy("row").findings("divided-events"))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.PROBLEM))
                    .satisfies(finding -> assertThat(finding.count()).isBetween(400L, 500L))
                    .satisfies(finding -> assertThat(finding.advice()).contains("by = [Run, Event]"));
        }
    }

    @Test
    void aSplitByEventOrByRunDividesNone() {
        assertThat(Linted.of(rows(ColumnRole.FEATURE))
                        .targets("t")
                        .splitBy("Run", "Event")
                        .findings("divided-events"))
                .isEmpty();
        assertThat(Linted.of(rows(ColumnRole.KEY)).targets("t").splitBy("Event").findings("divided-events"))
                .isEmpty();
    }

    @Property(tries = 100)
    void theSetCountsLikeAMap(@ForAll @Size(max = 3000) List<@IntRange(min = 1, max = 700) Integer> hashes) {
        EventSet set = new EventSet();
        Map<Long, Integer> expected = new HashMap<>();
        for (int hash : hashes) {
            long spread = hash * 0x9E3779B97F4A7C15L;
            int slot = set.slot(spread);
            set.setNumber(slot, set.number(slot) + 1);
            expected.merge(spread, 1, Integer::sum);
        }

        assertThat(set.size()).isEqualTo(expected.size());
        assertThat(IntStream.of(set.numbers()).boxed().toList()).containsExactlyInAnyOrderElementsOf(expected.values());
    }

    @Test
    void aFullSetGoesOnWithAnEvenPartOfTheEvents() {
        EventSet set = new EventSet(1000);
        var random = new RandomStreams(5).stream("hashes", 0);
        Set<Long> all = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            long hash = random.nextLong();
            all.add(hash);
            for (int copy = 0; copy < 3; copy++) {
                int slot = set.slot(hash);
                if (slot >= 0) {
                    set.setNumber(slot, set.number(slot) + 1);
                }
            }
        }

        assertThat(set.size()).isLessThanOrEqualTo(1000);
        assertThat(set.numbers()).containsOnly(3);
        assertThat((double) set.size() * set.oneOf()).isBetween(0.85 * all.size(), 1.15 * all.size());
    }
}
