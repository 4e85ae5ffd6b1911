package org.muonframework.data.lint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.muonframework.spi.train.Features;

/** Compares the features of rows to predict with those that a model learned from; tells the wildly different. */
public final class InputRanges {

    private static final int FEWEST_ROWS = 10;
    private static final double MOSTLY = 0.5;
    /** GeV and MeV differ by 1000; what lies between these factors is taken for that. */
    private static final double LEAST_FACTOR = 300;

    private static final double LARGEST_FACTOR = 3000;

    private final List<FeatureRange> trained;
    private final FeatureRanges input;
    private final long[] outside;
    private final long[] finite;
    private final List<String> names;

    /**
     * Ready for the first rows.
     *
     * @param names the features in the order in which rows hold them
     * @param trained the ranges of the training part; features without one are not compared
     */
    public InputRanges(List<String> names, List<FeatureRange> trained) {
        this.names = List.copyOf(names);
        this.trained = List.copyOf(trained);
        input = new FeatureRanges(names);
        outside = new long[this.trained.size()];
        finite = new long[this.trained.size()];
    }

    /** Takes the next rows, missing values already replaced as in the training. */
    public void look(Features features) {
        input.add(features);
        for (int t = 0; t < outside.length; t++) {
            int f = names.indexOf(trained.get(t).name());
            if (f >= 0) {
                count(t, features.columns()[f]);
            }
        }
    }

    private void count(int t, float[] values) {
        double min = trained.get(t).min();
        double max = trained.get(t).max();
        for (float value : values) {
            finite[t] += Float.isNaN(value) ? 0 : 1;
            outside[t] += value < min || value > max ? 1 : 0;
        }
    }

    /** One sentence for each feature whose values are wildly different, with both ranges and what to do. */
    public List<String> warnings() {
        List<FeatureRange> ranges = input.list();
        return IntStream.range(0, outside.length)
                .filter(t -> finite[t] >= FEWEST_ROWS)
                .boxed()
                .flatMap(t -> ranges.stream()
                        .filter(range -> range.name().equals(trained.get(t).name()))
                        .flatMap(range -> warning(t, trained.get(t), range).stream()))
                .toList();
    }

    private Optional<String> warning(int t, FeatureRange before, FeatureRange now) {
        double larger = now.width() / before.width();
        double share = (double) outside[t] / finite[t];
        String difference;
        String advice;
        if (now.min() == now.max() && before.min() < before.max()) {
            difference = "has the same value in all rows";
            advice = "Look whether the input really holds it.";
        } else if (isUnit(larger) || isUnit(1 / larger)) {
            difference = larger > 1 ? "is about 1000 times larger" : "is about 1000 times smaller";
            advice = "Is it in another unit, MeV and GeV? Convert the input to the unit of the training.";
        } else if (share > MOSTLY) {
            difference = String.format(Locale.ROOT, "lies outside of the training in %.0f %% of the rows", 100 * share);
            advice = "The scores are extrapolated: look at its definition, its unit and its placeholder for no value.";
        } else {
            return Optional.empty();
        }
        return Optional.of("feature '" + now.name() + "' " + difference + ": " + now.text() + "; in the training "
                + before.text() + ". " + advice);
    }

    private static boolean isUnit(double factor) {
        return factor > LEAST_FACTOR && factor < LARGEST_FACTOR;
    }
}
