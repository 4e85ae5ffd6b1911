package org.muonframework.evaluate.regress;

import java.util.Map;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** Settings of {@code residuals}. */
@Doc("how far the predicted targets are from the truth")
public record ResidualsSettings(
        @Doc("number of bins of the residual") @Default("60") @Range(min = 5, max = 1000)
        int bins,

        @Doc("number of bins of the truth, of equal weight, for bias and resolution")
        @Default("12")
        @Range(min = 2, max = 200)
        int truthBins,

        @Doc("for a target an expression over the columns to compare with, such as an exact formula") @Default("{}")
        Map<String, String> reference) {

    public ResidualsSettings {
        reference = Map.copyOf(reference);
    }
}
