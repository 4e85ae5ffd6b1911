package org.muonframework.data;

import java.util.List;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;

/** Limits of feature values. */
@Doc("Limits of feature values: what lies beyond is set to the limit, in the training and in every prediction.")
public record Clip(
        @Doc("The lowest value.") double low,
        @Doc("The highest value.") double high,

        @Doc("The features that it holds for; all if none is named.") @Default("[]")
        List<String> columns) {

    public Clip {
        columns = List.copyOf(columns);
        if (!(low < high)) {
            throw new IllegalArgumentException("'low' must lie below 'high', they are " + low + " and " + high);
        }
    }

    boolean holdsFor(String feature) {
        return columns.isEmpty() || columns.contains(feature);
    }
}
