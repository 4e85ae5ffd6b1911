package org.muonframework.data.weight;

import java.util.Objects;

/**
 * A variable to reweight in.
 *
 * @param name its name in the analysis file
 * @param expression its value in a row
 * @param bins how it is binned
 */
public record ReweightVariable(String name, String expression, BinChoice bins) {

    public ReweightVariable {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(expression, "expression");
        Objects.requireNonNull(bins, "bins");
    }
}
