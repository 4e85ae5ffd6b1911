package org.muonframework.data;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muonframework.spi.data.ColumnSpec;
import org.muonframework.spi.data.ColumnType;
import org.muonframework.spi.data.Schema;

/**
 * What may be a column of numbers, and what may be an input of a model.
 *
 * @param derived the dataset's and the derived columns
 * @param allowSpectators whether spectators may be inputs
 * @param routes inputs that models do not see; who names them checks them
 */
record FeatureRules(DerivedColumns derived, boolean allowSpectators, Set<String> routes) {

    /** What speaks against a list of inputs, one sentence each. */
    List<String> objections(List<String> features) {
        Set<String> seen = new HashSet<>();
        return features.stream()
                .filter(name -> !routes.contains(name))
                .flatMap(name -> seen.add(name)
                        ? objection(name).stream()
                        : Optional.of("'" + name + "' is listed twice").stream())
                .toList();
    }

    private Optional<String> objection(String name) {
        return objectionToNumbers(derived.schema(), name)
                .or(() -> derived.schema().find(name).flatMap(this::objectionToRole));
    }

    /** What speaks against lists of numbers as an input. */
    Optional<String> objectionToList(String name) {
        return objectionToLists(derived.schema(), name)
                .or(() -> derived.schema().find(name).flatMap(this::objectionToRole));
    }

    private Optional<String> objectionToRole(ColumnSpec column) {
        String name = "'" + column.name() + "'";
        String source = derived.source(column.name())
                .map(expression -> " (made from: " + expression.text() + ")")
                .orElse("");
        return switch (column.role()) {
            case FEATURE -> Optional.empty();
            case SPECTATOR ->
                allowSpectators
                        ? Optional.empty()
                        : Optional.of(
                                name + source + " is a spectator, for selection, weights and evaluation only; if the"
                                        + " model may see it, set allow-spectators = true");
            case INDEX ->
                allowSpectators
                        ? Optional.empty()
                        : Optional.of(name + source + " tells the rows of one event apart; if the model may see it, set"
                                + " allow-spectators = true");
            case KEY -> Optional.of(name + source + " identifies the event: a model would learn events by heart");
            case WEIGHT -> Optional.of(name + source + " is a weight: it is not measured in real data");
            case TRUTH ->
                Optional.of(name + source + " is truth: known only in simulation, or what is to be predicted");
            case LABEL -> Optional.of(name + source + " is the label: there would be nothing left to learn");
        };
    }

    /** How to get one value of a list, as a sentence without its end. */
    static String deriveElement(String list) {
        String written = list.matches("[A-Za-z_][\\w.]*") ? list : "`" + list + "`";
        return "Derive one from it, as in: derive { " + list.replaceAll("\\W", "_") + "_0 = \"" + written + "[0]\" }";
    }

    /** What speaks against using a column's values as lists of numbers. */
    static Optional<String> objectionToLists(Schema schema, String name) {
        Optional<ColumnSpec> column = schema.find(name);
        if (column.isEmpty()) {
            return Optional.of(schema.unknown(name));
        }
        if (!column.get().jagged()) {
            return Optional.of("'" + name + "' is one value in every row, and a list is needed");
        }
        ColumnType type = column.get().type();
        return type == ColumnType.TEXT || type == ColumnType.BOOLEAN
                ? Optional.of("'" + name + "' has lists of " + (type == ColumnType.TEXT ? "texts" : "true and false")
                        + ", and lists of numbers are needed")
                : Optional.empty();
    }

    /** What speaks against using a column's values as numbers. */
    static Optional<String> objectionToNumbers(Schema schema, String name) {
        Optional<ColumnSpec> column = schema.find(name);
        if (column.isEmpty()) {
            return Optional.of(schema.unknown(name));
        }
        if (column.get().jagged()) {
            return Optional.of("'" + name + "' is a list in every row, and one number is needed. " + deriveElement(name)
                    + ", or give every element a row of its own by dataset.explode");
        }
        return column.get().type() == ColumnType.TEXT
                ? Optional.of("'" + name + "' is text, and a number is needed")
                : Optional.empty();
    }
}
