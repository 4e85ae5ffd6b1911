package org.muonframework.darksector.merit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.muonframework.spi.metric.Evaluation;

/**
 * The evaluated part, looked at in a window around each mass with each cut.
 *
 * @param masses the mass points, ascending
 * @param notes what was left out and why
 * @param warnings what the reader must know before believing the numbers
 * @param problem why there is nothing at all, if that is so
 */
public record MassScan(
        List<MassResult> masses, List<String> notes, List<String> warnings, Optional<String> problem) {

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
        return new Scanner(evaluation, search, candidates, points).scan();
    }

    private static MassScan nothing(String problem) {
        return new MassScan(List.of(), List.of(), List.of(), Optional.of(problem));
    }

    /** One look at one evaluation. */
    private static final class Scanner {
        private final Search search;
        private final Candidates candidates;
        private final List<MassPoint> points;
        private final Shares shares;
        private final double factor;
        private final Set<String> notes = new LinkedHashSet<>();
        private final List<MassResult> results = new ArrayList<>();

        Scanner(Evaluation evaluation, Search search, Candidates candidates, List<MassPoint> points) {
            this.search = search;
            this.candidates = candidates;
            this.points = points;
            shares = Shares.of(evaluation, search);
            factor = search.backgroundScale() / shares.ofBackground();
        }

        MassScan scan() {
            if (Double.isNaN(factor)) {
                return nothing("the weights of the background do not add up to more than 0");
            }
            if (candidates.massless() > 0) {
                notes.add("Rows left out as they have no value of " + search.columns().mass() + ": "
                        + candidates.massless());
            }
            List<Double> wanted = search.masses().isEmpty()
                    ? points.stream().map(MassPoint::mass).toList()
                    : search.masses();
            for (int region = 0; region <= search.regions().size(); region++) {
                judge(region, wanted);
            }
            return new MassScan(
                    List.copyOf(results), List.copyOf(notes), shares.note().stream().toList(), Optional.empty());
        }

        private void judge(int region, List<Double> wanted) {
            List<MassWindow> windows = new ArrayList<>();
            List<MassResult> ofRegion = new ArrayList<>();
            for (double mass : wanted) {
                if (search.regionOf(mass) == region) {
                    Optional<MassWindow> window = points.stream()
                            .filter(point -> point.isAt(mass))
                            .findFirst()
                            .map(point -> MassWindow.of(candidates, point, search));
                    Optional<String> problem = window.isEmpty()
                            ? Optional.of("no signal candidate was generated at this mass")
                            : window.flatMap(this::problem);
                    problem.map(reason -> MassResult.missing(mass, region, reason))
                            .ifPresentOrElse(ofRegion::add, () -> windows.add(window.orElseThrow()));
                }
            }
            Optional<Cut> cut = BestCut.of(windows, search.k(), factor);
            windows.forEach(window -> ofRegion.add(judge(region, window, cut)));
            ofRegion.sort(Comparator.comparingDouble(MassResult::mass));
            results.addAll(ofRegion);
        }

        private MassResult judge(int region, MassWindow window, Optional<Cut> ofRegion) {
            double generated = constant(window, search.columns().generated()) * shares.of(window.point());
            Map<Point, Selection> selections = new EnumMap<>(Point.class);
            selections.put(Point.NO_CLASSIFIER, select(window, Cut.none(), generated));
            selections.put(Point.FIXED_CUT, select(window, Cut.at(search.threshold()), generated));
            BestCut.of(List.of(window), search.k(), factor)
                    .ifPresent(cut -> selections.put(Point.BEST_CUT, select(window, cut, generated)));
            ofRegion.ifPresent(cut -> selections.put(Point.REGION_CUT, select(window, cut, generated)));
            return MassResult.of(region, window, further(window), selections);
        }

        private Selection select(MassWindow window, Cut cut, double generated) {
            return Selection.of(
                    cut.threshold(),
                    EventSums.of(window.signal(), cut),
                    EventSums.of(window.background(), cut),
                    factor,
                    generated,
                    search.k());
        }

        private Optional<String> problem(MassWindow window) {
            if (!(window.halfWidth() > 0)) {
                return Optional.of("too few signal candidates for a mass resolution");
            }
            if (window.signal().size() == 0) {
                return Optional.of("no signal candidate is in the window");
            }
            if (!(window.signal().total() > 0)) {
                return Optional.of("the weights of the signal do not add up to more than 0");
            }
            if (window.background().total() < 0) {
                return Optional.of("the weights of the background add up to less than 0");
            }
            if (window.background().size() == 0) {
                notes.add("No background candidate is in the window at " + window.point().text()
                        + " GeV: the background there counts as 0");
            }
            return Optional.empty();
        }

        private Map<String, Double> further(MassWindow window) {
            Map<String, Double> values = new TreeMap<>();
            for (String expression : search.further()) {
                double value = constant(window, expression);
                if (!Double.isNaN(value)) {
                    values.put(expression, value);
                }
            }
            return values;
        }

        /** The value of an expression for all signal rows of a mass; NaN if they do not agree on one above 0. */
        private double constant(MassWindow window, String expression) {
            double[] column = candidates.column(expression);
            int[] rows = window.point().rows();
            for (int row : rows) {
                if (!(column[row] > 0) || column[row] != column[rows[0]]) {
                    notes.add("Signal rows at " + window.point().text() + " GeV do not agree on one value of " + expression
                            + " above 0, so what depends on it is missing");
                    return Double.NaN;
                }
            }
            return column[rows[0]];
        }
    }
}
