package org.muonframework.softmuon.model;

import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** The section {@code model} of type {@code tightnn}. */
@Doc("The soft-muon network: six dense layers over standardised features, with one score for signal.")
public record TightNnSettings(
        @Doc("Probability that a value after either of the two normalised layers is dropped in training.")
        @Default("0.3")
        @Range(min = 0, max = 1, maxExclusive = true)
        double dropout) {}
