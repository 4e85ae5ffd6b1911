package org.muonframework.data.lint;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.muonframework.data.EvenSample;
import org.muonframework.data.PreparedPart;
import org.muonframework.spi.train.Features;
import org.muonframework.stats.Quantiles;

/**
 * Where the values of features lie, missing ones already replaced: saved with a model, and compared with the rows that it
 * is asked to predict. Lowest and highest values are those of all rows, quantiles those of an even sample of at most
 * 65 536; rows count by the size of their weight.
 */
public final class FeatureRanges {

    private static final int SAMPLED = 1 << 16;

    private final List<String> names;
    private final List<EvenSample> samples;
    private final EvenSample weights = new EvenSample(SAMPLED);
    private final double[] min;
    private final double[] max;

    /** Of features of which no values are known yet. */
    public FeatureRanges(List<String> names) {
        this.names = List.copyOf(names);
        samples = names.stream().map(name -> new EvenSample(SAMPLED)).toList();
        min = names.stream().mapToDouble(name -> Double.POSITIVE_INFINITY).toArray();
        max = names.stream().mapToDouble(name -> Double.NEGATIVE_INFINITY).toArray();
    }

    /** The ranges of the features of a part. */
    public static List<FeatureRange> of(List<String> names, PreparedPart part) {
        FeatureRanges ranges = new FeatureRanges(names);
        ranges.add(part.features(), part.weights());
        return ranges.list();
    }

    /** Takes rows that all weigh the same. */
    public void add(Features features) {
        double[] ones = new double[features.rows()];
        Arrays.fill(ones, 1);
        add(features.columns(), ones);
    }

    private void add(float[][] features, double[] rowWeights) {
        double[] sizes = new double[rowWeights.length];
        for (int row = 0; row < sizes.length; row++) {
            sizes[row] = Math.abs(rowWeights[row]);
        }
        weights.add(sizes);
        for (int f = 0; f < features.length; f++) {
            double[] values = new double[sizes.length];
            for (int row = 0; row < values.length; row++) {
                values[row] = features[f][row];
                min[f] = values[row] < min[f] ? values[row] : min[f];
                max[f] = values[row] > max[f] ? values[row] : max[f];
            }
            samples.get(f).add(values);
        }
    }

    /** The ranges of the features that have any value. */
    public List<FeatureRange> list() {
        return IntStream.range(0, names.size())
                .filter(f -> min[f] <= max[f])
                .mapToObj(this::range)
                .toList();
    }

    private FeatureRange range(int f) {
        double[] values = samples.get(f).values();
        double[] sizes = weights.values();
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                values[i] = 0;
                sizes[i] = 0;
            }
        }
        Quantiles quantiles = Quantiles.of(values, sizes);
        return new FeatureRange(
                names.get(f), min[f], quantiles.at(0.001), quantiles.median(), quantiles.at(0.999), max[f]);
    }
}
