package org.muonframework.evaluate.features;

import java.util.List;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** Settings of {@code correlation}. */
@Doc("which features go together")
public record CorrelationSettings(
        @Doc("linear (pearson) or of ranks (spearman)") @Default("[pearson, spearman]")
        List<Method> method,

        @Doc("expressions over the columns to show beside the features") @Default("[]")
        List<String> columns,

        @Doc("of more columns only the first are shown") @Default("40") @Range(min = 2, max = 200)
        int maxColumns,

        @Doc("of more rows in a class so many, spread evenly, are ranked") @Default("200000") @Range(min = 100)
        int spearmanRows) {

    /** Kinds of correlation. */
    public enum Method {
        /** Linear. */
        PEARSON,
        /** Of ranks. */
        SPEARMAN
    }

    public CorrelationSettings {
        method = List.copyOf(method);
        columns = List.copyOf(columns);
        if (method.isEmpty()) {
            throw new IllegalArgumentException("method names no kind of correlation; there are: pearson, spearman");
        }
    }
}
