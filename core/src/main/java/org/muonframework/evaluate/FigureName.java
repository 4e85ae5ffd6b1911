package org.muonframework.evaluate;

import java.util.Locale;

/** Names of figures' files. */
public final class FigureName {

    private FigureName() {}

    /** What is left of a column's name or an expression in a file's name: {@code gen-mass} of {@code genMass}. */
    public static String part(String column) {
        String name = column.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return name.isEmpty() ? "column" : name;
    }
}
