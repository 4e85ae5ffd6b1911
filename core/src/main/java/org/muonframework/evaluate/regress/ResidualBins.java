package org.muonframework.evaluate.regress;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.muonframework.spi.figure.Mark;
import org.muonframework.spi.metric.MetricValue;
import org.muonframework.spi.metric.Part;
import org.muonframework.stats.Binning;
import org.muonframework.stats.Histogram.Heights;
import org.muonframework.stats.Profile;
import org.muonframework.stats.Quantiles;

/**
 * Bias and resolution in bins of the truth.
 *
 * @param truth the bins
 * @param bias mean residual with its standard error
 * @param resolution half of the width that the central 68 % of the residuals take, with its error from a bootstrap
 */
record ResidualBins(Binning truth, Heights bias, Heights resolution) {

    static ResidualBins of(ResidualSample rows, Binning truth, long seed) {
        double[] widths = new double[truth.size()];
        double[] errors = new double[widths.length];
        int[] bins = Arrays.stream(rows.truth()).mapToInt(truth::index).toArray();
        for (int b = 0; b < widths.length; b++) {
            Quantiles quantiles = rows.in(b, bins).quantiles();
            widths[b] = quantiles.halfWidth68();
            errors[b] = quantiles.error(Quantiles::halfWidth68, seed);
        }
        Heights bias = Profile.of(truth, rows.truth(), rows.residuals(), rows.weights())
                .withErrors();
        return new ResidualBins(truth, bias, new Heights(widths, errors));
    }

    /** {@code resolution-68} and {@code bias} of each bin, whose truth the key {@code bin} names. */
    List<MetricValue> values(Part part, String unit) {
        return IntStream.range(0, truth.size())
                .boxed()
                .flatMap(b ->
                        List.of(value("resolution-68", resolution, b, part), value("bias", bias, b, part)).stream())
                .map(value -> value.in(unit))
                .toList();
    }

    private MetricValue value(String name, Heights heights, int bin, Part part) {
        double value = heights.values()[bin];
        MetricValue found = MetricValue.of(name, part, value)
                .within(value - heights.errors()[bin], value + heights.errors()[bin])
                .with("bin", String.format(Locale.ROOT, "%.5g to %.5g", truth.low(bin), truth.high(bin)));
        return Double.isNaN(value) ? found.with("note", "no positive weight is in the bin") : found;
    }

    /** Points in the middles of the bins. */
    Mark points(String label, Heights heights) {
        int n = truth.size();
        double[][] points = new double[5][n];
        for (int b = 0; b < n; b++) {
            points[0][b] = truth.centre(b);
            points[1][b] = truth.low(b);
            points[2][b] = truth.high(b);
            points[3][b] = heights.values()[b] - heights.errors()[b];
            points[4][b] = heights.values()[b] + heights.errors()[b];
        }
        return new Mark.Points(label, points[0], points[1], points[2], heights.values(), points[3], points[4]);
    }
}
