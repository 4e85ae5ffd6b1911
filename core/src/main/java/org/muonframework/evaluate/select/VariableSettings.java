package org.muonframework.evaluate.select;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;
import org.muonframework.stats.Binning;

/** Settings of a variable: what it is and its bins. */
@Doc("a variable and its bins: between edges, of equal width from low to high, or else of equal weight")
public record VariableSettings(
        @Doc("an expression over the columns; the name of the variable where it is not given")
        Optional<String> expression,

        @Doc("edges of the bins, increasing") @Default("[]") List<Double> edges,

        @Doc("number of bins where no edges are given") @Default("10") @Range(min = 1, max = 1000)
        int bins,

        @Doc("lower edge of bins of equal width; given with high")
        Optional<Double> low,

        @Doc("upper edge of bins of equal width; given with low")
        Optional<Double> high,

        @Doc("whether figures have a logarithmic axis; the bins then begin above 0") @Default("false")
        boolean logarithmic) {

    public VariableSettings {
        edges = List.copyOf(edges);
        if (low.isPresent() != high.isPresent()) {
            throw new IllegalArgumentException("'low' and 'high' are given together or not at all");
        }
        if (low.isPresent() && !edges.isEmpty()) {
            throw new IllegalArgumentException("either 'edges' or 'low' and 'high' are given, not both");
        }
        binning(edges, bins, low, high)
                .filter(given -> logarithmic && !(given.low(0) > 0))
                .ifPresent(given -> {
                    throw new IllegalArgumentException(
                            "a logarithmic axis needs bins that begin above 0, not at " + given.low(0));
                });
    }

    /** The bins, if they do not follow from the data. */
    Optional<Binning> binning() {
        return binning(edges, bins, low, high);
    }

    /** The expression of the variable of this name. */
    String expressionOf(String name) {
        return expression.orElse(name);
    }

    /** The variables in the order of their names. */
    static Map<String, VariableSettings> sorted(Map<String, VariableSettings> variables) {
        return Collections.unmodifiableMap(new TreeMap<>(variables));
    }

    private static Optional<Binning> binning(
            List<Double> edges, int bins, Optional<Double> low, Optional<Double> high) {
        if (!edges.isEmpty()) {
            return Optional.of(
                    Binning.of(edges.stream().mapToDouble(Double::doubleValue).toArray()));
        }
        return low.map(from -> Binning.uniform(bins, from, high.orElseThrow()));
    }
}
