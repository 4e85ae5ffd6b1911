package org.muonframework.data.lint;

import java.util.List;
import java.util.function.LongToIntFunction;
import org.muonframework.data.EventHash;
import org.muonframework.data.FoldPlan;
import org.muonframework.data.SplitPlan;
import org.muonframework.spi.data.Column;
import org.muonframework.spi.metric.Part;

/**
 * Events with rows in more than one part of the split, or in more than one fold: what is trained on is then tested on. It cannot be where the
 * split goes by columns that identify an event.
 */
final class DividedEvents implements Check {

    private final LintPlan plan;
    private final EventHash keyHash = new EventHash(0, "lint");
    private final EventHash splitHash;
    private final LongToIntFunction bit;
    private final EventSet events;
    private final FirstPlace divided = new FirstPlace();

    /** With the seed of the run, which decides the split. */
    DividedEvents(LintPlan plan, long seed, EventSet events) {
        this.plan = plan;
        splitHash = new EventHash(seed, plan.folds().isPresent() ? FoldPlan.PURPOSE : SplitPlan.PURPOSE);
        bit = plan.folds()
                .<LongToIntFunction>map(folds -> hash -> 1 << folds.of(hash))
                .orElse(hash -> bit(plan.split().of(hash)));
        this.events = events;
    }

    /** Whether the split could divide an event: it goes by a column that is no key of it. */
    static boolean arePossible(LintPlan plan) {
        return !plan.keys().containsAll(plan.splitBy());
    }

    @Override
    public void look(LintRows rows) {
        long[] event = hashes(keyHash, plan.keys(), rows);
        long[] split = hashes(splitHash, plan.splitBy(), rows);
        for (int i = 0; i < rows.count(); i++) {
            int slot = events.slot(event[rows.row(i)]);
            if (slot >= 0) {
                int before = events.number(slot);
                int parts = before | bit.applyAsInt(split[rows.row(i)]);
                if (before != 0 && Integer.bitCount(before) == 1 && parts != before) {
                    divided.add(rows, i);
                }
                events.setNumber(slot, parts);
            }
        }
    }

    private static int bit(Part part) {
        return switch (part) {
            case TRAINING -> 1;
            case VALIDATION -> 2;
            case TEST, WHOLE -> 4;
        };
    }

    private static long[] hashes(EventHash hash, List<String> names, LintRows rows) {
        List<Column> columns = names.stream().map(rows::column).toList();
        return hash.of(columns);
    }

    @Override
    public List<Finding> findings() {
        long count = 0;
        for (int parts : events.numbers()) {
            count += Integer.bitCount(parts) > 1 ? 1 : 0;
        }
        if (count == 0) {
            return List.of();
        }
        String keys = String.join(", ", plan.keys());
        return List.of(new Finding(
                "divided-events",
                Severity.PROBLEM,
                plan.keys(),
                count * events.oneOf(),
                divided.place(),
                FindingText.share(count, events.size(), "events")
                        + " have rows in more than one part of the split or fold",
                "Split by event: split { by = [" + keys + "] }."));
    }
}
