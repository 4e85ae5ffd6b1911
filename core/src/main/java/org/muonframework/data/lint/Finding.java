package org.muonframework.data.lint;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One fault of the data.
 *
 * @param check the kind of fault, kebab-case: {@code repeated-events}
 * @param severity how much it matters
 * @param columns the columns that it is about
 * @param count how many values, rows or columns are concerned
 * @param example the first row that shows it; empty where no single row does
 * @param what what was found, a phrase with its numbers
 * @param advice what to do, a sentence
 */
public record Finding(
        String check,
        Severity severity,
        List<String> columns,
        long count,
        Optional<Place> example,
        String what,
        String advice) {

    public Finding {
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(severity, "severity");
        columns = List.copyOf(columns);
        Objects.requireNonNull(example, "example");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(advice, "advice");
    }
}
