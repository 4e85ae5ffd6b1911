package org.muonframework.evaluate.select;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.muonframework.evaluate.Findings;
import org.muonframework.spi.figure.Axis;
import org.muonframework.spi.metric.Evaluation;
import org.muonframework.spi.metric.Sample;
import org.muonframework.stats.Binning;
import org.muonframework.stats.Quantiles;

/**
 * A variable with its bins.
 *
 * @param name its name
 * @param expression over the columns
 * @param unit its unit, empty if none is known
 * @param binning its bins
 * @param labels each bin in words: {@code 4 to 5}
 * @param logarithmic whether its axis shall be logarithmic, where the bins begin above 0
 */
record Variable(
        String name, String expression, String unit, Binning binning, List<String> labels, boolean logarithmic) {

    /** Bins that follow from the data leave out this part of the weight at either end, so that the axis is short. */
    private static final double TAIL = 0.001;

    /** Bins are named with digits enough to tell this part of the narrowest one. */
    private static final double PRECISION = 1e-3;

    /**
     * The variable on the evaluated part, in bins that, if they follow from the data, follow from the nominal sample;
     * empty, with a note, if it has no value there.
     */
    static Optional<Variable> of(String name, VariableSettings settings, Evaluation evaluation, Findings findings) {
        String expression = settings.expressionOf(name);
        Sample sample = evaluation.evaluatedSample();
        double[] values = sample.columns().get(expression);
        long missing = Arrays.stream(values).filter(Double::isNaN).count();
        if (missing > 0) {
            findings.note("'" + expression + "' is not a number for " + missing + " of " + values.length
                    + " rows of the " + sample.part().label() + " part, which are in none of its bins");
        }
        Sample nominal = evaluation.reference().evaluatedSample();
        Optional<Binning> binning = settings.binning()
                .or(() -> equalWeights(nominal.columns().get(expression), nominal.weights(), settings.bins()));
        if (binning.isEmpty()) {
            findings.note("nothing is said in bins of '" + expression + "': no row of the "
                    + sample.part().label() + " part has weight and a finite value of it");
        }
        String unit = evaluation.unit(expression);
        return binning.map(
                bins -> new Variable(name, expression, unit, bins, labels(bins.edges()), settings.logarithmic()));
    }

    private static Optional<Binning> equalWeights(double[] values, double[] weights, int bins) {
        int[] finite = IntStream.range(0, values.length)
                .filter(i -> Double.isFinite(values[i]))
                .toArray();
        Quantiles quantiles = Quantiles.of(
                Arrays.stream(finite).mapToDouble(i -> values[i]).toArray(),
                Arrays.stream(finite).mapToDouble(i -> weights[i]).toArray());
        double[] edges = IntStream.rangeClosed(0, bins)
                .mapToDouble(i -> quantiles.at(Math.min(1 - TAIL, Math.max(TAIL, (double) i / bins))))
                .sorted()
                .distinct()
                .toArray();
        if (Double.isNaN(edges[0])) {
            return Optional.empty();
        }
        double reach = Math.max(1, Math.abs(edges[0])) / 2;
        return Optional.of(
                edges.length > 1 ? Binning.of(edges) : Binning.uniform(1, edges[0] - reach, edges[0] + reach));
    }

    private static List<String> labels(double[] edges) {
        double narrowest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < edges.length; i++) {
            narrowest = Math.min(narrowest, edges[i] - edges[i - 1]);
        }
        double tolerance = narrowest * PRECISION;
        List<String> texts =
                Arrays.stream(edges).mapToObj(edge -> text(edge, tolerance)).toList();
        return IntStream.range(1, edges.length)
                .mapToObj(i -> texts.get(i - 1) + " to " + texts.get(i))
                .toList();
    }

    private static String text(double edge, double tolerance) {
        BigDecimal exact = BigDecimal.valueOf(edge);
        int digits = 3;
        while (Math.abs(exact.round(new MathContext(digits)).doubleValue() - edge) > tolerance) {
            digits++;
        }
        return exact.round(new MathContext(digits)).stripTrailingZeros().toPlainString();
    }

    /** Its values, row by row. */
    double[] values(Sample sample) {
        return sample.columns().get(expression);
    }

    /** The bin of each row; −1 or the number of bins for none. */
    int[] binsOf(Sample sample) {
        return Arrays.stream(values(sample)).mapToInt(binning::index).toArray();
    }

    Axis axis() {
        Axis axis = Axis.of(expression, unit).between(binning.low(0), binning.high(binning.size() - 1));
        return logarithmic && binning.low(0) > 0 ? axis.log() : axis;
    }

    /** {@code pt from 4 to 5}. */
    String words(int bin) {
        return expression + " from " + labels.get(bin);
    }
}
