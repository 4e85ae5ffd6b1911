package org.muonframework.data.lint;

import java.util.List;
import org.muonframework.data.EventHash;
import org.muonframework.spi.data.Column;

/**
 * Rows with the same event keys, other than by exploding. The split keeps them together; a statistical error takes them
 * as independent.
 */
final class RepeatedEvents implements Check {

    private final List<String> keys;
    private final EventHash hash = new EventHash(0, "lint");
    private final EventSet events;
    private final FirstPlace repeats = new FirstPlace();
    private long all;

    RepeatedEvents(LintPlan plan, EventSet events) {
        keys = plan.rowKeys();
        this.events = events;
    }

    @Override
    public void look(LintRows rows) {
        List<Column> columns = keys.stream().map(rows::column).toList();
        long[] hashes = hash.of(columns);
        all += rows.count();
        for (int i = 0; i < rows.count(); i++) {
            int slot = events.slot(hashes[rows.row(i)]);
            if (slot >= 0) {
                if (events.number(slot) > 0) {
                    repeats.add(rows, i);
                }
                events.setNumber(slot, events.number(slot) + 1);
            }
        }
    }

    @Override
    public List<Finding> findings() {
        long followed = 0;
        for (int rows : events.numbers()) {
            followed += rows;
        }
        if (repeats.count() == 0 || followed == events.size()) {
            return List.of();
        }
        boolean exact = events.oneOf() == 1;
        long different = exact ? events.size() : Math.round((double) all * events.size() / followed);
        return List.of(new Finding(
                "repeated-events",
                Severity.WARNING,
                keys,
                all - different,
                repeats.place(),
                FindingText.number(all) + " rows hold " + (exact ? "" : "about ") + FindingText.number(different)
                        + " different events",
                "If rows of an event are copies or other readings of the same particles, select one of them: errors are"
                        + " computed as if rows were independent."));
    }
}
