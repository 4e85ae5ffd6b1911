package org.muonframework.evaluate.features;

import java.util.List;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;

/** Settings of {@code feature-distributions}. */
@Doc("how the features are distributed in each class")
public record FeatureDistributionsSettings(
        @Doc("number of bins; integers within a range of 100 get a bin each") @Default("50") @Range(min = 2, max = 1000)
        int bins,

        @Doc("expressions over the columns to draw beside the features") @Default("[]")
        List<String> columns,

        @Doc("of more columns only the first are drawn") @Default("40") @Range(min = 1)
        int maxFigures,

        @Doc("part of the rows that a long tail may leave outside the axis, on each side")
        @Default("0.005")
        @Range(min = 0, max = 0.4)
        double tail,

        @Doc("whether the vertical axes are logarithmic") @Default("false")
        boolean logarithmic) {

    public FeatureDistributionsSettings {
        columns = List.copyOf(columns);
    }
}
