package org.muonframework.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.problem.Problem;

/** Finds and counts missing values of features. */
final class MissingValues {

    private final List<String> names;
    private final List<BadValues> findings;
    private final MissingPolicy policy;
    private final Set<String> routes;

    /** With the names of those features that no other value can stand for. */
    MissingValues(List<ColumnSpec> features, MissingPolicy policy, Set<String> routes) {
        names = features.stream().map(ColumnSpec::name).toList();
        findings = names.stream()
                .map(name -> new BadValues("feature '" + name + "' is missing"))
                .toList();
        this.policy = policy;
        this.routes = Set.copyOf(routes);
    }

    /**
     * Makes missing values NaN, and leaves their rows out where the policy says so.
     *
     * @param values the values of a batch; arrays of features are replaced, never written to
     * @param rows indices of the rows to look at; afterwards of those to keep
     * @param count number of them
     * @return number of rows to keep
     */
    int sortOut(BatchValues values, int[] rows, int count) {
        boolean[] incomplete = new boolean[values.batch().rows()];
        for (int f = 0; f < names.size(); f++) {
            float[] original = values.features()[f];
            float[] cleaned = original;
            for (int i = 0; i < count; i++) {
                int row = rows[i];
                if (policy.isMissing(original[row])) {
                    if (cleaned == original) {
                        cleaned = original.clone();
                    }
                    cleaned[row] = Float.NaN;
                    incomplete[row] = true;
                    findings.get(f).add(values.batch(), row, original[row]);
                }
            }
            values.features()[f] = cleaned;
        }
        return policy.policy() == MissingPolicy.Policy.DROP ? keepComplete(incomplete, rows, count) : count;
    }

    private static int keepComplete(boolean[] incomplete, int[] rows, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (!incomplete[rows[i]]) {
                rows[kept++] = rows[i];
            }
        }
        return kept;
    }

    /** What is wrong if the policy is {@code error}; without its variable no row has a region, whatever the policy. */
    List<Problem> problems() {
        if (policy.policy() == MissingPolicy.Policy.DROP) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        for (int f = 0; f < names.size(); f++) {
            if (findings.get(f).count() > 0 && routes.contains(names.get(f))) {
                problems.add(findings.get(f)
                        .problem("It says which region a row belongs to: select rows that have it, or choose"
                                + " missing.policy = drop"));
            } else if (findings.get(f).count() > 0 && policy.policy() == MissingPolicy.Policy.ERROR) {
                problems.add(findings.get(f).problem("Choose missing.policy: mean, median, constant or drop"));
            }
        }
        return problems;
    }

    /** Number of missing values of each feature that has some. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int f = 0; f < names.size(); f++) {
            if (findings.get(f).count() > 0) {
                counts.put(names.get(f), findings.get(f).count());
            }
        }
        return counts;
    }
}
