package org.muonframework.evaluate.classify;

import java.util.Optional;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** Settings of {@code confusion-matrix}. */
@Doc("which class is taken for which")
public record ConfusionMatrixSettings(
        @Doc("of two classes class 1 is predicted where its score exceeds this; more classes go by the largest score")
        @Default("0.5")
        @Range(min = 0, max = 1)
        double threshold,

        @Doc("an expression over the columns that gives the class 0, 1, … by another method, to compare with; any other"
                + " number is no class")
        Optional<String> reference) {}
