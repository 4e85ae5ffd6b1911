package org.muonframework.evaluate.coding;

import java.util.Optional;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** The section of the metric {@code generation}. */
@Doc("Rows that a model makes from standard Gaussian numbers beside real ones.")
public record GenerationSettings(
        @Doc("a condition: only these real rows are compared, such as those like the training's")
        Optional<String> rows,

        @Doc("how many rows are made") @Default("10000") @Range(min = 100, max = 10_000_000)
        int events,

        @Doc("bins of the features") @Default("50") @Range(min = 2, max = 500)
        int bins) {}
