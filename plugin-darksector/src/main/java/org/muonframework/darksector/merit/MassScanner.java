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

/** One look at the evaluated part of one evaluation. */
final class MassScanner {

    private final Search search;
    private final Candidates candidates;
    private final List<MassPoint> points;
    private final Optional<MassScan> nominal;
    private final Shares shares;
    private final double factor;
    private final Set<String> notes = new LinkedHashSet<>();
    private final List<MassResult> results = new ArrayList<>();

    MassScanner(Evaluation evaluation, Search search, Candidates candidates, List<MassPoint> points) {
        this.search = search;
        this.candidates = candidates;
        this.points = points;
        nominal = evaluation.nominal().map(other -> MassScan.of(other, search));
        shares = Shares.of(evaluation, search);
        factor = search.backgroundScale() / shares.ofBackground();
    }

    MassScan scan() {
        if (Double.isNaN(factor)) {
            return MassScan.nothing("the weights of the background do not add up to more than 0");
        }
        if (candidates.massless() > 0) {
            notes.add(
                    "Rows left out as they have no value of " + search.columns().mass() + ": " + candidates.massless());
        }
        List<Double> wanted =
                search.masses().isEmpty() ? points.stream().map(MassPoint::mass).toList() : search.masses();
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
        Optional<Cut> found = nominal.isPresent() ? Optional.empty() : BestCut.of(windows, search.k(), factor);
        windows.forEach(window -> ofRegion.add(judge(region, window, found)));
        ofRegion.sort(Comparator.comparingDouble(MassResult::mass));
        results.addAll(ofRegion);
    }

    private MassResult judge(int region, MassWindow window, Optional<Cut> ofRegion) {
        double generated = constant(window, search.columns().generated()) * shares.of(window.point());
        Map<Point, Selection> selections = new EnumMap<>(Point.class);
        selections.put(Point.NO_CLASSIFIER, select(window, Cut.none(), generated));
        selections.put(Point.FIXED_CUT, select(window, Cut.at(search.threshold()), generated));
        Optional<Cut> best = nominal.isPresent()
                ? ofNominal(window, Point.BEST_CUT)
                : BestCut.of(List.of(window), search.k(), factor);
        best.ifPresent(cut -> selections.put(Point.BEST_CUT, select(window, cut, generated)));
        ofRegion.or(() -> ofNominal(window, Point.REGION_CUT))
                .ifPresent(cut -> selections.put(Point.REGION_CUT, select(window, cut, generated)));
        return MassResult.of(region, window, further(window), selections);
    }

    /** The cut that was found on the nominal sample; empty if this is the nominal one. */
    private Optional<Cut> ofNominal(MassWindow window, Point point) {
        return nominal.flatMap(scan -> scan.selection(window.point().mass(), point))
                .map(selection -> Cut.at(selection.threshold().value()));
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
            notes.add("No background candidate is in the window at "
                    + window.point().text() + " GeV: the background there counts as 0");
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
