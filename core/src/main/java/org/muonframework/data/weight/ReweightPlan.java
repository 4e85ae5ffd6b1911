package org.muonframework.data.weight;

import java.util.List;
import java.util.Objects;

/**
 * What is to be reweighted, and to what.
 *
 * @param mode what the distributions become
 * @param variables in which variables, together: bins are those of their combinations
 * @param cap the largest factor before rescaling, see {@link Reweighting}
 * @param signal the class that counts as signal; all others together are background
 * @param where the place in the analysis file, for messages
 */
public record ReweightPlan(ReweightMode mode, List<ReweightVariable> variables, double cap, int signal, String where) {

    public ReweightPlan {
        Objects.requireNonNull(mode, "mode");
        variables = List.copyOf(variables);
        Objects.requireNonNull(where, "where");
    }
}
