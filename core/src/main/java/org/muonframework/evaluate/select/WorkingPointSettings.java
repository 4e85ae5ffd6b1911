package org.muonframework.evaluate.select;

import java.util.Optional;
import java.util.stream.Stream;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** Settings of one working point: exactly one of them is given. */
@Doc("a cut on the score, named by exactly one of these keys")
public record WorkingPointSettings(
        @Doc("rows whose score is at least this pass") @Range(min = 0, max = 1)
        Optional<Double> threshold,

        @Doc("the tightest cut that keeps this part of the signal") @Range(min = 0, minExclusive = true, max = 1)
        Optional<Double> efficiency,

        @Doc("the loosest cut that lets at most this part of the background pass")
        @Range(min = 0, minExclusive = true, max = 1)
        Optional<Double> backgroundEfficiency,

        @Doc("an expression over the columns that selects where it is true, or a number other than 0; the cut is the"
                + " tightest one that keeps as much of the signal as this selection does")
        Optional<String> reference) {

    public WorkingPointSettings {
        long given = Stream.of(threshold, efficiency, backgroundEfficiency, reference)
                .filter(Optional::isPresent)
                .count();
        if (given != 1) {
            throw new IllegalArgumentException(
                    "a working point needs exactly one of 'threshold', 'efficiency', 'background-efficiency' and"
                            + " 'reference', and has "
                            + (given == 0 ? "none" : String.valueOf(given)));
        }
        if (reference.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("'reference' is empty: expected an expression such as \"rho < 0.1\"");
        }
    }
}
