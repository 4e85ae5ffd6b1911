package org.muonframework.darksector.merit;

import java.util.Map;
import java.util.Optional;

/**
 * What is found at one mass.
 *
 * @param mass in GeV, as written
 * @param region the number of its region
 * @param resolution half of the width of the central 68 % of measured less generated mass, in GeV
 * @param halfWidth half of the width of the window, in GeV
 * @param auc of the score, of signal against background in the window; NaN without background
 * @param further the values of {@link Search#further()} at this mass; one that does not exist is not among them
 * @param selections what each cut leaves; one that does not exist is not among them
 * @param problem why there is nothing, if that is so
 */
public record MassResult(
        double mass,
        int region,
        Estimate resolution,
        double halfWidth,
        Estimate auc,
        Map<String, Double> further,
        Map<Point, Selection> selections,
        Optional<String> problem) {

    static MassResult missing(double mass, int region, String problem) {
        return new MassResult(
                mass, region, Estimate.NONE, Double.NaN, Estimate.NONE, Map.of(), Map.of(), Optional.of(problem));
    }

    static MassResult of(int region, MassWindow window, Map<String, Double> further, Map<Point, Selection> selections) {
        return new MassResult(
                window.point().mass(),
                region,
                window.resolution(),
                window.halfWidth(),
                window.auc(),
                further,
                selections,
                Optional.empty());
    }

    /** What a cut leaves. */
    public Optional<Selection> selection(Point point) {
        return Optional.ofNullable(selections.get(point));
    }

    /** The mass as text: {@code 0.3}. */
    public String text() {
        return Texts.decimal(mass);
    }
}
