package org.muonframework.darksector.merit;

import java.util.List;
import java.util.Optional;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;
import org.muonframework.spi.settings.Unit;

/** Settings of {@code punzi}. */
@Doc("Punzi's figure of merit of a cut on the score against the mass of the Z'")
public record PunziSettings(
        @Doc("where masses and events are found") @Default("{}")
        SearchColumns columns,

        @Doc("mass points; all that the signal has where none are given") @Default("[]") @Unit("GeV")
        List<Double> masses,

        @Doc("half of the width of the mass window") @Default("0.25") @Range(min = 0, minExclusive = true) @Unit("GeV")
        double window,

        @Doc("half of the width of the mass window in mass resolutions of the signal; stands before 'window'")
        @Range(min = 0, minExclusive = true)
        Optional<Double> windowSigmas,

        @Doc("masses that divide the regions, each of which has a cut of its own") @Default("[1, 4, 7]") @Unit("GeV")
        List<Double> regions,

        @Doc("k of efficiency/(k + √B)") @Default("1.64") @Range(min = 0, minExclusive = true)
        double k,

        @Doc("the fixed cut on the score") @Default("0.5") @Range(min = 0, max = 1)
        double threshold,

        @Doc("significance of the test, in sigma, in Punzi's full expression") @Default("3") @Range(min = 0)
        double a,

        @Doc("quantile of the confidence level, in sigma, in Punzi's full expression")
        @Default("1.28155")
        @Range(min = 0)
        double b,

        @Doc("integrated luminosity of the data") @Default("178") @Range(min = 0, minExclusive = true) @Unit("fb^-1")
        double luminosity,

        @Doc("integrated luminosity for which the weights are made; that of the data where it is not given")
        @Range(min = 0, minExclusive = true)
        @Unit("fb^-1")
        Optional<Double> weightLuminosity,

        @Doc("the part of all events that is evaluated, where only that is at hand: in variations and single folds")
        @Range(min = 0, minExclusive = true, max = 1)
        Optional<Double> evaluatedShare,

        @Doc("the masses over which the median gain is taken") @Default("{}")
        MassRange median,

        @Doc("bins of the distributions of the score") @Default("50") @Range(min = 1, max = 1000)
        int bins) {

    public PunziSettings {
        masses = Search.masses(masses);
        regions = Search.edges(regions);
    }

    Search search() {
        double scale = luminosity / weightLuminosity.orElse(luminosity);
        return new Search(
                columns, List.of(), masses, window, windowSigmas, regions, k, threshold, scale, evaluatedShare);
    }
}
