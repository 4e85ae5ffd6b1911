package org.muonframework.evaluate.closure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.muonframework.evaluate.Findings;
import org.muonframework.spi.metric.MetricResult;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.stats.Binning;
import org.muonframework.stats.ChiSquare;
import org.muonframework.stats.Histogram;
import org.muonframework.stats.KolmogorovSmirnov;
import org.muonframework.stats.Quantiles;

/**
 * Compares signal and background before and after reweighting, on the training part and, with the factors of the
 * training part, on the validation part.
 *
 * <p>Values for each part and class: {@code effective-sample-size} (Σw)²/Σw² and {@code effective-sample-size-before},
 * {@code largest-weight}, and for a class that was reweighted {@code largest-factor}, {@code fraction-outside-support}
 * and {@code fraction-capped} (parts of Σ|w| before). For each part, variable and stage ({@code before},
 * {@code after}): {@code ks-distance} and {@code ks-p-value} of signal against background, {@code chi2-per-ndf} of
 * their shapes in the bins of the figure, and {@code chi2-per-ndf-flat} of each class that was to become flat, in those
 * of its bins that have rows; both join bins as {@link ChiSquare} does.
 */
public final class ReweightingClosure {

    /** Bins of a variable that was not reweighted, between the quantiles of {@link #TAIL} and 1 − {@link #TAIL}. */
    private static final int BINS = 40;

    private static final double TAIL = 0.005;

    private final ClosureSubject subject;

    /** Of one reweighting. */
    public ReweightingClosure(ClosureSubject subject) {
        this.subject = subject;
    }

    /**
     * Compares.
     *
     * @param parts the training part first
     */
    public MetricResult evaluate(List<ReweightedRows> parts) {
        Findings findings = new Findings();
        List<String> effective = new ArrayList<>();
        for (ReweightedRows rows : parts) {
            effective.add(IntStream.range(0, subject.classes().size())
                    .mapToObj(label -> new WeightValues(
                                    rows, label, subject.classes().get(label), findings)
                            .add(subject.changed().contains(label)))
                    .collect(Collectors.joining("; ", "Effective number of rows: ", ".")));
        }
        for (ClosureVariable variable : subject.variables()) {
            Binning binning = binning(variable, parts.get(0));
            for (int part = 0; part < parts.size(); part++) {
                compare(variable, binning, parts.get(part), effective.get(part), findings);
            }
        }
        return findings.result();
    }

    private static Binning binning(ClosureVariable variable, ReweightedRows training) {
        if (variable.reweighted()) {
            return Binning.of(variable.edges());
        }
        double[] values = training.values().get(variable.name()).clone();
        double[] sizes = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            boolean finite = Double.isFinite(values[row]);
            values[row] = finite ? values[row] : 0;
            sizes[row] = finite ? Math.abs(training.before()[row]) : 0;
        }
        Quantiles quantiles = Quantiles.of(values, sizes);
        double low = quantiles.at(TAIL);
        double high = quantiles.at(1 - TAIL);
        if (low < high) {
            return Binning.uniform(BINS, low, high);
        }
        double only = Double.isNaN(low) ? 0 : low;
        double margin = Math.max(0.5, Math.abs(only) / 2);
        return Binning.uniform(1, only - margin, only + margin);
    }

    private void compare(
            ClosureVariable variable, Binning binning, ReweightedRows rows, String effective, Findings findings) {
        Population signal = Population.of(rows, variable.name(), label -> label == subject.signal());
        Population background = Population.of(rows, variable.name(), label -> label != subject.signal());
        ClosureFigure figure = new ClosureFigure(subject, variable, binning, rows.part(), signal, background);
        for (Stage stage : Stage.values()) {
            KolmogorovSmirnov test = KolmogorovSmirnov.of(
                    signal.values(), signal.weights(stage), background.values(), background.weights(stage));
            ChiSquare shapes =
                    ChiSquare.homogeneity(signal.counted(binning, stage), background.counted(binning, stage));
            add(findings, value("ks-distance", test.distance(), rows.part(), variable, stage));
            add(findings, value("ks-p-value", test.pValue(), rows.part(), variable, stage));
            add(findings, value("chi2-per-ndf", shapes.perDegree(), rows.part(), variable, stage));
            figure.note(stage, test, shapes);
        }
        if (subject.flat() && variable.reweighted()) {
            boolean two = subject.classes().size() == 2;
            for (int label : subject.changed()) {
                Population own = label == subject.signal()
                        ? signal
                        : two ? background : Population.of(rows, variable.name(), other -> other == label);
                addFlatness(variable, binning, rows.part(), label, own, findings);
            }
        }
        findings.add(figure.figure(effective));
    }

    private void addFlatness(
            ClosureVariable variable, Binning binning, Part part, int label, Population own, Findings findings) {
        for (Stage stage : Stage.values()) {
            Histogram counted = own.counted(binning, stage);
            double[] flat = Arrays.stream(counted.squares())
                    .map(square -> square > 0 ? 1 : 0)
                    .toArray();
            double found = ChiSquare.goodnessOfFit(counted, flat).perDegree();
            add(
                    findings,
                    value("chi2-per-ndf-flat", found, part, variable, stage)
                            .with("class", subject.classes().get(label)));
        }
    }

    private static MetricValue value(String name, double value, Part part, ClosureVariable variable, Stage stage) {
        return MetricValue.of(name, part, value)
                .with("variable", variable.name())
                .with("stage", stage.label());
    }

    private static void add(Findings findings, MetricValue value) {
        if (Double.isNaN(value.value())) {
            findings.addMissing(
                    value,
                    "'" + value.keys().get("variable") + "' has not rows enough for two bins, or the weights of a class"
                            + " do not add up to more than 0");
        } else {
            findings.add(value);
        }
    }
}
