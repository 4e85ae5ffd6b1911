package org.muonframework.evaluate.classify;

import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** Settings of {@code score-distribution}. */
@Doc("the score of each true class, training against evaluation")
public record ScoreDistributionSettings(
        @Doc("number of bins between 0 and 1") @Default("50") @Range(min = 2, max = 1000)
        int bins,

        @Doc("whether the vertical axis is logarithmic") @Default("false")
        boolean logarithmic) {}
