package org.muonframework.darksector.merit;

import java.util.List;
import java.util.Optional;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.model.Task;

/**
 * Values on the evaluated part: {@code punzi-gain}, the median gain of the best cut of each mass over the masses of
 * {@code median}; the same of each region and cut under the keys {@code region} and {@code point}; and what
 * {@link MassValues} says of each mass. Figures: {@link PunziFigures} and {@link ScoreFigures}.
 */
final class PunziMetric implements Metric {

    private final PunziSettings settings;
    private final Search search;

    PunziMetric(PunziSettings settings) {
        this.settings = settings;
        search = settings.search();
    }

    @Override
    public List<String> columns() {
        return search.expressions();
    }

    @Override
    public Optional<String> objection(Task task) {
        return Search.objection(task);
    }

    @Override
    public MetricResult evaluate(Evaluation evaluation) {
        Candidates candidates = Candidates.of(evaluation.evaluatedSample(), search.columns());
        MassScan scan = MassScan.of(evaluation, search, candidates);
        Found found = Found.in(scan);
        MetricValue whole = MetricValue.of("punzi-gain", evaluation.evaluated(), Double.NaN);
        if (scan.problem().isPresent()) {
            found.addMissing(whole, scan.problem().get());
            return found.result();
        }
        Estimate median = median(
                scan.masses().stream().filter(settings.median()::contains).toList(), Point.BEST_CUT);
        if (Double.isNaN(median.value())) {
            found.addMissing(whole, "no mass from " + settings.median().text() + " has a best cut");
        } else {
            found.add(median.as(whole.name(), whole.sample()));
        }
        addRegions(evaluation, scan, found);
        new MassValues(settings, evaluation.evaluated(), found).add(scan.masses());
        found.note(cuts(evaluation));
        new PunziFigures(settings, evaluation, scan.masses()).figures().forEach(found::add);
        new ScoreFigures(search, settings.bins(), evaluation, candidates).add(found);
        return found.result();
    }

    private static String cuts(Evaluation evaluation) {
        String found = evaluation.nominal().isPresent()
                ? "Each best cut is the mean of those found on the nominal sample."
                : "Each best cut is found on four fifths of the events of the "
                        + evaluation.evaluated().label() + " part and applied to the other fifth, each in turn, so that"
                        + " its figure of merit is not better by chance.";
        return found + " The background is that of events without a Z′, with all their candidates.";
    }

    private void addRegions(Evaluation evaluation, MassScan scan, Found found) {
        for (int r = 0; r <= search.regions().size(); r++) {
            int region = r;
            List<MassResult> masses = scan.masses().stream()
                    .filter(mass -> mass.region() == region)
                    .toList();
            for (Point point : List.of(Point.FIXED_CUT, Point.BEST_CUT, Point.REGION_CUT)) {
                MetricValue value = median(masses, point)
                        .as("punzi-gain", evaluation.evaluated())
                        .with("region", search.name(region))
                        .with("point", point.label());
                if (Double.isNaN(value.value())) {
                    found.addMissing(value, "no mass in the region " + search.name(region) + " GeV has such a cut");
                } else {
                    found.add(value);
                }
            }
            masses.stream()
                    .flatMap(mass -> mass.selection(Point.REGION_CUT).stream())
                    .findFirst()
                    .ifPresent(selection -> found.add(selection
                            .threshold()
                            .as("threshold", evaluation.evaluated())
                            .with("region", search.name(region))
                            .with("point", Point.REGION_CUT.label())));
        }
    }

    private static Estimate median(List<MassResult> masses, Point point) {
        return Estimate.median(masses.stream()
                .flatMap(mass -> mass.selection(point).stream())
                .map(Selection::gain)
                .toList());
    }
}
