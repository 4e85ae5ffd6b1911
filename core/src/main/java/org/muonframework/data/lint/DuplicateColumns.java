package org.muonframework.data.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muonframework.spi.data.Column;

/**
 * Features and targets that are equal in every row: the same hash of 64 bits over all bits of all values. A column whose
 * hash is like no other's is followed no further. Constant ones are left to {@link ConstantColumn}.
 */
final class DuplicateColumns implements Check {

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final List<String> names;
    private final List<String> targets;
    private final long[] hashes;
    private final double[] firsts;
    private final boolean[] varies;
    private final boolean[] alone;
    private long rows;

    DuplicateColumns(LintPlan plan) {
        names = plan.learned();
        targets = plan.targets();
        hashes = new long[names.size()];
        firsts = new double[names.size()];
        varies = new boolean[names.size()];
        alone = new boolean[names.size()];
    }

    @Override
    public void look(LintRows batch) {
        if (batch.count() == 0) {
            return;
        }
        for (int c = 0; c < names.size(); c++) {
            if (alone[c]) {
                continue;
            }
            double[] values = batch.values(names.get(c)).numbers();
            if (rows == 0) {
                firsts[c] = values[0];
            }
            hashes[c] = batch.column(names.get(c)) instanceof Column.Longs longs
                    ? hash(hashes[c], longs, batch)
                    : hash(hashes[c], values);
            for (int i = 0; i < values.length && !varies[c]; i++) {
                varies[c] = values[i] != firsts[c];
            }
        }
        rows += batch.count();
        leaveAlone();
    }

    private void leaveAlone() {
        Map<Long, Integer> counts = new HashMap<>();
        for (int c = 0; c < hashes.length; c++) {
            if (!alone[c]) {
                counts.merge(hashes[c], 1, Integer::sum);
            }
        }
        for (int c = 0; c < hashes.length; c++) {
            alone[c] = alone[c] || counts.get(hashes[c]) == 1;
        }
    }

    /** Adding 0 makes −0 and 0 the same, as they are for a model. */
    private static long hash(long start, double[] values) {
        long hash = start;
        for (double value : values) {
            hash = step(hash, Double.doubleToRawLongBits(value + 0.0));
        }
        return hash;
    }

    /** Integers beyond 2⁵³ differ although they are the same double. */
    private static long hash(long start, Column.Longs longs, LintRows batch) {
        long hash = start;
        for (int i = 0; i < batch.count(); i++) {
            long value = longs.values()[batch.row(i)];
            double rounded = value;
            hash = step(hash, Double.doubleToRawLongBits(rounded) ^ (value - (long) rounded));
        }
        return hash;
    }

    private static long step(long hash, long bits) {
        long mixed = (hash ^ bits) * MULTIPLIER;
        return mixed ^ (mixed >>> 32);
    }

    @Override
    public List<Finding> findings() {
        Map<Long, List<String>> groups = new LinkedHashMap<>();
        for (int c = 0; c < names.size(); c++) {
            if (varies[c] && !alone[c]) {
                groups.computeIfAbsent(hashes[c], hash -> new ArrayList<>()).add(names.get(c));
            }
        }
        return groups.values().stream()
                .filter(group -> group.size() > 1)
                .map(this::finding)
                .toList();
    }

    private Finding finding(List<String> group) {
        boolean leak = group.stream().anyMatch(targets::contains) && !targets.containsAll(group);
        return new Finding(
                "duplicate-columns",
                leak ? Severity.PROBLEM : Severity.WARNING,
                group,
                group.size(),
                Optional.empty(),
                "are equal in all " + FindingText.number(rows) + " rows",
                leak
                        ? "One of them is the target: take the others out of the features."
                        : "Keep one of them; the others add nothing and share out its importance.");
    }
}
