package org.muonframework.evaluate.coding;

import java.util.Optional;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** The section of the metric {@code reconstruction}. */
@Doc("How well an autoencoder gives its features back.")
public record ReconstructionSettings(
        @Doc("a condition: only these rows are looked at, such as those like the training's")
        Optional<String> rows,

        @Doc("bins of the features") @Default("50") @Range(min = 2, max = 500)
        int bins) {}
