package org.muonframework.darksector.merit;

import java.util.List;
import java.util.Optional;
import org.muonframework.spi.metric.Evaluation;

/**
 * The evaluated part, looked at in a window around each mass with each cut. On a variation of the simulation the best
 * cuts are those of the nominal sample.
 *
 * @param masses the mass points, ascending
 * @param notes what was left out and why
 * @param warnings what the reader must know before believing the numbers
 * @param problem why there is nothing at all, if that is so
 */
public record MassScan(List<MassResult> masses, List<String> notes, List<String> warnings, Optional<String> problem) {

    /** More different masses than this are no mass points. */
    private static final int MOST_MASSES = 1000;

    /** Looks at all masses; its time is that of sorting. */
    public static MassScan of(Evaluation evaluation, Search search) {
        Candidates candidates = Candidates.of(evaluation.evaluatedSample(), search.columns());
        return of(evaluation, search, candidates);
    }

    static MassScan of(Evaluation evaluation, Search search, Candidates candidates) {
        if (candidates.unscored() > 0) {
            return nothing(candidates.unscored() + " of " + candidates.size() + " scores are not a number");
        }
        List<MassPoint> points = MassPoint.all(evaluation.evaluatedSample(), search.columns());
        if (points.isEmpty() && search.masses().isEmpty()) {
            return nothing("no row is a signal candidate with a generated mass above 0");
        }
        if (points.size() > MOST_MASSES && search.masses().isEmpty()) {
            return nothing(search.columns().genMass() + " has " + points.size()
                    + " values in the signal: the key 'masses' has to name those to look at");
        }
        return new MassScanner(evaluation, search, candidates, points).scan();
    }

    static MassScan nothing(String problem) {
        return new MassScan(List.of(), List.of(), List.of(), Optional.of(problem));
    }

    /** What a cut leaves at a mass, if there is such a mass and such a cut. */
    Optional<Selection> selection(double mass, Point point) {
        return masses.stream()
                .filter(result -> result.mass() == mass)
                .findFirst()
                .flatMap(result -> result.selection(point));
    }
}
