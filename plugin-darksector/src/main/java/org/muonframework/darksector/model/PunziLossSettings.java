package org.muonframework.darksector.model;

import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;
import org.muonframework.spi.settings.Unit;

/** The section {@code loss} of the model {@code punzi-net}; texts are expressions over the columns, truth included. */
@Doc("The Punzi loss: the mean over the masses of the smallest cross-section that the search is sensitive to.")
public record PunziLossSettings(
        @Doc("Significance of the discovery that is asked for, in sigma.") @Default("3") @Range(min = 0)
        double a,

        @Doc("Quantile of the confidence level of the limit, in sigma; 1.28155 is 90 % on one side.")
        @Default("1.28155")
        @Range(min = 0)
        double b,

        @Doc("The integrated luminosity that the weights of the background are for.")
        @Default("178")
        @Unit("fb^-1")
        @Range(min = 0, minExclusive = true)
        double luminosity,

        @Doc("Part of the events, of signal and background, that the trigger keeps and that is not simulated.")
        @Default("0.9")
        @Range(min = 0, max = 1, minExclusive = true)
        double triggerEfficiency,

        @Doc("Half the width of the window in the measured mass around a generated one, in GeV; may depend on the"
                + " latter, as in: 2 * (0.001 + 0.0036 * genMass).")
        @Default("0.25")
        String window,

        @Doc("The measured mass of a row, in GeV.") @Default("mass")
        String mass,

        @Doc("The generated mass of a signal row, in GeV; each value is a mass of the search.") @Default("genMass")
        String genMass,

        @Doc("The number of signal events that were generated at the mass of a signal row, before any selection.")
        @Default("generated")
        String generated,

        @Doc("Which rows are the signal to be selected.") @Default("label == 1")
        String signal,

        @Doc("Which rows are background.") @Default("signalEvent == 0")
        String background,

        @Doc("The number of events in the luminosity that a background row stands for.") @Default("weight")
        String weight) {}
