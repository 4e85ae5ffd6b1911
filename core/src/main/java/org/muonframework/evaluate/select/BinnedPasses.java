package org.muonframework.evaluate.select;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.muonframework.evaluate.Share;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.stats.Interval;

/** What of each class of the evaluated part passes a working point in each bin of a variable. */
final class BinnedPasses {

    private final Variable variable;
    private final WorkingPoint point;
    private final Overlap[][] sums;
    private final List<List<MetricValue>> ofCut;
    private final List<List<MetricValue>> ofReference;

    /**
     * Counts the rows inside the bins.
     *
     * @param bins the bin of each row
     * @param reference whether the reference selection passes each row; empty where the point has none
     */
    BinnedPasses(
            Evaluation evaluation,
            SignalSample sample,
            Variable variable,
            int[] bins,
            WorkingPoint point,
            boolean[] reference,
            IntervalKind interval) {
        this.variable = variable;
        this.point = point;
        sums = new Overlap[evaluation.task().classes().size()]
                [variable.binning().size()];
        for (Overlap[] ofClass : sums) {
            for (int b = 0; b < ofClass.length; b++) {
                ofClass[b] = new Overlap();
            }
        }
        int[] labels = sample.sample().labels();
        double[] scores = sample.rows().scores();
        double[] weights = sample.rows().weights();
        for (int i = 0; i < bins.length; i++) {
            if (bins[i] >= 0 && bins[i] < variable.binning().size()) {
                sums[labels[i]][bins[i]].add(
                        weights[i], scores[i] >= point.threshold(), reference.length > 0 && reference[i]);
            }
        }
        ofCut = values("efficiency", Overlap::ofCut, evaluation, interval);
        ofReference = point.reference().isPresent()
                ? values("reference-efficiency", Overlap::ofReference, evaluation, interval)
                : List.of();
    }

    private List<List<MetricValue>> values(
            String name, Function<Overlap, Share> passed, Evaluation evaluation, IntervalKind interval) {
        return IntStream.range(0, sums.length)
                .mapToObj(c -> IntStream.range(0, variable.binning().size())
                        .mapToObj(b -> {
                            Overlap rows = sums[c][b];
                            Share share = passed.apply(rows);
                            Interval range = rows.total() > 0 ? interval.of(share, rows.rows()) : Interval.NONE;
                            return keyed(MetricValue.of(name, evaluation.evaluated(), share.value()), b, evaluation, c)
                                    .within(range.low(), range.high());
                        })
                        .toList())
                .toList();
    }

    private MetricValue keyed(MetricValue value, int bin, Evaluation evaluation, int c) {
        String type = evaluation.task().classes().get(c);
        MetricValue keyed = value.with("variable", variable.name())
                .with("bin", variable.labels().get(bin))
                .with("class", type)
                .with("point", point.name());
        if (!Double.isNaN(value.value())) {
            return keyed;
        }
        String which = "of class '" + type + "' with " + variable.words(bin);
        return keyed.with(
                "note",
                sums[c][bin].rows() == 0
                        ? "there is no row " + which
                        : "the weights of the rows " + which + " do not add up to more than 0");
    }

    Variable variable() {
        return variable;
    }

    WorkingPoint point() {
        return point;
    }

    /** All values, with the reason where there is none. */
    Stream<MetricValue> values() {
        return Stream.of(ofCut, ofReference).flatMap(List::stream).flatMap(List::stream);
    }

    /** The efficiencies of a class by the cut. */
    BinPoints cut(int c) {
        return points(ofCut.get(c));
    }

    /** The efficiencies of a class by the reference selection. */
    BinPoints reference(int c) {
        return points(ofReference.get(c));
    }

    private BinPoints points(List<MetricValue> values) {
        BinPoints points = new BinPoints(variable.binning());
        for (int b = 0; b < values.size(); b++) {
            points.add(
                    b, values.get(b).value(), values.get(b).low(), values.get(b).high());
        }
        return points;
    }

    /** The efficiencies of a class by the cut, divided by those of the reference selection. */
    BinPoints ratios(int c) {
        BinPoints points = new BinPoints(variable.binning());
        for (int b = 0; b < sums[c].length; b++) {
            Overlap rows = sums[c][b];
            if (rows.cut() > 0 && rows.reference() > 0) {
                double ratio = rows.cut() / rows.reference();
                double factor = Math.exp(Math.sqrt(rows.logRatioVariance()));
                points.add(b, ratio, ratio / factor, ratio * factor);
            }
        }
        return points;
    }
}
