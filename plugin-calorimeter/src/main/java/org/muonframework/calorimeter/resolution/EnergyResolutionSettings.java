package org.muonframework.calorimeter.resolution;

import java.util.Optional;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;
import org.muonframework.spi.settings.Unit;

/** Settings of {@code energy-resolution}. */
@Doc("resolution of a regressed energy against the true one, alone and together with the tracker")
public record EnergyResolutionSettings(
        @Doc("the energy among the targets; needed where there are several")
        Optional<String> target,

        @Doc("lowest true energy that is looked at") @Default("100") @Range(min = 0, minExclusive = true) @Unit("GeV")
        double lowest,

        @Doc("highest true energy that is looked at") @Default("8000") @Range(min = 0, minExclusive = true) @Unit("GeV")
        double highest,

        @Doc("number of bins of the true energy for the resolution") @Default("20") @Range(min = 1, max = 1000)
        int bins,

        @Doc("the curve that mean predictions follow and that is undone: linear, or power, a E^b + c")
        @Default("linear")
        Correction correction,

        @Doc("number of bins of the true energy for the fit of that curve") @Default("40") @Range(min = 3, max = 1000)
        int correctionBins,

        @Doc("the part that the curve is fitted to, and that weights of the combination come from")
        @Default("validation")
        CalibrationPart correctionPart,

        @Doc("relative resolution of the tracker at 1 TeV, which grows with the energy")
        @Default("0.2")
        @Range(min = 0, minExclusive = true)
        double trackerResolution,

        @Doc("what of tracker and calorimeter is averaged: curvature, which is 1/E, or energy") @Default("curvature")
        Average average,

        @Doc("how many times the weights of the combination are found anew, at the energy found before")
        @Default("2")
        @Range(min = 1, max = 100)
        int iterations,

        @Doc("the energy in the calorimeter, an expression, to compare with what follows from it alone: sum(hitEnergy)")
        Optional<String> energySum,

        @Doc("lowest true energy of the mean resolution") @Default("500") @Range(min = 0) @Unit("GeV")
        double meanFrom,

        @Doc("highest true energy of the mean resolution") @Default("2000") @Range(min = 0) @Unit("GeV")
        double meanTo) {

    public EnergyResolutionSettings {
        if (!(lowest < highest)) {
            throw new IllegalArgumentException("'lowest' is " + lowest + " and 'highest' " + highest
                    + "; the lowest energy has to be below the highest");
        }
        if (!(meanFrom < meanTo)) {
            throw new IllegalArgumentException("'mean-from' is " + meanFrom + " and 'mean-to' " + meanTo
                    + "; the first has to be below the second");
        }
    }

    /** The tracker. */
    Tracker tracker() {
        return new Tracker(trackerResolution / 1000);
    }
}
