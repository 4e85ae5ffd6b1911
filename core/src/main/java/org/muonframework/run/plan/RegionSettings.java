package org.muonframework.run.plan;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.muonframework.spi.settings.Doc;
import org.muonframework.train.compose.Regions;

/** The section {@code regions}, of the analysis or of an entry of {@code models}. */
@Doc("One model for each region of a variable.")
public record RegionSettings(
        @Doc("The variable that says which model a row belongs to: a column or an expression.")
        String variable,

        @Doc("Where one region ends and the next begins, increasing; a row on an edge belongs to the upper region.")
        List<Double> edges) {

    /** The key of the section. */
    public static final String KEY = "regions";

    private static final Pattern COLUMN = Pattern.compile("[A-Za-z_][\\w.]*");
    private static final Pattern QUOTED = Pattern.compile("`[^`]+`");

    /** Checks that the edges make regions. */
    public RegionSettings {
        edges = List.copyOf(edges);
        if (variable.isBlank()) {
            throw new IllegalArgumentException("'variable' is empty: expected a column or an expression");
        }
        if (edges.isEmpty()) {
            throw new IllegalArgumentException(
                    "'edges' are empty: one edge makes two regions, and with none there is nothing to divide");
        }
        for (int i = 1; i < edges.size(); i++) {
            if (!(edges.get(i - 1).floatValue() < edges.get(i).floatValue())) {
                throw new IllegalArgumentException("'edges' must increase (in single precision), and " + edges.get(i)
                        + " comes after " + edges.get(i - 1));
            }
        }
    }

    /**
     * The regions of a model.
     *
     * @param inputs the columns that the model sees
     */
    Regions regions(List<String> inputs) {
        return new Regions(column(), inputs.contains(column()), edges);
    }

    /** Name of the column that holds the variable: an expression is a derived column under its own text. */
    String column() {
        String text = variable.strip();
        return QUOTED.matcher(text).matches() ? text.substring(1, text.length() - 1) : text;
    }

    /** The column to derive, where the variable is not a column's name; by name. */
    Map<String, String> derived() {
        String text = variable.strip();
        boolean column = COLUMN.matcher(text).matches() || QUOTED.matcher(text).matches();
        return column ? Map.of() : Map.of(text, text);
    }
}
