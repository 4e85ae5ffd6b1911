package org.muonframework.darksector.limit;

import java.util.List;
import java.util.Optional;
import org.muonframework.darksector.merit.MassRange;
import org.muonframework.darksector.merit.Point;
import org.muonframework.darksector.merit.Search;
import org.muonframework.darksector.merit.SearchColumns;
import org.muonframework.spi.settings.Default;
import org.muonframework.spi.settings.Doc;
import org.muonframework.spi.settings.Range;
import org.muonframework.spi.settings.Unit;

/** Settings of {@code zprime-limits}. */
@Doc("expected limits on the cross-section of a Z' and on its coupling, with and without a cut on the score")
public record ZPrimeLimitsSettings(
        @Doc("where masses and events are found") @Default("{}")
        SearchColumns columns,

        @Doc("expression: signal cross-section at the coupling 1 for the mass of the row, in fb") @Default("sigmaRef")
        String sigmaRef,

        @Doc("mass points; all that the signal has where none are given") @Default("[]") @Unit("GeV")
        List<Double> masses,

        @Doc("half of the width of the mass window") @Default("0.25") @Range(min = 0, minExclusive = true) @Unit("GeV")
        double window,

        @Doc("half of the width of the mass window in mass resolutions of the signal; stands before 'window'")
        @Range(min = 0, minExclusive = true)
        Optional<Double> windowSigmas,

        @Doc("masses that divide the regions, each of which has a cut of its own") @Default("[1, 4, 7]") @Unit("GeV")
        List<Double> regions,

        @Doc("the cut: the best one of each mass, the best one of each region, or a fixed one") @Default("best-cut")
        Point cut,

        @Doc("k of efficiency/(k + √B), by which cuts are found") @Default("1.64") @Range(min = 0, minExclusive = true)
        double k,

        @Doc("the fixed cut on the score") @Default("0.5") @Range(min = 0, max = 1)
        double threshold,

        @Doc("confidence level") @Default("0.9") @Range(min = 0, minExclusive = true, max = 1, maxExclusive = true)
        double confidenceLevel,

        @Doc("the ways to the limit; the first one is drawn") @Default("[exact, asymptotic]")
        List<LimitMethod> methods,

        @Doc("above so many background events the exact way, which takes a time in proportion, gives way to the"
                + " asymptotic one")
        @Default("20000")
        @Range(min = 0, max = 1e8)
        double exactUpTo,

        @Doc("relative systematic uncertainty of the background") @Default("0") @Range(min = 0)
        double backgroundUncertainty,

        @Doc("integrated luminosity of the data") @Default("178") @Range(min = 0, minExclusive = true) @Unit("fb^-1")
        double luminosity,

        @Doc("integrated luminosity for which the weights are made; that of the data where it is not given")
        @Range(min = 0, minExclusive = true)
        @Unit("fb^-1")
        Optional<Double> weightLuminosity,

        @Doc("the part of all events that is evaluated, where only that is at hand: in variations and single folds")
        @Range(min = 0, minExclusive = true, max = 1)
        Optional<Double> evaluatedShare,

        @Doc("the masses over which the median improvement is taken") @Default("{}")
        MassRange median,

        @Doc("whether the range of the published limits is drawn") @Default("true")
        boolean published) {

    public ZPrimeLimitsSettings {
        masses = Search.masses(masses);
        regions = Search.edges(regions);
        methods = methods.stream().distinct().toList();
        if (methods.isEmpty()) {
            throw new IllegalArgumentException("'methods' is empty: expected exact, asymptotic or formula");
        }
        if (cut == Point.NO_CLASSIFIER) {
            throw new IllegalArgumentException(
                    "'cut' is best-cut, region-cut or fixed-cut; limits without a classifier are always given");
        }
    }

    Search search() {
        double scale = luminosity / weightLuminosity.orElse(luminosity);
        return new Search(
                columns, List.of(sigmaRef), masses, window, windowSigmas, regions, k, threshold, scale, evaluatedShare);
    }
}
