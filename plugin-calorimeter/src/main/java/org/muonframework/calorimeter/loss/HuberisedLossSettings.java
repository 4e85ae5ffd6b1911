package org.muonframework.calorimeter.loss;

import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;
import org.muonframework.spi.settings.Unit;

/** The section {@code loss} of the models of the calorimeter. */
@Doc("The squared error over the true energy, growing linearly for the outliers of each range of the energy.")
public record HuberisedLossSettings(
        @Doc("Lower end of the true energies.") @Default("50") @Range(min = 0) @Unit("GeV")
        double lowest,

        @Doc("Upper end of the true energies.") @Default("8000") @Range(min = 0, minExclusive = true) @Unit("GeV")
        double highest,

        @Doc("Number of equal ranges of the true energy, each with a threshold for outliers of its own.")
        @Default("5")
        @Range(min = 1, max = 1000)
        int bins,

        @Doc("Part of the rows of a range whose squared error is not above the threshold.")
        @Default("0.68")
        @Range(min = 0, max = 1)
        double quantile,

        @Doc("Part of a batch's own threshold in the running one.") @Default("0.1") @Range(min = 0, max = 1)
        double update,

        @Doc("Whether high energies count less: half at 5 TeV (3 TeV where the highest is at most 4 TeV), and ever less"
                + " above.")
        @Default("false")
        boolean downweight) {

    public HuberisedLossSettings {
        if (!(lowest < highest)) {
            throw new IllegalArgumentException("'lowest' is " + lowest + " and 'highest' " + highest
                    + "; the lowest energy has to be below the highest");
        }
    }

    /** What a row of each true energy counts. */
    HighEnergyWeight weight() {
        return downweight ? HighEnergyWeight.upTo(highest) : HighEnergyWeight.NONE;
    }
}
