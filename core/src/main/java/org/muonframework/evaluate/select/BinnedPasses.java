package org.muonframework.evaluate.select;

import java.util.List;
import org.muonframework.evaluate.Findings;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.spi.metric.Sample;
import org.muonframework.stats.Interval;

/** What of each class passes a working point in each bin of a variable. */
final class BinnedPasses {

    private final Variable variable;
    private final WorkingPoint point;
    private final List<String> classes;
    private final Part part;
    private final IntervalKind interval;
    private final Overlap[][] sums;

    BinnedPasses(Variable variable, WorkingPoint point, List<String> classes, Part part, IntervalKind interval) {
        this.variable = variable;
        this.point = point;
        this.classes = classes;
        this.part = part;
        this.interval = interval;
        sums = new Overlap[classes.size()][variable.binning().size()];
        for (Overlap[] bins : sums) {
            for (int b = 0; b < bins.length; b++) {
                bins[b] = new Overlap();
            }
        }
    }

    /** Counts the rows inside the bins. */
    void count(SignalSample seen, int[] binOfRow, boolean[] reference) {
        Sample sample = seen.sample();
        double[] scores = seen.rows().scores();
        for (int i = 0; i < binOfRow.length; i++) {
            int bin = binOfRow[i];
            if (bin >= 0 && bin < variable.binning().size()) {
                sums[sample.labels()[i]][bin].add(
                        sample.weights()[i], scores[i] >= point.threshold(), reference.length > 0 && reference[i]);
            }
        }
    }

    /** Adds a value for each class and bin, with the reason where there is none. */
    void addValues(Findings findings) {
        for (int c = 0; c < sums.length; c++) {
            for (int b = 0; b < sums[c].length; b++) {
                add("efficiency", c, b, sums[c][b].cut(), findings);
                if (point.reference().isPresent()) {
                    add("reference-efficiency", c, b, sums[c][b].reference(), findings);
                }
            }
        }
    }

    private void add(String name, int c, int bin, double passed, Findings findings) {
        Overlap rows = sums[c][bin];
        boolean exists = rows.total() > 0;
        Interval range = exists ? interval.of(passed, rows) : Interval.NONE;
        MetricValue value = MetricValue.of(name, part, exists ? passed / rows.total() : Double.NaN)
                .within(range.low(), range.high())
                .with("variable", variable.name())
                .with("bin", variable.labels().get(bin))
                .with("class", classes.get(c))
                .with("point", point.name());
        if (exists) {
            findings.add(value);
            return;
        }
        String which = "of class '" + classes.get(c) + "' with " + variable.words(bin);
        findings.addMissing(
                value,
                rows.rows() == 0
                        ? "there is no row " + which
                        : "the weights of the rows " + which + " do not add up to more than 0");
    }

    Variable variable() {
        return variable;
    }

    WorkingPoint point() {
        return point;
    }

    List<String> classes() {
        return classes;
    }

    /** The efficiencies of a class. */
    BinPoints efficiencies(int c, boolean ofReference) {
        BinPoints points = new BinPoints(variable.binning());
        for (int b = 0; b < sums[c].length; b++) {
            Overlap rows = sums[c][b];
            if (rows.total() > 0) {
                double passed = ofReference ? rows.reference() : rows.cut();
                Interval range = interval.of(passed, rows);
                points.add(b, passed / rows.total(), range.low(), range.high());
            }
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
