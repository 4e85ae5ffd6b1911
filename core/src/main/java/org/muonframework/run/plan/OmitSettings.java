package org.muonframework.run.plan;

import java.util.List;
import org.muonframework.spi.settings.Doc;

/** The section {@code omit}, of the analysis or of an entry of {@code models}. */
@Doc("Rows that are kept out of training, and predicted and judged like all others.")
public record OmitSettings(
        @Doc("The variable: a column or an expression.") String variable,

        @Doc("Rows whose variable has one of these values, in single precision, are kept out.")
        List<Double> values) {

    /** The key of the section. */
    public static final String KEY = "omit";

    /** Checks that something is left out. */
    public OmitSettings {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("'values' are empty: nothing would be left out");
        }
    }
}
