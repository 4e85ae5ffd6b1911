package org.muonframework.evaluate.classify;

import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** Settings of {@code calibration}. */
@Doc("whether scores are probabilities")
public record CalibrationSettings(
        @Doc("number of bins of the score between 0 and 1") @Default("20") @Range(min = 2, max = 1000)
        int bins) {}
