package org.muonframework.evaluate.closure;

import java.util.Objects;
import org.muonframework.spi.figure.Axis;

/**
 * A variable whose distribution is looked at.
 *
 * @param name its name
 * @param axis its title and unit
 * @param edges the bins in which it was reweighted; empty for a variable that was not
 */
public record ClosureVariable(String name, Axis axis, double[] edges) {

    public ClosureVariable {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(axis, "axis");
    }

    boolean reweighted() {
        return edges.length > 0;
    }
}
