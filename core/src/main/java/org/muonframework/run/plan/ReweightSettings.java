package org.muonframework.run.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.muonframework.data.weight.BinChoice;
import org.muonframework.data.weight.ReweightMode;
import org.muonframework.data.weight.ReweightVariable;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** The section {@code reweight}: of {@code weights}, and of an entry of {@code models}. */
@Doc("Reweighting of training rows by class and bins of some variables.")
public record ReweightSettings(
        @Doc("What the distributions become; none switches reweighting off.")
        ReweightMode mode,

        @Doc("The variable, where there is only one: an expression.")
        Optional<String> variable,

        @Doc("Bin edges of the one variable, increasing.") @Default("[]")
        List<Double> edges,

        @Doc("Number of bins of equal weight of the one variable, if no edges are given; 20 if absent.")
        @Range(min = 2, max = 10000)
        Optional<Integer> bins,

        @Doc("Where bins of equal weight begin; the smallest value if absent.")
        Optional<Double> low,

        @Doc("Where bins of equal weight end; the largest value if absent.")
        Optional<Double> high,

        @Doc("Several variables, binned together.") @Default("{}")
        Map<String, VariableSettings> variables,

        @Doc("The largest factor, before the factors of a class are rescaled to keep its sum of weights.")
        @Default("50")
        @Range(min = 1)
        double cap,

        @Doc("The class that counts as signal, all others being background; class 1 if absent.")
        Optional<String> signal,

        @Doc("Further variables whose distributions are shown in the report: name to expression.") @Default("{}")
        Map<String, String> check) {

    /** The key of the section. */
    public static final String KEY = "reweight";

    private static final int DEFAULT_BINS = 20;
    private static final long MOST_BINS = 1_000_000;

    /** Checks that it is said in one way what to reweight in. */
    public ReweightSettings {
        boolean one = !edges.isEmpty() || bins.isPresent() || low.isPresent() || high.isPresent();
        if (variable.isPresent() && !variables.isEmpty()) {
            throw new IllegalArgumentException("'variable' is for one variable and 'variables' for several: give one");
        }
        if (one && variable.isEmpty()) {
            throw new IllegalArgumentException(
                    "'edges', 'bins', 'low' and 'high' belong to 'variable', which is missing; each of several"
                            + " 'variables' has its own");
        }
        if (mode != ReweightMode.NONE && variable.isEmpty() && variables.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no variable to reweight in: give 'variable', such as variable = pt, or 'variables'");
        }
        requireBins(edges, bins, low, high);
        requireFewCombinations(variables);
        variable.ifPresent(text -> requireSame(text, text, check));
        variables.forEach((name, own) -> requireSame(name, own.expression().orElse(name), check));
    }

    /** One of several variables. */
    @Doc("A variable to reweight in.")
    public record VariableSettings(
            @Doc("Its value in a row; the column of its name if absent.")
            Optional<String> expression,

            @Doc("Bin edges, increasing.") @Default("[]") List<Double> edges,

            @Doc("Number of bins of equal weight, if no edges are given; 20 if absent.") @Range(min = 2, max = 10000)
            Optional<Integer> bins,

            @Doc("Where bins of equal weight begin; the smallest value if absent.")
            Optional<Double> low,

            @Doc("Where bins of equal weight end; the largest value if absent.")
            Optional<Double> high) {

        /** Checks that it is said in one way how to bin. */
        public VariableSettings {
            requireBins(edges, bins, low, high);
        }

        private BinChoice choice() {
            return choiceOf(edges, bins, low, high);
        }
    }

    /** Whether anything is reweighted. */
    public boolean active() {
        return mode != ReweightMode.NONE;
    }

    /** The variables in the order of their names. */
    public List<ReweightVariable> binned() {
        List<ReweightVariable> list = new ArrayList<>();
        variable.ifPresent(text -> list.add(new ReweightVariable(text, text, choiceOf(edges, bins, low, high))));
        variables.forEach((name, own) ->
                list.add(new ReweightVariable(name, own.expression().orElse(name), own.choice())));
        return list;
    }

    /** What else is to be looked at: name to expression, without the variables themselves. */
    public Map<String, String> others() {
        Map<String, String> others = new TreeMap<>(check);
        binned().forEach(variable -> others.remove(variable.name()));
        return others;
    }

    private static BinChoice choiceOf(
            List<Double> edges, Optional<Integer> bins, Optional<Double> low, Optional<Double> high) {
        return new BinChoice(edges, bins.orElse(DEFAULT_BINS), optional(low), optional(high));
    }

    private static OptionalDouble optional(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    private static void requireBins(
            List<Double> edges, Optional<Integer> bins, Optional<Double> low, Optional<Double> high) {
        if (!edges.isEmpty() && (bins.isPresent() || low.isPresent() || high.isPresent())) {
            throw new IllegalArgumentException(
                    "'edges' say all of the bins: leave out 'bins', 'low' and 'high', which are for bins of equal"
                            + " weight");
        }
        if (edges.size() == 1) {
            throw new IllegalArgumentException("'edges' must be at least two, they are " + edges);
        }
        for (int i = 1; i < edges.size(); i++) {
            if (!(edges.get(i - 1) < edges.get(i))) {
                throw new IllegalArgumentException(
                        "'edges' must increase, and " + edges.get(i) + " comes after " + edges.get(i - 1));
            }
        }
        if (low.isPresent() && high.isPresent() && !(low.get() < high.get())) {
            throw new IllegalArgumentException(
                    "'low' must be below 'high', they are " + low.get() + " and " + high.get());
        }
    }

    private static void requireSame(String name, String expression, Map<String, String> check) {
        if (!check.getOrDefault(name, expression).equals(expression)) {
            throw new IllegalArgumentException("'" + name + "' is '" + expression + "' among the variables and '"
                    + check.get(name) + "' in 'check': give one of them another name");
        }
    }

    private static void requireFewCombinations(Map<String, VariableSettings> variables) {
        double combinations = variables.values().stream()
                .mapToDouble(variable -> variable.choice().bins())
                .reduce(1, (a, b) -> a * b);
        if (combinations > MOST_BINS) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the bins of all 'variables' together are %.3g, more than %d: take fewer bins of each",
                    combinations,
                    MOST_BINS));
        }
    }
}
