package org.muonframework.darksector.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.muonframework.darksector.merit.Estimate;
import org.muonframework.darksector.merit.Found;
import org.muonframework.darksector.merit.MassScan;
import org.muonframework.darksector.merit.Point;
import org.muonframework.darksector.merit.Search;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Metric;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.model.Task;
import org.muonframework.stats.limit.Band;

/**
 * Values on the evaluated part: {@code limit-improvement}, the median over the masses of {@code median} of the limit on
 * the cross-section without a classifier divided by that with the cut; and under the keys {@code mass}, {@code point}
 * ({@code no-classifier} or the cut) and {@code method} {@code limit-cross-section} (fb, times branching ratio) and
 * {@code limit-coupling}, with the band of one standard deviation as interval, and with the key {@code deviations} of
 * two. The statistical uncertainties of efficiency and background are not part of the limits. Figures:
 * {@link LimitFigures}.
 */
final class ZPrimeLimits implements Metric {

    private final ZPrimeLimitsSettings settings;
    private final Search search;

    ZPrimeLimits(ZPrimeLimitsSettings settings) {
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
        MassScan scan = MassScan.of(evaluation, search);
        Found found = Found.in(scan);
        MetricValue improvement = MetricValue.of("limit-improvement", evaluation.evaluated(), Double.NaN);
        if (scan.problem().isPresent()) {
            found.addMissing(improvement, scan.problem().get());
            return found.result();
        }
        List<MassLimits> without = limits(scan, Point.NO_CLASSIFIER);
        List<MassLimits> with = limits(scan, settings.cut());
        if (settings.methods().contains(LimitMethod.EXACT)
                && Stream.concat(without.stream(), with.stream()).anyMatch(this::tooManyForTheExactWay)) {
            found.note("Where more than " + (long) settings.exactUpTo()
                    + " background events are expected, limits are asymptotic ones");
        }
        addImprovement(improvement, without, with, found);
        without.forEach(limits -> add(limits, evaluation, found));
        with.forEach(limits -> add(limits, evaluation, found));
        new LimitFigures(settings, evaluation, without, with).figures().forEach(found::add);
        return found.result();
    }

    private List<MassLimits> limits(MassScan scan, Point point) {
        return scan.masses().stream()
                .map(mass -> MassLimits.of(mass, point, settings))
                .toList();
    }

    private boolean tooManyForTheExactWay(MassLimits limits) {
        return limits.drawn().isPresent()
                && limits.limits().stream().noneMatch(limit -> limit.method() == LimitMethod.EXACT);
    }

    private void addImprovement(MetricValue value, List<MassLimits> without, List<MassLimits> with, Found found) {
        Estimate median = Estimate.median(IntStream.range(0, with.size())
                .filter(i -> settings.median().contains(with.get(i).mass()))
                .mapToDouble(i -> without.get(i).crossSection() / with.get(i).crossSection())
                .mapToObj(ratio -> new Estimate(ratio, Double.NaN, Double.NaN))
                .toList());
        if (Double.isNaN(median.value())) {
            found.addMissing(value, "no mass from " + settings.median().text() + " has a limit");
        } else {
            found.add(median.as(value.name(), value.sample()));
        }
    }

    private void add(MassLimits limits, Evaluation evaluation, Found found) {
        MetricValue crossSection =
                value("limit-cross-section", limits, evaluation).in("fb");
        limits.problem().ifPresent(problem -> found.addMissing(crossSection, problem));
        for (MassLimit limit : limits.limits()) {
            String method = limit.method().label();
            if (Double.isInfinite(limit.crossSection().median())) {
                found.addMissing(
                        filled(crossSection, MassLimit.oneSigma(limit.crossSection()))
                                .with("method", method),
                        "the limit is infinite, as no signal passes the "
                                + limits.point().words());
                continue;
            }
            bands(crossSection.with("method", method), limit.crossSection()).forEach(found::add);
            MetricValue coupling = value("limit-coupling", limits, evaluation).with("method", method);
            if (Double.isFinite(limit.coupling().median())) {
                bands(coupling, limit.coupling()).forEach(found::add);
            } else if (Double.isInfinite(limit.coupling().median())) {
                found.addMissing(
                        filled(coupling, MassLimit.oneSigma(limit.coupling())),
                        "the limit on the coupling is infinite, as the Z′ is too light to decay to two muons");
            } else {
                found.addMissing(coupling, "without " + settings.sigmaRef() + " there is no limit on the coupling");
            }
        }
    }

    private static MetricValue value(String name, MassLimits limits, Evaluation evaluation) {
        return MetricValue.of(name, evaluation.evaluated(), Double.NaN)
                .with("mass", limits.mass().text())
                .with("point", limits.point().label());
    }

    /** The median within one standard deviation, and the limits two away. */
    private static List<MetricValue> bands(MetricValue empty, Band band) {
        List<MetricValue> values = new ArrayList<>();
        values.add(filled(empty, MassLimit.oneSigma(band)));
        Function<Double, MetricValue> alone = number -> filled(empty, new Estimate(number, Double.NaN, Double.NaN));
        if (!Double.isNaN(band.minusTwo())) {
            values.add(alone.apply(band.minusTwo()).with("deviations", "-2"));
            values.add(alone.apply(band.plusTwo()).with("deviations", "+2"));
        }
        return values;
    }

    private static MetricValue filled(MetricValue empty, Estimate estimate) {
        return new MetricValue(
                empty.name(),
                empty.sample(),
                estimate.value(),
                estimate.low(),
                estimate.high(),
                empty.unit(),
                empty.keys());
    }
}
